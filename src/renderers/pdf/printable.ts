/**
 * A paragraph as text that Tinos can draw and a line can hold: what has no glyph becomes an empty square, which anybody
 * sees; words wider than their line get places where they may break.
 */
import type { Paragraph, Run } from '#domain/document.ts';
import { rightToLeft } from '#domain/reading/direction.ts';
import type { Face } from './tinos.ts';

/** Marks a place where a line may break; `letter.typ` takes it out again. */
const place = '\u200b';
const noGlyph = '\u25a1';

/** Characters without a picture of their own: joiners, variation selectors, soft hyphens, marks of direction. */
const unseen = /\p{Default_Ignorable_Code_Point}/u;
const startsWithMark = /^\p{M}/u;
const isolated = { start: '\u2068', end: '\u2069' };

/** Printed texts for lines of `width` em. */
export type Printable = (paragraph: Paragraph, width: number) => string;

/** Whether a run must not turn the line around, nor be turned by it. */
type Apart = (run: Run) => boolean;
const typedTheOtherWay: Apart = ({ text, own }) => own === true && rightToLeft.test(text);

export function printableWith(
  { regular, bold }: Record<'regular' | 'bold', Pick<Face, 'width'>>,
  apart: Apart = typedTheOtherWay,
): Printable {
  const clusters = new Intl.Segmenter('ru', { granularity: 'grapheme' });
  const widthOf = (char: string): number | undefined => {
    const [thin, thick] = [regular, bold].map((face) => face.width(char.codePointAt(0) ?? 0));
    return thin === undefined || thick === undefined ? undefined : Math.max(thin, thick);
  };
  const isDrawn = (char: string): boolean => widthOf(char) !== undefined;
  const lengthOf = (text: string): number => [...text].reduce((sum, char) => sum + (widthOf(char) ?? 0), 0);

  const drawn = (text: string): string => {
    const clean = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').normalize('NFC');
    if (!startsWithMark.test(clean) && [...clean].every((char) => isDrawn(char) && !unseen.test(char)))
      return clean;
    return Array.from(clusters.segment(clean), ({ segment }) => drawnCluster(segment)).join('');
  };

  /**
   * Of one letter as a reader counts them, with all its marks, everything that cannot be drawn is one square,
   * and so is a mark that has no letter to stand on.
   */
  const drawnCluster = (cluster: string): string => {
    const seen = [...cluster].filter((char) => !unseen.test(char));
    const known = startsWithMark.test(cluster) ? [] : seen.filter(isDrawn);
    return known.join('') + (known.length < seen.length ? noGlyph : '');
  };

  /** A word that fits is left alone; a longer one may break after its signs, and where that is not enough, anywhere. */
  const breakable = (word: string, width: number): string => {
    if (lengthOf(word) <= width) return word;
    const parts = word.split(/(?<=[^\p{L}\p{M}\p{N}])/u);
    const pieces = parts.flatMap((part) =>
      lengthOf(part) <= width ? part : Array.from(clusters.segment(part), ({ segment }) => segment),
    );
    return pieces.join(place);
  };

  return (paragraph, width) =>
    paragraph
      .map((run) => {
        const clean = drawn(run.text);
        return apart(run) ? `${isolated.start}${clean}${isolated.end}` : clean;
      })
      .join('')
      .replace(/[^ ]+/gu, (word) => breakable(word, width));
}
