/** A filing that came on paper or in a table, as a case like any other: without its text, with what is known of it. */
import { type CaseFile, caseVersion, type filingChannels, handedOver } from '../case/case-file.ts';
import type { Event } from '../case/event.ts';
import { textHash } from '../case/open-case.ts';
import type { IsoDate } from '../dates.ts';
import { goesToCourt } from '../follow-up/addressees.ts';
import type { Library } from '../library.ts';
import { isReport } from '../template.ts';

export type EnteredFiling = {
  template: string;
  /** Null for a court, which `court` names. */
  authority: string | null;
  court?: string;
  channel: (typeof filingChannels)[number];
  filed: IsoDate;
  /** Of the post, to follow the letter. */
  tracking?: string;
  /** Id in the library. */
  episode?: string;
  /** What is known to have happened since. */
  events?: readonly Event[];
};

/** `newId` gives a random id each time it is asked. */
export function enteredCase(one: EnteredFiling, newId: () => string): CaseFile {
  const { template, authority, court, channel, filed, tracking, episode, events = [] } = one;
  const sent: Event = { kind: 'sent', date: filed, ...(tracking && { number: tracking }) };
  const isReceived = events.some(({ kind }) => kind === 'received');
  const arrived: Event[] =
    handedOver.some((way) => way === channel) && !isReceived ? [{ kind: 'received', date: filed }] : [];
  return {
    format: 'case',
    version: caseVersion,
    case: newId(),
    filings: [
      {
        id: newId(),
        template,
        authority,
        ...(court && { court }),
        channel,
        date: filed,
        filedFrom: channel === 'post-abroad' ? 'abroad' : 'russia',
        answers: episode === undefined ? {} : { episode },
        text: '',
        sha256: textHash(''),
        events: [sent, ...arrived, ...events].sort((a, b) => a.date.localeCompare(b.date)),
      },
    ],
  };
}

/** Whether a document goes to a court: then no office is named for it. */
export function isForCourt(library: Library, template: string): boolean {
  const known = library.templates.get(template);
  return known !== undefined && !isReport(known) && goesToCourt(known);
}
