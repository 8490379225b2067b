/**
 * What of a filing the register holds in clear, so that it can be counted: no name, no number, no region, and of every day
 * only its week, because an exact day could be joined to an office's own books.
 */
import * as z from 'zod/mini';
import { type Filing, filingChannels, mostFilings } from '../case/case-file.ts';
import { eventKinds, mostEvents } from '../case/event.ts';
import type { Library } from '../library.ts';
import { type IsoWeek, isoWeek, weekOf } from './week.ts';

export const publicEvent = z.strictObject({ kind: z.enum(eventKinds), week: isoWeek });
export type PublicEvent = z.infer<typeof publicEvent>;

/** Public facts of one filing; `authority` is null for a court. The day of filing is not among the events. */
export function publicFacts(library: Library) {
  return z.strictObject({
    template: z.enum([...library.templates.keys()]),
    authority: z.nullable(z.enum([...library.authorities.keys()])),
    channel: z.enum(filingChannels),
    filedWeek: isoWeek,
    events: z._default(z.array(publicEvent).check(z.maxLength(mostEvents)), []),
  });
}
export type PublicFacts = z.infer<ReturnType<typeof publicFacts>>;

export const mostFacts = mostFilings;

/** What of a library has to be known here: the browser of a filer has no more of it. */
export type Known = Readonly<Record<'templates' | 'authorities', Pick<ReadonlySet<string>, 'has'>>>;

/** Public facts of a document of a case; undefined where it has not been filed, or this library does not know it. */
export function publicFactsOf(library: Known, filing: Filing): PublicFacts | undefined {
  const sent = filing.events.find(({ kind }) => kind === 'sent');
  if (!sent || !filing.channel || !library.templates.has(filing.template)) return undefined;
  if (filing.authority !== null && !library.authorities.has(filing.authority)) return undefined;
  return {
    template: filing.template,
    authority: filing.authority,
    channel: filing.channel,
    filedWeek: weekOf(sent.date),
    events: filing.events
      .filter((one) => one !== sent)
      .map(({ kind, date }) => ({ kind, week: weekOf(date) satisfies IsoWeek })),
  };
}
