/**
 * A composed complaint: identified blocks that every format prints and no format changes.
 */
import type { IsoDate } from './dates.ts';

/** A stretch of text; `own` marks what the person typed (it may be in any script), `russian` what stays Russian in a copy to read. */
export type Run = { text: string; own?: true; russian?: true };
export type Paragraph = readonly Run[];

export type Block = { id: string } & (
  | { kind: 'header' | 'title' | 'text' | 'lead'; paragraphs: readonly Paragraph[] }
  /** Numbered from `start`, or from 1. */
  | { kind: 'list'; items: readonly { id: string; text: Paragraph }[]; start?: number }
  /** Lines to fill in by hand, each field under its label: the paper sheet. */
  | { kind: 'form'; fields: readonly { id: string; label: string; lines: number }[] }
  /** A line to sign on, with the date where the document ends. */
  | { kind: 'signature'; date: string | null; name: string }
);

export type Document = {
  template: string;
  /** Language of the document itself: always Russian (УПК 18). */
  language: 'ru';
  date: IsoDate;
  blocks: readonly Block[];
};

/** A paragraph as plain text. */
export function plain(paragraph: Paragraph): string {
  return paragraph.map(({ text }) => text).join('');
}

/** Name of every file of a complaint, whatever it is about: a folder listing must tell nothing. */
export function fileName(document: Pick<Document, 'date'>, extension: string): string {
  return `zayavlenie-${document.date}.${extension}`;
}
