/** What the command line is given: the parts of the program and the terminal, put together in compose.ts alone. */
import type { Readable } from 'node:stream';
import type { IsoDate } from '#domain/dates.ts';
import type { Document } from '#domain/document.ts';
import type { Library } from '#domain/library.ts';
import type { Texts, Translate } from '#i18n.ts';

export type Desk = {
  library: Library;
  texts: Texts;
  formats: Readonly<Record<string, FileFormat>>;
  today: IsoDate;
  /** Where relative paths begin. */
  folder: string;
  /** The language that the machine is set to, as `LANG` says it. */
  locale: string | undefined;
  input: Readable & { isTTY?: boolean };
  /** Takes documents and what was asked for, nothing else. */
  output: Stream;
  /** Takes progress, reports and refusals. */
  messages: Stream;
  /** Aborted when the person stops the program. */
  stop: AbortSignal;
};

export type Stream = NodeJS.WritableStream & { isTTY?: boolean; columns?: number };

export type FileFormat = {
  extension: string;
  render: (document: Document) => Rendered | Promise<Rendered>;
};
export type Rendered = string | Uint8Array;

/** What the shell is told: all done, some failed, the command was wrong, stopped by the person. */
export type Exit = 0 | 1 | 2 | 130;

/** The desk of somebody whose language is known. */
export type Counter = Desk & { t: Translate };
