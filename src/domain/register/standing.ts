/**
 * Where a filing stands, worked out from its public facts alone: weeks are as exact as the register may be. An office's
 * time is counted from the last day of a week, the applicant's own from the first, so neither is blamed too early.
 */
import type { Event, EventKind } from '../case/event.ts';
import { type Deadline, deadlines } from '../clock/deadline.ts';
import { silentTerms } from '../clock/silent.ts';
import type { Term } from '../clock/term.ts';
import { procedureOf } from '../clock/timeline.ts';
import { addDays } from '../dates.ts';
import type { Library } from '../library.ts';
import type { Procedure } from '../procedure.ts';
import { arrivals, earliestDay, eventsOn, latestDay } from './event-days.ts';
import { isUnanswered, type Measure, measuresOf, type OfOffice } from './measures.ts';
import type { PublicFacts } from './public-facts.ts';
import { type IsoWeek, weekOf } from './week.ts';

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
  const limits = (events: Event[]) =>
    deadlines(clock, { procedure, events, court: facts.authority === null }, atTheEnd);
  const post = library.clock.post.latest;
  const ofOffice = (events: Event[]): OfOffice[] =>
    limits(events)
      .filter(({ term }) => isKnownOf(term))
      .map((one) => ({ ...one, end: weekOf(addDays(one.latest, one.term.posted ? post : 0)) }));
  const known = ofOffice(eventsOn(facts, latestDay));
  const ofApplicant = limits(eventsOn(facts, earliestDay)).filter(({ term }) => term.actor === 'applicant');
  const asksStill = stillAsks(facts, decidingIn(procedure));
  return {
    standing: standingOf(facts),
    dueWeek: earliest(known.filter((one) => isUnanswered(one) && asksStill(one)).map(({ end }) => end)),
    ownWeek: earliest(
      ofApplicant.filter((one) => one.state !== 'met' && asksStill(one)).map(({ due }) => weekOf(due)),
    ),
    measures: measuresOf(procedure, facts, {
      known,
      extended: () => ofOffice(extendedEvents(library, facts)),
    }),
  };
}

/** A time limit of the office; not one that nobody hears of, nor one that a number answers: numbers are sealed. */
export function isKnownOf(term: Term): boolean {
  return term.actor === 'authority' && !term.metByNumber && !silentTerms.includes(term.id);
}

/** A letter without a decision, or word that a report was joined to another, ends no check (УПК 145 knows three decisions). */
function decidingIn(procedure: Procedure): readonly Standing[] {
  return procedure === 'crime-report' ? deciding.filter((one) => one !== 'answered') : deciding;
}

/** Of a decision what it begins itself goes on: the time to send a copy, the time to appeal. */
function stillAsks({ events }: PublicFacts, ends: readonly Standing[]) {
  const isEnd = (kind: EventKind) => ends.includes(byKind[kind] ?? 'filed');
  const decided = events
    .filter(({ kind }) => isEnd(kind))
    .map(({ week }) => week)
    .sort()
    .at(-1);
  return ({ from, event }: Deadline) =>
    decided === undefined || weekOf(from) > decided || (weekOf(from) === decided && isEnd(event));
}

/** As if every office that has the report had extended its check at once to the longest that the law allows. */
function extendedEvents({ clock }: Library, facts: PublicFacts): Event[] {
  const events = eventsOn(facts, latestDay);
  const days = Math.max(...clock.terms.map(({ extendedFrom, length }) => (extendedFrom ? length : 0)));
  const [sent = '', ...later] = events.map(({ date }) => date).sort();
  const arrived = events.filter(({ kind }) => arrivals.includes(kind)).map(({ date }) => date);
  const [acted = sent] = [addDays(sent, clock.post.latest), ...later].sort();
  const from = arrived.length > 0 ? arrived : [acted];
  return [...events, ...from.map((date) => ({ kind: 'extended' as const, date, days }))];
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

function earliest(weeks: readonly IsoWeek[]): IsoWeek | null {
  return [...weeks].sort().at(0) ?? null;
}
