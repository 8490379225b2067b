/**
 * The limitation clock (УК 15, 78): which counts a complaint of a given day may still rest on.
 */
import type { Count } from './count.ts';
import { addDays, addYears, daysBetween, type IsoDate } from './dates.ts';
import type { Acts } from './episode.ts';

export type CountState = 'running' | 'partly' | 'expired' | 'court-decides';

/** A count held against the acts of one complaint on one day. */
export type Limitation = {
  count: Count;
  /** running: all acts in time · partly: some are · expired: none is · court-decides: УК 78 ч. 4. */
  state: CountState;
  /** The acts that this count may rest on: those it was in force for and, when partly run out, those still in time. */
  actsFrom: IsoDate;
  actsTo: IsoDate;
  /** True when the acts above are only a part of those reported. */
  partOfActs: boolean;
  /** Last day for the earliest and for the latest of the acts that fall under this text. */
  lastDayOfFirst: IsoDate;
  lastDayOfLast: IsoDate;
  /** Days left on `date` until `lastDayOfFirst`; negative when it has passed. */
  daysLeft: number;
};

/**
 * The last day on which an act can be prosecuted: the day before the anniversary, not moved off a day off
 * (Пленум ВС РФ от 27.06.2013 № 19, п. 18).
 */
export function limitationLastDay(actDate: IsoDate, years: number): IsoDate {
  return addDays(addYears(actDate, years), -1);
}

/** Every count that fits a kind of the acts and was in force for some of them, with its state on `date`. */
export function limitations(counts: readonly Count[], acts: readonly Acts[], date: IsoDate): Limitation[] {
  const reportedKinds = acts.flatMap(({ kinds }) => kinds);
  return counts.flatMap((count) => {
    if (!count.needs.every((kind) => reportedKinds.includes(kind))) return [];
    const fitting = acts.filter((one) => one.kinds.some((kind) => count.kinds.includes(kind)));
    if (fitting.length === 0) return [];
    const reported = {
      from: fitting.map((one) => one.from).reduce(earlier),
      to: fitting.map((one) => one.to).reduce(later),
    };
    const from = later(reported.from, count.actsFrom ?? reported.from);
    const to = earlier(reported.to, count.actsUntil ?? reported.to);
    return from > to ? [] : [limitation(count, reported, from, to, date)];
  });
}

function limitation(
  count: Count,
  reported: { from: IsoDate; to: IsoDate },
  from: IsoDate,
  to: IsoDate,
  date: IsoDate,
): Limitation {
  const lastDayOfFirst = limitationLastDay(from, count.years);
  const lastDayOfLast = limitationLastDay(to, count.years);
  const state = stateOn(date, count, lastDayOfFirst, lastDayOfLast);
  const actsFrom = state === 'partly' ? earliestInTime(from, count.years, date) : from;
  return {
    count,
    state,
    actsFrom,
    actsTo: to,
    partOfActs: actsFrom > reported.from || to < reported.to,
    lastDayOfFirst,
    lastDayOfLast,
    daysLeft: daysBetween(date, lastDayOfFirst),
  };
}

function stateOn(date: IsoDate, count: Count, lastDayOfFirst: IsoDate, lastDayOfLast: IsoDate): CountState {
  if (date <= lastDayOfFirst) return 'running';
  if (count.courtDecides) return 'court-decides';
  return date <= lastDayOfLast ? 'partly' : 'expired';
}

/** The first day, from `from` on, whose acts are still in time on `date`. */
function earliestInTime(from: IsoDate, years: number, date: IsoDate): IsoDate {
  let day = later(from, addDays(addYears(date, -years), -2));
  while (limitationLastDay(day, years) < date) day = addDays(day, 1);
  return day;
}

function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}
