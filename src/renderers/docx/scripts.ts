/**
 * Where a line of a copy to read changes its script. Word goes by marks, not by letters: Cyrillic among Arabic must be
 * marked as left to right, Arabic as right to left, and Russian as Russian, or else it is read out as something else.
 */
import type { Run } from '#domain/document.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';

export type Stretch = { text: string; rightToLeft: boolean; russian: boolean };

const right = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff';
export const rightToLeft = new RegExp(`[${right}]`, 'u');
const cyrillic = /\p{Script=Cyrillic}/u;

const leftWords = words(`(?![${right}])\\p{L}`);
const rightWords = words(`[${right}]`);
const cyrillicWords = words('\\p{Script=Cyrillic}');

/** Words of such letters, with what stands between them and the numbers that belong to them, as in «ч. 1 ст. 144 УПК РФ». */
function words(letter: string): RegExp {
  const word = `(?:${letter}|[\\p{M}\\p{N}])*`;
  return new RegExp(`(${letter}${word}(?:[\\s.,№/’'‐–—-]+(?:${letter}|\\p{N})${word})*)`, 'u');
}

export function stretches(
  { text, own, russian }: Run,
  { language, direction }: Pick<ReadingDocument, 'language' | 'direction'>,
): Stretch[] {
  const marked = own === true || russian === true;
  if (direction === 'rtl')
    return marked && !rightToLeft.test(text)
      ? [{ text, rightToLeft: false, russian: true }]
      : cut(text, leftWords, (one, found) => [
          { text: one, rightToLeft: !found, russian: found && (marked || cyrillic.test(one)) },
        ]);
  return cut(text, rightWords, (one, found) => {
    if (found || marked || language === 'uk')
      return [{ text: one, rightToLeft: found, russian: marked && !found }];
    return cut(one, cyrillicWords, (other, isRussian) => [
      { text: other, rightToLeft: false, russian: isRussian },
    ]);
  });
}

function cut(text: string, foreign: RegExp, make: (part: string, found: boolean) => Stretch[]): Stretch[] {
  return text.split(foreign).flatMap((part, place) => (part === '' ? [] : make(part, place % 2 === 1)));
}
