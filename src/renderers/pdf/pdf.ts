/**
 * Document → PDF: the letter as the DOCX shows it, for those who only print. Tagged and declared PDF/UA-1.
 * Native code and files of its own, so it never runs in a browser; all of it is loaded for the first PDF.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '#domain/document.ts';
import { piecesOf } from './pieces.ts';
import { printableWith } from './printable.ts';
import { readFaces } from './tinos.ts';
import { openTypst } from './typst.ts';
import { withoutTraces } from './without-traces.ts';

/** Same document → same bytes, on any day and machine; no author, no times, no name of a program. */
export function renderPdf(document: Document): Uint8Array<ArrayBuffer> {
  press ??= openPress();
  return press(document);
}

/** How `letter.typ` is to set it. */
const sheet = JSON.stringify({
  title: 'Заявление',
  language: 'ru',
  direction: 'ltr',
  faces: ['Tinos'],
  mark: null,
});

type Press = typeof renderPdf;
let press: Press | undefined;

function openPress(): Press {
  const { regular, bold } = readFaces();
  const typeset = openTypst([regular.bytes, bold.bytes]);
  const print = printableWith({ regular, bold });
  const source = readFileSync(join(import.meta.dirname, 'letter.typ'), 'utf8');
  // The letter comes in as data and is put in as strings: nothing in it is ever read as Typst.
  return (document) =>
    withoutTraces(typeset(source, { sheet, letter: JSON.stringify(piecesOf(document, print)) }));
}
