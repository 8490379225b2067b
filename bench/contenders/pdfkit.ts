/** pdfkit as its guide shows: the fonts' bytes are kept, each document embeds them anew. */
import { inTurn, type Open, readDocuments } from './contender.ts';
import { fontBytes, writePdf } from './pdf-layout.ts';

export const open: Open = (folder) => {
  const fonts = fontBytes();
  return () => inTurn(readDocuments(folder), (document) => writePdf(document, fonts));
};
