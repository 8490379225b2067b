/**
 * How the letter looks in Word: one paragraph of every kind, as Russian offices expect a complaint.
 * A4, Times New Roman 14, heading block at the right. `docx` turns this into Open XML.
 */
import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  type IParagraphStyleOptions,
  LeaderType,
  LevelFormat,
  convertMillimetersToTwip as mm,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import type { ParagraphKind } from '../../src/renderers/docx/skeleton.ts';

const font = 'Times New Roman';
/** In half-points, as Open XML counts: 14 and 12 point. */
const size = { text: 28, pageNumber: 24 };
const margin = { top: mm(20), right: mm(15), bottom: mm(20), left: mm(30), footer: mm(10) };
const textWidth = mm(210 - 30 - 15);
const headingColumn = mm(80);

/** Styles that Word, and a screen reader, know as headings carry Word's own names. */
const styles: readonly IParagraphStyleOptions[] = [
  style('Header', 'Шапка', { alignment: AlignmentType.LEFT, indent: { left: headingColumn } }),
  style('Heading1', 'heading 1', { alignment: AlignmentType.CENTER, keepNext: true, outlineLevel: 0 }, true),
  style('TitleFurther', 'Подзаголовок', { alignment: AlignmentType.CENTER, keepNext: true }),
  style(
    'Heading2',
    'heading 2',
    {
      alignment: AlignmentType.LEFT,
      keepNext: true,
      keepLines: true,
      outlineLevel: 1,
      spacing: { before: points(8), after: points(4) },
    },
    true,
  ),
  style('Text', 'Текст', {
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(12.5) },
    spacing: { after: points(4) },
  }),
  style('Item', 'Пункт', { alignment: AlignmentType.JUSTIFIED, spacing: { after: points(3) } }),
  style('Signature', 'Подпись', { keepLines: true, spacing: { before: points(14), after: points(10) } }),
  style('FormLabel', 'Что вписать', {
    keepNext: true,
    indent: { left: headingColumn },
    spacing: { before: points(4) },
  }),
  style('FormLine', 'Строка для записи', {
    indent: { left: headingColumn },
    spacing: { before: points(7) }, // room for handwriting: with the line itself, 8 mm
  }),
];

/** In a form line the tab draws the line, in a signature it leads to the right margin. */
const drawnLine = [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.UNDERSCORE }];
const toTheRight = [{ type: TabStopType.RIGHT, position: textWidth }];

/** Each kind of paragraph: its style, and what differs from it. */
export const kinds: Record<ParagraphKind, IParagraphOptions> = {
  header: { style: 'Header' },
  headerLast: { style: 'Header', spacing: { after: points(10) } },
  titleOnly: { style: 'Heading1', spacing: { before: points(8), after: points(10) } },
  titleFirst: { style: 'Heading1', spacing: { before: points(8) } },
  titleFurther: { style: 'TitleFurther' },
  titleLast: { style: 'TitleFurther', spacing: { after: points(10) } },
  lead: { style: 'Heading2' },
  text: { style: 'Text' },
  textKept: { style: 'Text', keepNext: true },
  textWhole: { style: 'Text', keepNext: true, keepLines: true },
  item: { style: 'Item' },
  itemKept: { style: 'Item', keepNext: true },
  signature: { style: 'Signature', tabStops: toTheRight },
  signatureKept: { style: 'Signature', keepNext: true, tabStops: toTheRight },
  formLabel: { style: 'FormLabel' },
  formLine: { style: 'FormLine', keepNext: true, tabStops: drawnLine },
  formLast: { style: 'FormLine', spacing: { before: points(7), after: points(6) }, tabStops: drawnLine },
};

/** The place of a paragraph in the numbered list `instance`, counted from 0; each begins at 1. */
export function numbered(options: IParagraphOptions, instance: number): IParagraphOptions {
  return { ...options, numbering: { reference: 'list', level: 0, custom: true, instance } };
}

/** A document with these paragraphs. */
export function layOut(paragraphs: readonly IParagraphOptions[]): Document {
  return new Document({
    styles: {
      default: { document: { run: { font, size: size.text, language: { value: 'ru-RU' } } } },
      paragraphStyles: [...styles],
    },
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true },
    numbering: { config: [numbers] },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: paragraphs.map((options) => new Paragraph(options)),
      },
    ],
  });
}

const numbers = {
  reference: 'list',
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

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: size.pageNumber })],
  });
}

type StyleMeasures = NonNullable<IParagraphStyleOptions['paragraph']>;

/** Based on Normal: only so does LibreOffice hyphenate. */
function style(id: string, name: string, paragraph: StyleMeasures, bold = false): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', quickFormat: true, paragraph, ...(bold && { run: { bold } }) };
}

function points(size: number): number {
  return size * 20;
}
