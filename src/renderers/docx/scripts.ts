/**
 * Where a line of a copy to read changes its script. Word goes by marks, not by letters: Cyrillic among Arabic must be
 * marked as left to right, Arabic as right to left, and Russian as Russian, or else it is read out as something else.
 */
import type { Run } from '#domain/document.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { rightToLeft, rightToLeftLetters } from '#domain/reading/direction.ts';

export type Stretch = { text: string; rightToLeft: boolean; russian: boolean };

/** Marks of direction: not seen, and signs and numbers beside them go their way. */
const leftMark = '\u200e';
const rightMark = '\u200f';
const beginsWithNumber = /^[^\p{L}]*\p{N}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

const leftWords = words(`(?![${rightToLeftLetters}])\\p{L}`);
const rightWords = words(`[${rightToLeftLetters}]`);
const cyrillicWords = words('\\p{Script=Cyrillic}');

/** Words of such letters, with what stands between them and the numbers that belong to them, as in «ч. 1 ст. 144 УПК РФ». */
function words(letter: string): RegExp {
  const word = `(?:${letter}|[\\p{M}\\p{N}])*`;
  return new RegExp(`(${letter}${word}(?:[\\s.,№/’'‐–—-]+(?:${letter}|\\p{N})${word})*)`, 'u');
}

type Ways = Pick<ReadingDocument, 'language' | 'direction'>;

export function stretches({ text, own, russian }: Run, { language, direction }: Ways): Stretch[] {
  const marked = own === true || russian === true;
  if (direction === 'rtl')
    return marked && !rightToLeft.test(text)
      ? [held(text, true)]
      : cut(text, leftWords, (one, found) =>
          found
            ? [held(one, marked || cyrillic.test(one))]
            : [
                {
                  text: beginsWithNumber.test(one) ? rightMark + one : one,
                  rightToLeft: true,
                  russian: false,
                },
              ],
        );
  return cut(text, rightWords, (one, found) => {
    if (found || marked || language === 'uk')
      return [{ text: one, rightToLeft: found, russian: marked && !found }];
    return cut(one, cyrillicWords, (other, isRussian) => [
      { text: other, rightToLeft: false, russian: isRussian },
    ]);
  });
}

/** Left to right among right to left, with the signs and numbers at its ends: «105005, г. Москва», «№ 35». */
function held(text: string, russian: boolean): Stretch {
  const [before, after] = [/^\p{L}/u.test(text), /[\p{L}\p{N}]$/u.test(text)];
  return { text: `${before ? '' : leftMark}${text}${after ? '' : leftMark}`, rightToLeft: false, russian };
}

function cut(text: string, foreign: RegExp, make: (part: string, found: boolean) => Stretch[]): Stretch[] {
  return text.split(foreign).flatMap((part, place) => (part === '' ? [] : make(part, place % 2 === 1)));
}
