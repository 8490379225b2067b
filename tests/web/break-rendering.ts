/** Loaded before a real server (node --import): writing a DOCX for this person fails with a message that quotes what was typed. */
import type { Document } from '#domain/document.ts';
import { formats } from '#renderers/formats.ts';
import { canary } from './canary.ts';

const { lastName, firstName, address } = canary;
const { render } = formats.docx;

Object.assign(formats.docx, {
  render: (document: Document) => {
    if (!JSON.stringify(document).includes(lastName)) return render(document);
    const error = new Error(`cannot write ${lastName}\n    at ${firstName} (${address}:1:1)\nat ${address}`);
    error.name = `Error of ${lastName}`;
    throw error;
  },
});
