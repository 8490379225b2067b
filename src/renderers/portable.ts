/** What needs no machine of its own: the formats and papers that a server and a person's own device make alike, byte for byte. */
import type { Document } from '#domain/document.ts';
import { renderDocx } from './docx/docx.ts';
import { renderReadingDocx } from './docx/reading.ts';
import { documentHtml, renderHtml } from './html.ts';
import { renderIcs } from './ics.ts';
import { paperPolicy, renderPapers } from './paper-html.ts';
import { renderPapersTxt } from './paper-txt.ts';
import { letterPolicy } from './print-style.ts';
import { sideBySide } from './reading-html.ts';
import { readingPolicy, renderReadingHtml } from './reading-page.ts';
import { renderTxt } from './txt.ts';

export const portableFormats = {
  docx: {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
  },
  txt: { extension: 'txt', type: 'text/plain; charset=utf-8', render: renderTxt },
  html: { extension: 'html', type: 'text/html; charset=utf-8', policy: letterPolicy, render: renderHtml },
  json: {
    extension: 'json',
    type: 'application/json',
    render: (document: Document) => JSON.stringify(document),
  },
} as const;

/** Copies to read. */
export const portableReadings = {
  docx: {
    extension: 'docx',
    type: portableFormats.docx.type,
    render: renderReadingDocx,
  },
  html: {
    extension: 'html',
    type: 'text/html; charset=utf-8',
    policy: readingPolicy,
    render: renderReadingHtml,
  },
} as const;

/** The rest of what pages ask of the renderers. */
export const portableParts = {
  preview: documentHtml,
  readingPreview: sideBySide,
  calendar: renderIcs,
  papers: {
    print: { type: 'text/html; charset=utf-8', policy: paperPolicy, render: renderPapers },
    text: { type: 'text/plain; charset=utf-8', render: renderPapersTxt },
  },
} as const;
