/** Document → DOCX written by `docx` from scratch, as Proverka itself did before it kept a finished skeleton. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Document as File,
  Footer,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { Block, Document, Paragraph as Text } from '../../src/domain/document.ts';

const font = 'Times New Roman';
/** In half-points, as Open XML counts: 14 and 12 point. */
const size = { text: 28, pageNumber: 24 };
const margin = { top: 20, right: 15, bottom: 20, left: 30 };
const textWidth = 210 - margin.left - margin.right;

/** The whole package as `docx` packs it. */
export function writeDocx(document: Document): Promise<Buffer> {
  const file = new File({
    styles: { default: { document: { run: { font, size: size.text, language: { value: 'ru-RU' } } } } },
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    numbering: { config: [numbers] },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: pageMargin() } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: document.blocks.flatMap((block, index) =>
          printBlock(block, index, document.blocks.slice(index + 1)),
        ),
      },
    ],
  });
  return Packer.toBuffer(file);
}

const numbers = {
  reference: 'numbered',
  levels: [
    {
      level: 0,
      format: LevelFormat.DECIMAL,
      text: '%1.',
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: mm(10), hanging: mm(10) } } },
    },
  ],
};

function printBlock(block: Block, instance: number, [next, afterNext]: readonly Block[]): Paragraph[] {
  switch (block.kind) {
    case 'header':
      return block.paragraphs.map(
        (text, index) =>
          new Paragraph({
            alignment: AlignmentType.LEFT,
            indent: { left: mm(80) },
            spacing: { after: index === block.paragraphs.length - 1 ? points(10) : 0 },
            children: text.map((run) => new TextRun({ text: run.text, noProof: true })), // names are not hyphenated
          }),
      );
    case 'title':
      return block.paragraphs.map(
        (text, index) =>
          new Paragraph({
            alignment: AlignmentType.CENTER,
            keepNext: true,
            spacing: {
              before: index === 0 ? points(8) : 0,
              after: index === block.paragraphs.length - 1 ? points(10) : 0,
            },
            children: runs(text, index === 0),
          }),
      );
    case 'lead':
      return block.paragraphs.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.LEFT,
            keepNext: true,
            keepLines: true,
            spacing: { before: points(8), after: points(4) },
            children: runs(text, true),
          }),
      );
    case 'text': {
      const keep = next?.kind === 'signature' || next?.kind === 'list';
      return block.paragraphs.map(
        (text) =>
          new Paragraph({
            alignment: AlignmentType.JUSTIFIED,
            indent: { firstLine: mm(12.5) },
            spacing: { after: points(4) },
            keepNext: keep,
            keepLines: next?.kind === 'signature',
            children: runs(text),
          }),
      );
    }
    case 'list':
      return block.items.map(
        ({ text }, index) =>
          new Paragraph({
            alignment: AlignmentType.JUSTIFIED,
            numbering: { reference: numbers.reference, level: 0, instance },
            spacing: { after: points(3) },
            keepNext: index === block.items.length - 1 && leadsToSignature(next, afterNext),
            children: runs(text),
          }),
      );
    case 'form':
      return block.fields.flatMap(({ label, lines }) =>
        [label, ...Array.from({ length: lines }, () => '_'.repeat(28))].map(
          (text) =>
            new Paragraph({
              indent: { left: mm(80) },
              spacing: { after: points(4) },
              children: runs([{ text }]),
            }),
        ),
      );
    case 'signature':
      return [
        new Paragraph({
          tabStops: [{ type: TabStopType.RIGHT, position: mm(textWidth) }],
          spacing: { before: points(14), after: points(10) },
          keepLines: true,
          keepNext: next?.kind === 'signature',
          children: [
            new TextRun({ text: block.date ?? '' }),
            new TextRun({ text: `\t${signatureLine} ${block.name}` }),
          ],
        }),
      ];
    default:
      return block satisfies never;
  }
}

/** Nobody signs an empty page: the line before a signature, or before its warning, goes with it. */
function leadsToSignature(next: Block | undefined, afterNext: Block | undefined): boolean {
  return next?.kind === 'signature' || (next?.kind === 'text' && afterNext?.kind === 'signature');
}

const signatureLine = '________________';

function runs(text: Text, bold = false): TextRun[] {
  return text.map((run) => new TextRun({ text: run.text, bold }));
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: size.pageNumber })],
  });
}

function pageMargin() {
  return {
    top: mm(margin.top),
    right: mm(margin.right),
    bottom: mm(margin.bottom),
    left: mm(margin.left),
    footer: mm(10),
  };
}

function mm(length: number): number {
  return convertMillimetersToTwip(length);
}

function points(size: number): number {
  return size * 20;
}
