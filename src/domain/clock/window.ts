/**
 * The day that a term runs from: known, or somewhere between two days. A document reaches an office once, so the first
 * receipt counts; decisions may follow one another, so of those the last counts.
 */
import type { Event, EventKind } from '../case/event.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { ClockRules, Term } from './term.ts';
import type { Reason } from './why.ts';

export type Window = {
  /** What is known: the event itself, or the sending that it is guessed from. */
  event: Event;
  earliest: IsoDate;
  latest: IsoDate;
  certain: boolean;
  why: readonly Reason[];
};

/** Kinds of event that mean: the office has it. */
export type ReceiptKinds = readonly EventKind[];

/** The day that `term` runs from; undefined where nothing has begun it. */
export function windowOf(
  rules: ClockRules,
  term: Term,
  events: readonly Event[],
  receipt: ReceiptKinds,
): Window | undefined {
  if (term.from === 'receipt') return received(rules, events, receipt);
  if (term.from === 'registration') return registered(rules, events, receipt);
  const kinds = term.from;
  const event = byDate(events.filter(({ kind }) => kinds.includes(kind))).at(-1);
  return event && known(event);
}

/** Events by day; of one day, as they were given, which decides nothing. */
export function byDate(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

function received({ post }: ClockRules, events: readonly Event[], receipt: ReceiptKinds): Window | undefined {
  const [first] = byDate(events.filter(({ kind }) => receipt.includes(kind)));
  if (first) return known(first);
  const [sent] = byDate(events.filter(({ kind }) => kind === 'sent'));
  if (!sent) return undefined;
  const [acted] = byDate(events.filter(({ kind, date }) => kind !== 'sent' && date >= sent.date));
  const latest = [addDays(sent.date, post.latest), ...(acted ? [acted.date] : [])].reduce(earlier); // whoever acts on it, has it
  const earliest = earlier(addDays(sent.date, post.earliest), latest);
  return {
    event: sent,
    earliest,
    latest,
    certain: false,
    why: [
      { code: 'from', event: 'sent', date: sent.date },
      { code: 'post', min: post.earliest, max: post.latest },
      { code: 'between', from: earliest, to: latest },
    ],
  };
}

function registered(rules: ClockRules, events: readonly Event[], receipt: ReceiptKinds): Window | undefined {
  const [first] = byDate(events.filter(({ kind }) => kind === 'registered'));
  if (first) return known(first);
  const window = received(rules, events, receipt);
  if (!window) return undefined;
  const { earliest, latest } = rules.registration;
  const from = addDays(window.earliest, earliest);
  const to = addDays(window.latest, latest);
  return {
    event: window.event,
    earliest: from,
    latest: to,
    certain: false,
    why: [
      ...window.why.filter(({ code }) => code !== 'between'),
      { code: 'registration', max: latest },
      { code: 'between', from, to },
    ],
  };
}

function known(event: Event): Window {
  const { kind, date } = event;
  const why = [{ code: 'from', event: kind, date } as const];
  return { event, earliest: date, latest: date, certain: true, why };
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
