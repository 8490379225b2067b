/** pdfkit at its fastest: the fonts are parsed once by its own fontkit and handed over to every document. */
import { create } from 'fontkit';
import { inTurn, type Open, readDocuments } from './contender.ts';
import { type Fonts, fontBytes, writePdf } from './pdf-layout.ts';

export const open: Open = (folder) => {
  const bytes = fontBytes();
  const parsed: unknown = { text: create(bytes.text), bold: create(bytes.bold) };
  const fonts = parsed as Fonts; // pdfkit takes parsed fonts since 0.17, its types do not say so
  return () => inTurn(readDocuments(folder), (document) => writePdf(document, fonts));
};
