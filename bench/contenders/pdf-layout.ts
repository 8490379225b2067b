/** Document → PDF with pdfkit: the same paragraphs in the same face on A4, justified where the DOCX is, pages numbered. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import { type Block, type Document, type Paragraph, plain } from '../../src/domain/document.ts';

/** What pdfkit takes for a font: bytes, or a font that fontkit has parsed. */
export type Fonts = { text: PDFKit.Mixins.PDFFontSource; bold: PDFKit.Mixins.PDFFontSource };

const mm = 72 / 25.4;
const margins = { top: 20 * mm, bottom: 20 * mm, left: 30 * mm, right: 15 * mm };
const width = 165 * mm;

export function fontBytes(): { text: Buffer; bold: Buffer } {
  const face = (name: string) =>
    readFileSync(
      createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${name}/Tinos_${name}.ttf`),
    );
  return { text: face('400Regular'), bold: face('700Bold') };
}

export function writePdf(document: Document, fonts: Fonts): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const pdf = new PDFDocument({ size: 'A4', margins, bufferPages: true, lang: 'ru-RU' });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  pdf.on('end', () => resolve(Buffer.concat(chunks)));
  pdf.on('error', reject);
  pdf.registerFont('text', fonts.text).registerFont('bold', fonts.bold);
  for (const block of document.blocks) write(pdf, block);
  number(pdf);
  pdf.end();
  return promise;
}

function write(pdf: PDFKit.PDFDocument, block: Block): void {
  const lines = (paragraphs: readonly Paragraph[], font: string, options: PDFKit.Mixins.TextOptions) => {
    pdf.font(font).fontSize(14);
    for (const paragraph of paragraphs)
      pdf.text(plain(paragraph), margins.left, undefined, { width, ...options });
  };
  switch (block.kind) {
    case 'header':
      for (const paragraph of block.paragraphs)
        pdf
          .font('text')
          .fontSize(14)
          .text(plain(paragraph), margins.left + 80 * mm, undefined, { width: width - 80 * mm });
      break;
    case 'title':
      lines(block.paragraphs.slice(0, 1), 'bold', { align: 'center' });
      lines(block.paragraphs.slice(1), 'text', { align: 'center', paragraphGap: 4 });
      break;
    case 'lead':
      lines(block.paragraphs, 'bold', { paragraphGap: 4 });
      break;
    case 'text':
      lines(block.paragraphs, 'text', { align: 'justify', indent: 12.5 * mm, paragraphGap: 4 });
      break;
    case 'list':
      lines(
        block.items.map(({ text }, index) => [{ text: `${index + 1}. ` }, ...text]),
        'text',
        { align: 'justify', paragraphGap: 3 },
      );
      break;
    case 'signature':
      lines([[{ text: `${block.date ?? ''} ________________ ${block.name}` }]], 'text', { paragraphGap: 10 });
      break;
    case 'form':
      lines(
        block.fields.map(({ label }) => [{ text: `${label} ____________________________` }]),
        'text',
        {},
      );
      break;
    default:
      block satisfies never;
  }
}

function number(pdf: PDFKit.PDFDocument): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0; // else a line below the margin opens a new page
    pdf
      .font('text')
      .fontSize(12)
      .text(String(page + 1), margins.left, 297 * mm - 12 * mm, { width, align: 'center' });
  }
}
