/** A sheet of small papers → HTML to print on A4, in the letter's style; hints for the reader stay on the screen. */
import type { Run } from '#domain/document.ts';
import type { Paper, PaperBlock, PaperField, PaperSheet } from '#domain/filing/paper.ts';
import { type Html, html, nothing } from '#html.ts';
import { sealedStyle } from './print-style.ts';

const { style, responsePolicy } = sealedStyle(`
@page { size: A4; margin: 12mm 15mm; }
body { font: 13pt/1.25 "Times New Roman", Tinos, "Liberation Serif", Times, serif; color: #000; background: #fff; margin: 0; }
main { max-width: 180mm; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.3em; }
p { margin: 0 0 .35em; }
.hints { font-family: system-ui, sans-serif; font-size: 1rem; border-inline-start: 4px solid #777; padding-inline-start: 1rem; margin: 0 0 1.5rem; }
.paper { break-inside: avoid; overflow-wrap: anywhere; margin: 0 0 10mm; }
.frame { border: 1px dashed #555; padding: 5mm; min-height: 90mm; box-sizing: border-box; display: flex; flex-direction: column; justify-content: space-between; gap: 4mm; }
.copy + .copy { border-top: 1px dashed #555; padding-top: 8mm; margin-top: 8mm; }
.paper-title { font-weight: bold; text-align: center; margin: .6em 0; }
.paper-text { text-align: center; }
.from { max-width: 70%; }
.to { margin-left: 40%; }
.label { font-size: .8em; margin-right: .4em; }
.postcode { display: inline-block; border: 1px solid; padding: 1mm 3mm; letter-spacing: .2em; font-size: 1.2em; min-width: 6em; min-height: 1.2em; }
.line { display: block; height: 8mm; border-bottom: 1px solid; }
.fields .field { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: .5em; margin: 0 0 .5em; }
.fields .line { flex: 1 1 40mm; }
table { border-collapse: collapse; width: 100%; margin: .6em 0; }
th, td { border: 1px solid; padding: 1mm 2mm; text-align: left; font-size: .9em; }
th { font-weight: normal; }
td:first-child, th:first-child { width: 12mm; }
td:nth-child(n+3), th:nth-child(n+3) { width: 22%; }
@media (max-width: 30em) { main { padding: .75rem; } .to { margin-left: 12%; } .from { max-width: none; } th, td { padding: .5mm 1mm; hyphens: auto; } td:first-child, th:first-child { width: auto; } }
@media print { body { font-size: 12pt; } main { max-width: none; padding: 0; } .paper { margin: 0 0 6mm; } .screen { display: none; } .paper:last-child { margin: 0; } }
`);

export const paperPolicy = responsePolicy;

export function renderPapers(sheet: PaperSheet): string {
  return String(html`<!doctype html>
<html lang="${sheet.language}" dir="${sheet.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${sheet.tab}</title>
${style}
</head>
<body>
<main>
<div class="screen"><h1>${sheet.title}</h1>
<div class="hints">${sheet.hints.map((hint) => html`<p>${hint}</p>`)}</div></div>
${sheet.papers.map(paper)}
</main>
</body>
</html>
`);
}

function paper({ id, language, frame, copies, blocks }: Paper): Html {
  return html`<section class="paper" id="${id}" lang="${language}" dir="ltr">${Array.from(
    { length: copies },
    () => html`<div class="copy${frame && ' frame'}">${blocks.map(block)}</div>`,
  )}</section>`;
}

function block(one: PaperBlock): Html {
  switch (one.kind) {
    case 'title':
      return html`<p class="paper-title">${runs(one.text)}</p>`;
    case 'text':
      return html`<p class="paper-text">${runs(one.text)}</p>`;
    case 'address':
      return html`<div class="${one.side}">${one.fields.map(field)}${
        one.postcode !== undefined &&
        html`<p><span class="label">Индекс</span><span class="postcode">${one.postcode}</span></p>`
      }</div>`;
    case 'fields':
      return html`<div class="fields">${one.fields.map(field)}</div>`;
    case 'table':
      return html`<table><thead><tr>${one.head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>${one.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`;
    default:
      return one satisfies never;
  }
}

function field(one: PaperField): Html {
  const label = one.label === '' ? nothing : html`<span class="label">${one.label}</span>`;
  const russian = /[а-яё]/iu.test(one.label) ? html` lang="ru"` : nothing;
  return html`<p class="field"${russian}>${label}${
    'value' in one
      ? html`<span>${runs(one.value)}</span>`
      : Array.from({ length: one.blank }, () => html`<span class="line" aria-hidden="true"></span>`)
  }</p>`;
}

/** What a person typed may be in any script: it is isolated. */
function runs(text: readonly Run[]): Html[] {
  return text.map((run) => (run.own ? html`<bdi>${run.text}</bdi>` : html`${run.text}`));
}
