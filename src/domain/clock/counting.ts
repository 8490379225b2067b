/**
 * From a day to the last day of a term (УПК 128). The day of the event is not counted: of суток the Code does not say it,
 * commentaries differ, and this is the careful reading. Суток are calendar days.
 */
import { addDays, type IsoDate } from '../dates.ts';
import type { Unit } from './term.ts';
import type { Reason } from './why.ts';
import {
  hasCalendar,
  isWorkingDay,
  isWorkingSaturday,
  presidentialDays,
  type WorkingCalendar,
  workingDayFrom,
} from './working-days.ts';

export type Length = { length: number; unit: Unit; roll: boolean };

/** The last day of a term that an event of `date` began. */
export function lastDay(calendar: WorkingCalendar, date: IsoDate, { length, unit, roll }: Length): IsoDate {
  const end = endOf(date, length, unit);
  return roll && unit !== 'immediately' ? workingDayFrom(calendar, end) : end;
}

/** The same in steps, for a person who wants to check it. */
export function countingReasons(
  calendar: WorkingCalendar,
  date: IsoDate,
  { length, unit, roll }: Length,
): Reason[] {
  const end = endOf(date, length, unit);
  const due = lastDay(calendar, date, { length, unit, roll });
  const rolls = roll && unit !== 'immediately';
  return [
    ...(unit === 'immediately' ? [] : [{ code: 'first-day' } as const]),
    { code: 'length', unit, count: length, date: end },
    ...(rolls && isWorkingSaturday(calendar, end) ? [{ code: 'working-saturday', date: end } as const] : []),
    ...(due !== end ? [{ code: 'day-off', date: end, due } as const] : []),
    ...(!rolls && unit !== 'immediately' && !isWorkingDay(calendar, end)
      ? [{ code: 'not-moved', date: end } as const]
      : []),
    ...presidentialDays(calendar, date, due).map(
      ({ from, to, act }) => ({ code: 'presidential', from, to, act }) as const,
    ),
    ...(rolls && isEstimated(calendar, date, { length, unit, roll })
      ? [{ code: 'no-calendar', year: end.slice(0, 4) } as const]
      : []),
  ];
}

/** True where the last day depends on a year whose calendar nobody has entered. */
export function isEstimated(calendar: WorkingCalendar, date: IsoDate, counted: Length): boolean {
  if (!counted.roll) return false;
  const end = endOf(date, counted.length, counted.unit);
  return !hasCalendar(calendar, end) || !hasCalendar(calendar, lastDay(calendar, date, counted));
}

function endOf(date: IsoDate, length: number, unit: Unit): IsoDate {
  switch (unit) {
    case 'immediately':
      return date;
    case 'hours':
      return addDays(date, Math.ceil(length / 24));
    case 'sutki':
    case 'days':
      return addDays(date, length);
    case 'months':
      return sameDayLater(date, length);
    case 'years':
      return sameDayLater(date, length * 12);
  }
}

/** The same day of a later month; where the month has none, its last (УПК 128 ч. 2). */
function sameDayLater(date: IsoDate, months: number): IsoDate {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const same = (of: number, day: string) =>
    `${String(Math.floor(of / 12)).padStart(4, '0')}-${String((of % 12) + 1).padStart(2, '0')}-${day}`;
  const last = addDays(same(month + 1, '01'), -1);
  const wanted = same(month, date.slice(8));
  return wanted < last ? wanted : last;
}
