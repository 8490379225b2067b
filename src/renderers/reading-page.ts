/** Both texts as a page to print: two columns on A4, and on every page what it is not. */
import { raw } from 'hono/html';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { html } from '#html.ts';
import { sealedStyle } from './print-style.ts';
import { sideBySide } from './reading-html.ts';

const css = `
@page { size: A4; margin: 15mm 12mm; }
body { font: 10.5pt/1.3 "Times New Roman", Tinos, "Liberation Serif", "Noto Naskh Arabic", Times, serif; color: #000; background: #fff; margin: 0; padding: 1rem; }
.mark { position: sticky; inset-block-start: 0; background: #fff; border-block-end: 1pt solid; margin: 0 0 .6em; padding-block: .2em; font-weight: bold; text-align: center; }
.reading-row { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 8mm; break-inside: avoid; margin-block-end: .5em; }
.reading-head { font-weight: bold; margin: 0 0 .4em; }
.reading-mark { font-weight: normal; }
p { margin: 0 0 .3em; overflow-wrap: anywhere; }
.letter-title { text-align: center; }
.letter-title span { display: block; }
.letter-title span:first-child, .letter-lead { font-weight: bold; }
.letter-list { margin: 0; padding-inline-start: 8mm; }
.letter-list li { overflow-wrap: anywhere; }
.letter-signature { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5em; }
.letter-line { display: inline-block; inline-size: 30mm; border-block-end: 1px solid; }
.letter-fill { display: block; block-size: 8mm; border-block-end: 1px solid; }
.stale { border: 1pt solid; padding: .2em .4em; }
@media print { body { padding: 0; } table { inline-size: 100%; } thead { display: table-header-group; } .mark { position: static; } }
`;

const { style, filePolicy, responsePolicy } = sealedStyle(css);
export const readingPolicy = responsePolicy;

/** The head of a table is repeated on every printed page, and so the mark is. Its title tells nothing. */
export function renderReadingHtml(reading: ReadingDocument): string {
  const { language, direction, labels } = reading;
  return String(html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(filePolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${labels.title}</title>
${style}
</head>
<body>
<main><table role="presentation"><thead><tr><td><p class="mark">${labels.mark}</p></td></tr></thead>
<tbody><tr><td><p>${labels.note}</p>
${sideBySide(reading)}</td></tr></tbody></table></main>
</body>
</html>
`);
}
