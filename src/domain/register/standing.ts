/**
 * Where a filing stands, worked out from its public facts alone: weeks are as exact as the register may be. An office's
 * time is counted from the last day of a week, the applicant's own from the first, so neither is blamed too early.
 */
import type { Event, EventKind } from '../case/event.ts';
import { type Deadline, deadlines } from '../clock/deadline.ts';
import { procedureOf } from '../clock/timeline.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Library } from '../library.ts';
import type { PublicFacts } from './public-facts.ts';
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

/** Any day after all of them: whether a limit is answered does not depend on today. */
const atTheEnd = '2099-12-31';

export function deriveFiling(library: Library, facts: PublicFacts): Derived {
  const procedure = procedureOf(library, facts.template);
  const clock = { rules: library.clock, calendar: library.calendar };
  const limits = (day: (week: IsoWeek) => IsoDate) =>
    deadlines(clock, { procedure, events: eventsOn(facts, day), court: facts.authority === null }, atTheEnd);
  const decided = facts.events
    .filter(({ kind }) => deciding.includes(byKind[kind] ?? 'filed'))
    .map(({ week }) => week)
    .reduce((a, b) => (a > b ? a : b), '');
  const post = library.clock.post.latest;
  const ofOffice = limits(sundayOf).filter(({ term }) => term.actor === 'authority');
  const ofApplicant = limits(mondayOf).filter(({ term }) => term.actor === 'applicant');
  const open = ofOffice.filter((one) => isUnanswered(one) && weekOf(one.from) >= decided);
  const own = ofApplicant.filter((one) => one.state !== 'met' && weekOf(one.from) >= decided);
  return {
    standing: standingOf(facts),
    dueWeek: earliest(open.map(({ latest, term }) => addDays(latest, term.posted ? post : 0))),
    ownWeek: earliest(own.map(({ due }) => due)),
    measures: measuresOf(facts, ofOffice, decided !== ''),
  };
}

function eventsOn({ filedWeek, events }: PublicFacts, day: (week: IsoWeek) => IsoDate): Event[] {
  return [
    { kind: 'sent', date: day(filedWeek) },
    ...events.map(({ kind, week }): Event => ({ kind, date: day(week) })),
  ];
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

function isUnanswered({ state, why }: Deadline): boolean {
  return state !== 'met' && !wasLate({ why });
}

function wasLate({ why }: Pick<Deadline, 'why'>): boolean {
  return why.some(({ code }) => code === 'late');
}

function earliest(days: readonly IsoDate[]): IsoWeek | null {
  const [first] = [...days].sort();
  return first === undefined ? null : weekOf(first);
}

function measuresOf({ events }: PublicFacts, ofOffice: readonly Deadline[], answered: boolean): Measure[] {
  const happened = (...kinds: EventKind[]) => events.some(({ kind }) => kinds.includes(kind));
  const late = answered && ofOffice.some(wasLate);
  return [
    'filed',
    ...(happened('registered') ? (['registered'] as const) : []),
    ...(answered ? ([late ? 'late' : 'in-time'] as const) : []),
    ...(happened('treated-as-appeal') ? (['treated-as-appeal'] as const) : []),
    ...(happened('refused', 'refusal-received') ? (['refused'] as const) : []),
    ...(happened('opened') ? (['opened'] as const) : []),
  ];
}
