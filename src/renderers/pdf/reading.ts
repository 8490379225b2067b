/**
 * A copy to read → PDF: drawn as the letter is, in the reader's language and direction, and at the head of every page
 * what it is not. Runs where the letter's PDF runs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { directionOf, paragraphDirection } from '#domain/reading/direction.ts';
import { readArabicFaces } from './amiri.ts';
import { type Printed, piecesOf } from './pieces.ts';
import { printableWith } from './printable.ts';
import { type Face, readFaces } from './tinos.ts';
import { openTypst } from './typst.ts';
import { withoutTraces } from './without-traces.ts';

/** Same copy → same bytes, on any day and machine; no author, no times, no name of a program. */
export function renderReadingPdf(reading: ReadingDocument): Uint8Array<ArrayBuffer> {
  press ??= openPress();
  return press(reading);
}

type Press = typeof renderReadingPdf;
let press: Press | undefined;

function openPress(): Press {
  const [tinos, amiri] = [readFaces(), readArabicFaces()];
  const typeset = openTypst([tinos, amiri].flatMap(({ regular, bold }) => [regular.bytes, bold.bytes]));
  const print = printableWith(
    { regular: either(tinos.regular, amiri.regular), bold: either(tinos.bold, amiri.bold) },
    ({ own, russian }) => own === true || russian === true,
  );
  const source = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8');
  return (reading) => {
    const { language, direction, labels } = reading;
    const pieces = piecesOf({ blocks: blocksOf(reading) }, print);
    const sheet = {
      title: labels.title,
      language,
      direction,
      faces: ['Tinos', 'Amiri'],
      mark: print([{ text: labels.mark }], Number.POSITIVE_INFINITY),
    };
    return withoutTraces(typeset(source, { sheet: JSON.stringify(sheet), letter: JSON.stringify(pieces) }));
  };
}

/** What the reader is told first, and above what is stale; the rest is the copy. */
function blocksOf({ pairs, labels, direction }: ReadingDocument): Printed[] {
  const note = (text: string): Printed => ({
    id: 'note',
    kind: 'note',
    paragraphs: [[{ text }]],
    direction: directionOf(text, direction),
  });
  const copies = pairs.flatMap(({ reading, stale }): Printed[] => {
    if (!reading) return [];
    const [first = []] = reading.kind === 'text' ? reading.paragraphs : [];
    const block = { ...reading, direction: paragraphDirection(first, direction) };
    return stale ? [note(labels.stale), block] : [block];
  });
  return [note(labels.note), ...copies];
}

/** Draws what one of two can draw. */
function either(one: Face, other: Face): Pick<Face, 'width'> {
  return { width: (codePoint) => one.width(codePoint) ?? other.width(codePoint) };
}
