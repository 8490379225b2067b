/** The formats a document comes in: a new one is a file beside this and a line here, or in portable.ts if a browser can make it too. */
import type { Document } from '#domain/document.ts';
import { renderPdf } from './pdf/pdf.ts';
import { renderReadingPdf } from './pdf/reading.ts';
import { typstPath } from './pdf/typst.ts';
import { portableFormats, portableReadings } from './portable.ts';

export type Format = {
  extension: string;
  /** Media type (RFC 6838) of the file. */
  type: string;
  /** Content security policy of a format that a browser shows. */
  policy?: string;
  render: (document: Document) => string | Uint8Array<ArrayBuffer>;
};

const { docx, ...others } = portableFormats;

/** `typst` is the path of the typesetter: without its native code there is no PDF. */
export const formatsWith = (typst: string | undefined) =>
  ({
    docx,
    ...(typst !== undefined && {
      pdf: { extension: 'pdf', type: 'application/pdf', render: renderPdf },
    }),
    ...others,
  }) as const satisfies Record<string, Format>;

/** The formats of copies to read, likewise. */
export const readingsWith = (typst: string | undefined) =>
  ({
    ...portableReadings,
    ...(typst !== undefined && {
      pdf: { extension: 'pdf', type: 'application/pdf', render: renderReadingPdf },
    }),
  }) as const;

export const formats = formatsWith(typstPath);
export const readings = readingsWith(typstPath);
