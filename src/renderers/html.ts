/** Document → HTML: the preview inside a page, and a file of its own that prints on A4. */
import { raw } from 'hono/html';
import type { Block, Document, Paragraph } from '#domain/document.ts';
import { type Html, html, nothing } from '#html.ts';
import { filePolicy, printStyle } from './print-style.ts';

/** The blocks alone, for a page that has its own head and h1. Always Russian and left to right. */
export function documentHtml(document: Document): Html {
  return letter(document, (text) => html`<h2 class="letter-title">${text}</h2>`);
}

/** A complete file: opens without a network, asks for nothing, runs nothing, and its title tells nothing. */
export function renderHtml(document: Document): string {
  return String(html`<!doctype html>
<html lang="ru">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(filePolicy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>Заявление</title>
${printStyle}
</head>
<body>
<main>${letter(document, (text) => html`<h1 class="letter-title">${text}</h1>`)}</main>
</body>
</html>
`);
}

export type Heading = (text: Html[]) => Html;

function letter(document: Document, title: Heading): Html {
  return html`<article class="letter" lang="ru" dir="ltr">${document.blocks.map((block) => printBlock(block, title))}</article>`;
}

/** One block, as it stands inside a letter. */
export function printBlock(block: Block, title: Heading): Html {
  switch (block.kind) {
    case 'header':
      return html`<div class="letter-header" id="doc-${block.id}">${paragraphs(block.paragraphs)}</div>`;
    case 'title':
      return title(block.paragraphs.map((text) => html`<span>${runs(text)}</span> `));
    case 'lead':
      return html`<p class="letter-lead" id="doc-${block.id}">${block.paragraphs.map(runs)}</p>`;
    case 'text':
      return html`<div class="letter-text" id="doc-${block.id}">${paragraphs(block.paragraphs)}</div>`;
    case 'list':
      return html`<ol class="letter-list" id="doc-${block.id}"${block.start ? html` start="${block.start}"` : nothing}>${block.items.map(({ text }) => html`<li>${runs(text)}</li>`)}</ol>`;
    case 'form':
      return html`<div class="letter-form" id="doc-${block.id}">${block.fields.map(({ label, lines }) => html`<p>${label}${Array.from({ length: lines }, () => html`<span class="letter-fill" aria-hidden="true"></span>`)}</p>`)}</div>`;
    case 'signature':
      return html`<p class="letter-signature" id="doc-${block.id}"><span>${block.date ?? nothing}</span> <span><span class="letter-line" aria-hidden="true"></span> ${block.name}</span></p>`;
    default:
      return block satisfies never;
  }
}

function paragraphs(all: readonly Paragraph[]): Html[] {
  return all.map((text) => html`<p>${runs(text)}</p>`);
}

/** What the person typed may hold another script: it is isolated so that it cannot turn the line around. */
function runs(text: Paragraph): Html[] {
  return text.map((run) => {
    if (run.own) return html`<bdi class="own">${run.text}</bdi>`;
    return run.russian ? html`<bdi lang="ru" dir="ltr">${run.text}</bdi>` : html`${run.text}`;
  });
}
