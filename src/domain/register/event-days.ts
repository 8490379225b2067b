/**
 * Days for events of which only the week is known: the last of it for what an office is told by, so that none is blamed too
 * early, the first for what the applicant's own time runs from.
 */
import type { Event, EventKind } from '../case/event.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { PublicEvent, PublicFacts } from './public-facts.ts';
import { mondayOf, sundayOf } from './week.ts';

/** Kinds of event that mean: the office has it. */
export const arrivals: readonly EventKind[] = ['received', 'accepted', 'registered'];

/** Of everything that happened to a filing, its sending first, in the order it was entered in. */
export type Day = (event: PublicEvent, all: readonly PublicEvent[]) => IsoDate;

export function eventsOn(
  { filedWeek, events }: Pick<PublicFacts, 'filedWeek' | 'events'>,
  day: Day,
): Event[] {
  const all = [{ kind: 'sent' as const, week: filedWeek }, ...events];
  return all.map((one) => ({ kind: one.kind, date: day(one, all) }));
}

/**
 * The last day of the week, but for two. An extension, which ends no time of its own, is on the first day that it may have
 * been made on: others began then at the latest. A transfer comes before the arrival that was entered after it.
 */
export const latestDay: Day = (event, all) => {
  const { kind, week } = event;
  const same = all.filter((one) => one.week === week);
  if (kind === 'extended' && same.every((one) => one.kind === 'extended')) return mondayOf(week);
  const since = same.slice(same.indexOf(event) + 1);
  const goesOn = kind === 'transferred' && since.some((one) => arrivals.includes(one.kind));
  return goesOn ? addDays(sundayOf(week), -1) : sundayOf(week);
};

export const earliestDay: Day = ({ week }) => mondayOf(week);

export const lastDay: Day = ({ week }) => sundayOf(week);
