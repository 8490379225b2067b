/** Small papers that go with a document: a label, an inventory, a mark of receipt. Composed here, printed by renderers. */
import type { Applicant } from '../applicant.ts';
import type { Authority } from '../authority.ts';
import type { IsoDate } from '../dates.ts';
import type { Run } from '../document.ts';

/** What a paper is made from: the office, whoever signs, and what lies in the envelope. */
export type Dispatch = {
  authority: Authority;
  /** Undefined: name and address are written by hand. */
  applicant: Applicant | undefined;
  date: IsoDate;
  /** A report of a crime is «заявление», anything else «обращение». */
  crimeReport: boolean;
  /** What a document that follows an answer is called; absent of a first one. */
  followUp?: 'Жалоба' | 'Запрос';
  /** Whether printouts, or other papers, go with it. */
  annexes: boolean;
  fromAbroad: boolean;
};

/** A line of a paper: its label, and what stands there or how many empty lines wait for a pen. */
export type PaperField = { label: string; value: readonly Run[] } | { label: string; blank: number };

export type PaperBlock =
  | { kind: 'title' | 'text'; text: readonly Run[] }
  /** An address: the sender's at the left above, the addressee's at the right below. */
  | { kind: 'address'; side: 'from' | 'to'; fields: readonly PaperField[]; postcode?: string }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'fields'; fields: readonly PaperField[] };

/** One paper; a label has a frame to cut along. `copies` are printed one below the other. */
export type Paper = {
  id: string;
  language: 'ru' | 'en';
  frame: boolean;
  copies: number;
  blocks: readonly PaperBlock[];
};

/** What is printed at once, with the words for whoever prints it; hints stay on the screen. */
export type PaperSheet = {
  language: string;
  direction: string;
  tab: string;
  title: string;
  hints: readonly string[];
  papers: readonly Paper[];
};

export const paperKinds = ['envelope', 'inventory', 'second-copy'] as const;
export type PaperKind = (typeof paperKinds)[number];

export function words(text: string): Run[] {
  return [{ text }];
}

export function own(text: string): Run[] {
  return [{ text, own: true }];
}
