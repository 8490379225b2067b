/** Days for a calendar (RFC 5545), before anybody writes them down as a file: neutral titles, and the reasons below. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { IsoDate } from '../dates.ts';
import type { Language } from '../language.ts';
import type { TimelineRequest } from './timeline.ts';
import { byDate } from './window.ts';

export type AgendaEntry = {
  /** The same each time the same day of the same case is written: a calendar updates it instead of adding another. */
  uid: string;
  date: IsoDate;
  /** Seen on a locked screen by anybody: tells nothing of the matter. */
  title: string;
  text: string;
  /** So many days before, in the morning. */
  remind: readonly number[];
};

export type Agenda = {
  /** Name of the calendar. */
  name: string;
  language: Language;
  /** The day it was made on; a later one replaces an earlier. */
  today: IsoDate;
  entries: readonly AgendaEntry[];
};

/**
 * The name of a case in its calendar where the client chose none: made of the document and its first event, so that later
 * events leave it as it is.
 */
export function agendaKey({ template, authority, events }: TimelineRequest): string {
  const [first] = byDate(events)
    .map(({ kind, date }) => `${date} ${kind}`)
    .sort();
  const digest = sha256(utf8ToBytes([template, authority ?? '', first ?? ''].join('\n')));
  return bytesToHex(digest).slice(0, 32);
}
