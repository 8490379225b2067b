/**
 * Everything of a DOCX but the words: made once with the `docx` library by `npm run -s docx-skeleton`,
 * kept as JSON, so that neither the service nor a browser needs that library.
 */
import skeletonJson from './skeleton.json' with { type: 'json' };

export const paragraphKinds = [
  'header',
  'headerLast',
  'titleOnly',
  'titleFirst',
  'titleFurther',
  'titleLast',
  'lead',
  'text',
  'textKept',
  'textWhole',
  'item',
  'itemKept',
  'signature',
  'signatureKept',
  'formLabel',
  'formLine',
  'formLast',
] as const;
/** `…Kept` stays on the page of what follows, `textWhole` moreover in one piece. */
export type ParagraphKind = (typeof paragraphKinds)[number];

export type Skeleton = {
  /** Every part of the package but the document itself, by name, in the order of the archive. */
  parts: Readonly<Record<string, string>>;
  document: {
    /** Up to the first paragraph. */
    head: string;
    /** From the opening tag to the first letter of its text; of a list's item, one for each list. */
    openings: Readonly<Record<Exclude<ParagraphKind, ItemKind>, string>> &
      Readonly<Record<ItemKind, readonly string[]>>;
    /** A tab inside a text. */
    tab: string;
    /** From the last letter of a paragraph's text to its closing tag. */
    closing: string;
    /** After the last paragraph. */
    foot: string;
  };
};
export type ItemKind = 'item' | 'itemKept';

export const documentPart = 'word/document.xml';

export const skeleton: Skeleton = skeletonJson;
