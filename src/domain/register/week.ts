/** Weeks of the calendar as ISO 8601 writes them: `2026-W45`, from Monday to Sunday. As strings they sort by time. */
import * as z from 'zod/mini';
import { addDays, daysBetween, type IsoDate } from '../dates.ts';

export type IsoWeek = string;

/** A Monday; every other day is counted from it. */
const someMonday = '1991-01-07';

export const isoWeek = z
  .string()
  .check(z.refine(isIsoWeek, { error: 'week' }), z.meta({ pattern: '^\\d{4}-W\\d{2}$' }));

/** A real week between 1991 and 2099: 2026 has 53, 2027 has 52. */
export function isIsoWeek(text: string): boolean {
  if (!/^\d{4}-W\d{2}$/.test(text) || text < '1991-W02' || text > '2099-W52') return false;
  return weekOf(mondayOf(text)) === text;
}

/** The week that a day lies in. Its year is the one that most of its days, so its Thursday, belong to. */
export function weekOf(date: IsoDate): IsoWeek {
  const thursday = addDays(mondayBefore(date), 3);
  const year = thursday.slice(0, 4);
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

export function mondayOf(week: IsoWeek): IsoDate {
  const firstThursdaysMonday = mondayBefore(`${week.slice(0, 4)}-01-04`);
  return addDays(firstThursdaysMonday, 7 * (Number(week.slice(6)) - 1));
}

export function sundayOf(week: IsoWeek): IsoDate {
  return addDays(mondayOf(week), 6);
}

export function addWeeks(week: IsoWeek, weeks: number): IsoWeek {
  return weekOf(addDays(mondayOf(week), 7 * weeks));
}

/** The month that statistics count a week in, `2026-11`: that of its Thursday. */
export function monthOf(week: IsoWeek): string {
  return addDays(mondayOf(week), 3).slice(0, 7);
}

function mondayBefore(date: IsoDate): IsoDate {
  const days = daysBetween(someMonday, date) % 7;
  return addDays(date, -(days < 0 ? days + 7 : days));
}
