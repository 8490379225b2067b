/**
 * The time limits of one document (УПК 124, 125, 128, 144–148, 389.4; 59-ФЗ 8, 12; 1-ФКЗ 17): events with dates in,
 * last days out, each with its reason. Nothing here knows a date but what it is given.
 */
import type { Event, EventKind } from '../case/event.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Procedure } from '../procedure.ts';
import { countingReasons, isEstimated, lastDay } from './counting.ts';
import { type Extended, prolonged, stagesReached } from './extension.ts';
import { type Running, runningProcedures } from './running.ts';
import type { ClockRules, Term } from './term.ts';
import type { Reason } from './why.ts';
import { byDate, type Window, windowOf } from './window.ts';
import type { WorkingCalendar } from './working-days.ts';

/** running: time is left, the due day included · met: answered in time · missed: answered later, or not. */
export type DeadlineState = 'running' | 'met' | 'missed';

export type Deadline = {
  term: Term;
  procedure: Procedure;
  /** The event that it runs from; `sent` where the rest is a guess. */
  event: EventKind;
  from: IsoDate;
  /** Of an office's uncertain term the latest day, of the applicant's own the earliest: either way the safe one. */
  due: IsoDate;
  earliest: IsoDate;
  latest: IsoDate;
  /** False where the day it runs from is a guess. */
  certain: boolean;
  /** True where a year without a calendar was counted. */
  estimated: boolean;
  state: DeadlineState;
  /** With the extension, where there is one. */
  length: number;
  why: readonly Reason[];
};

export type Clock = { rules: ClockRules; calendar: WorkingCalendar };
export type Filed = { procedure: Procedure; events: readonly Event[]; court: boolean };

/** Every time limit that the events of a document began, the first to end first. */
export function deadlines(clock: Clock, { procedure, events, court }: Filed, today: IsoDate): Deadline[] {
  const all = runningProcedures(procedure, events, court).flatMap((one) => ofProcedure(clock, one, today));
  const once = all.filter(({ term }, index) => all.findIndex((one) => one.term.id === term.id) === index);
  return once.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

function ofProcedure(clock: Clock, running: Running, today: IsoDate): Deadline[] {
  const terms = clock.rules.terms
    .filter((term) => term.procedures.includes(running.procedure))
    .map((term) => ({ ...term, from: term.fromIn?.[running.procedure] ?? term.from }));
  const stages = stagesReached(terms, running.events);
  return terms.flatMap((term) => {
    const stage = stages.get(term.id);
    if (term.extendedFrom !== undefined && !stage) return [];
    const window = windowOf(clock.rules, term, running.events, running.receipt);
    return window ? [deadline(clock, running, term, window, stage, stages, today)] : [];
  });
}

function deadline(
  { calendar, rules }: Clock,
  running: Running,
  term: Term,
  window: Window,
  stage: Extended | undefined,
  stages: ReadonlyMap<string, Extended>,
  today: IsoDate,
): Deadline {
  const { event, certain } = window;
  const unextended = lastDay(calendar, window.latest, term);
  const extended = stage ?? prolonged(term, running.events, unextended);
  const counted = { length: extended.length, unit: term.unit, roll: term.roll };
  const earliest = lastDay(calendar, window.earliest, counted);
  const latest = lastDay(calendar, window.latest, counted);
  const takenOver = term.prolongedBy
    .flatMap((id) => stages.get(id)?.event?.date ?? [])
    .filter((date) => date <= latest)
    .sort()
    .at(0);
  const answered = answerOf(term, running.events, window);
  const inTime =
    answered && answered.date <= (term.posted ? addDays(latest, rules.post.latest) : latest)
      ? answered
      : undefined;
  const met = inTime !== undefined || takenOver !== undefined;
  return {
    term,
    procedure: running.procedure,
    event: event.kind,
    from: event.date,
    due: term.actor === 'applicant' ? earliest : latest,
    earliest,
    latest,
    certain,
    length: extended.length,
    estimated: isEstimated(calendar, window.latest, counted),
    state: met ? 'met' : today <= latest ? 'running' : 'missed',
    why: [
      ...window.why,
      ...extended.why,
      ...countingReasons(calendar, window.latest, counted),
      ...(earliest < latest ? [{ code: 'earliest', date: earliest } as const] : []),
      ...(term.since && window.latest < term.since ? [{ code: 'newer-law', date: term.since } as const] : []),
      ...stateReasons(inTime ?? (takenOver ? undefined : answered), inTime !== undefined, takenOver),
    ],
  };
}

/** The first event that answers the term. What the office got may have been answered before the day that the person noted. */
function answerOf(term: Term, events: readonly Event[], window: Window): Event | undefined {
  if (term.metByNumber && window.event.number !== undefined) return window.event;
  const since = Array.isArray(term.from) ? window.event.date : '';
  return byDate(events.filter(({ kind, date }) => term.met.includes(kind) && date >= since)).at(0);
}

function stateReasons(
  answered: Event | undefined,
  inTime: boolean,
  takenOver: IsoDate | undefined,
): Reason[] {
  if (answered) return [{ code: inTime ? 'met' : 'late', event: answered.kind, date: answered.date }];
  return takenOver ? [{ code: 'prolonged', date: takenOver }] : [];
}
