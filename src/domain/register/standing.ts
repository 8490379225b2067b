/**
 * Where a filing stands, worked out from its public facts alone: weeks are as exact as the register may be. An office's
 * time is counted from the last day of a week, the applicant's own from the first, so neither is blamed too early.
 */
import type { Event, EventKind } from '../case/event.ts';
import { type Deadline, deadlines } from '../clock/deadline.ts';
import { silentTerms } from '../clock/silent.ts';
import { procedureOf } from '../clock/timeline.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Library } from '../library.ts';
import type { PublicEvent, PublicFacts } from './public-facts.ts';
import { type IsoWeek, mondayOf, sundayOf, weekOf } from './week.ts';

/** What the office did last, as far as it is known. */
export const standings = [
  'filed',
  'registered',
  'extended',
  'transferred',
  'not-accepted',
  'treated-as-appeal',
  'answered',
  'refused',
  'cancelled',
  'opened',
  'returned',
  'ruled',
] as const;
export type Standing = (typeof standings)[number];

/** What the statistics count; one filing counts in several. Those that wait by `due` are counted apart. */
export const measures = [
  'filed',
  'registered',
  'in-time',
  'late',
  'treated-as-appeal',
  'refused',
  'opened',
] as const;
export type Measure = (typeof measures)[number];

export type Derived = {
  standing: Standing;
  /** The week in which the earliest unanswered time limit of the office ends; null where none waits. */
  dueWeek: IsoWeek | null;
  /** Likewise of the applicant's own time: to appeal, to complain. */
  ownWeek: IsoWeek | null;
  measures: readonly Measure[];
};

const byKind: Partial<Record<EventKind, Standing>> = {
  accepted: 'filed',
  'not-accepted': 'not-accepted',
  registered: 'registered',
  extended: 'extended',
  transferred: 'transferred',
  'treated-as-appeal': 'treated-as-appeal',
  joined: 'answered',
  refused: 'refused',
  'refusal-received': 'refused',
  cancelled: 'cancelled',
  opened: 'opened',
  answered: 'answered',
  'answer-on-site': 'answered',
  returned: 'returned',
  ruling: 'ruled',
};

/** Events after which earlier time limits ask for nothing more. */
const deciding: readonly Standing[] = [
  'not-accepted',
  'treated-as-appeal',
  'answered',
  'refused',
  'opened',
  'returned',
  'ruled',
];

/** To turn a report away, or to take it for an ordinary letter, is no answer to it: that is counted apart. */
const answering = deciding.filter((one) => one !== 'not-accepted' && one !== 'treated-as-appeal');

/** Any day after all of them: whether a limit is answered does not depend on today. */
const atTheEnd = '2099-12-31';

export function deriveFiling(library: Library, facts: PublicFacts): Derived {
  const procedure = procedureOf(library, facts.template);
  const clock = { rules: library.clock, calendar: library.calendar };
  const limits = (day: Day) =>
    deadlines(clock, { procedure, events: eventsOn(facts, day), court: facts.authority === null }, atTheEnd);
  const post = library.clock.post.latest;
  const ofOffice = limits(latestDay)
    .filter(({ term }) => isKnownOf(term))
    .map((one) => ({ ...one, end: weekOf(addDays(one.latest, one.term.posted ? post : 0)) }));
  const ofApplicant = limits(({ week }) => mondayOf(week)).filter(({ term }) => term.actor === 'applicant');
  const asksStill = stillAsks(weeksOf(facts, deciding).at(-1) ?? '');
  return {
    standing: standingOf(facts),
    dueWeek: earliest(ofOffice.filter((one) => isUnanswered(one) && asksStill(one)).map(({ end }) => end)),
    ownWeek: earliest(
      ofApplicant.filter((one) => one.state !== 'met' && asksStill(one)).map(({ due }) => weekOf(due)),
    ),
    measures: measuresOf(facts, ofOffice),
  };
}

type OfOffice = Deadline & {
  /** The week in which it ends, with the way of the letter. */
  end: IsoWeek;
};

/** Not of those that nobody hears of, nor of those that a number answers: numbers are sealed. */
function isKnownOf(term: Deadline['term']): boolean {
  return term.actor === 'authority' && !term.metByNumber && !silentTerms.includes(term.id);
}

/** Of a decision what it begins itself goes on: the time to send a copy, the time to appeal. */
function stillAsks(decided: IsoWeek | '') {
  return ({ from, event }: Deadline) =>
    weekOf(from) > decided || (weekOf(from) === decided && deciding.includes(byKind[event] ?? 'filed'));
}

type Day = (event: PublicEvent, others: readonly PublicEvent[]) => IsoDate;

function eventsOn({ filedWeek, events }: PublicFacts, day: Day): Event[] {
  const all = [{ kind: 'sent' as const, week: filedWeek }, ...events];
  return all.map((one) => ({ kind: one.kind, date: day(one, all) }));
}

/** An extension, which ends no time of its own, is on the first day that it may have been made on: others began then at the latest. */
function latestDay({ kind, week }: PublicEvent, others: readonly PublicEvent[]): IsoDate {
  const isAlone = others.every((one) => one.kind === 'extended' || one.week !== week);
  return kind === 'extended' && isAlone ? mondayOf(week) : sundayOf(week);
}

/** Of the latest week, the event that was entered last. */
function standingOf({ events }: PublicFacts): Standing {
  let standing: Standing = 'filed';
  let since = '';
  for (const { kind, week } of events) {
    const next = byKind[kind];
    if (next === undefined || week < since) continue;
    standing = next;
    since = week;
  }
  return standing;
}

/** The weeks of events that led to one of these, the first one first. */
function weeksOf({ events }: PublicFacts, to: readonly Standing[]): IsoWeek[] {
  return events
    .filter(({ kind }) => to.includes(byKind[kind] ?? 'filed'))
    .map(({ week }) => week)
    .sort();
}

function isUnanswered({ state, why }: Deadline): boolean {
  return state !== 'met' && !why.some(({ code }) => code === 'late');
}

/** Only a later week is late: within one week nobody knows what came first. */
function wasLate({ why, end }: OfOffice): boolean {
  return why.some((reason) => reason.code === 'late' && weekOf(reason.date) > end);
}

function earliest(weeks: readonly IsoWeek[]): IsoWeek | null {
  return [...weeks].sort().at(0) ?? null;
}

function measuresOf(facts: PublicFacts, ofOffice: readonly OfOffice[]): Measure[] {
  const happened = (...kinds: EventKind[]) => facts.events.some(({ kind }) => kinds.includes(kind));
  const answered = weeksOf(facts, answering).at(0);
  // An answer that no time limit asks for, a letter in place of a decision, is no better for being another thing.
  const isBehind = (one: OfOffice) =>
    answered !== undefined && isUnanswered(one) && weekOf(one.from) <= answered && one.end < answered;
  const late = ofOffice.some((one) => wasLate(one) || isBehind(one));
  return [
    'filed',
    ...(happened('registered') ? (['registered'] as const) : []),
    ...(answered === undefined ? [] : [late ? ('late' as const) : ('in-time' as const)]),
    ...(happened('treated-as-appeal') ? (['treated-as-appeal'] as const) : []),
    ...(happened('refused', 'refusal-received') ? (['refused'] as const) : []),
    ...(happened('opened') ? (['opened'] as const) : []),
  ];
}
