/** The formats a document comes in: a new one is a file beside this and a line here. */
import type { Document } from '#domain/document.ts';
import { renderDocx } from './docx/docx.ts';
import { renderHtml } from './html.ts';
import { renderPdf } from './pdf/pdf.ts';
import { typstPath } from './pdf/typst.ts';
import { letterPolicy } from './print-style.ts';
import { renderTxt } from './txt.ts';

export type Format = {
  extension: string;
  /** Media type (RFC 6838) of the file. */
  type: string;
  /** Content security policy of a format that a browser shows. */
  policy?: string;
  render: (document: Document) => string | Uint8Array<ArrayBuffer>;
};

export const formats = {
  docx: {
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    render: renderDocx,
  },
  ...(typstPath !== undefined && {
    pdf: { extension: 'pdf', type: 'application/pdf', render: renderPdf }, // only where its native code is installed
  }),
  txt: { extension: 'txt', type: 'text/plain; charset=utf-8', render: renderTxt },
  html: { extension: 'html', type: 'text/html; charset=utf-8', policy: letterPolicy, render: renderHtml },
  json: { extension: 'json', type: 'application/json', render: (document) => JSON.stringify(document) },
} as const satisfies Record<string, Format>;
