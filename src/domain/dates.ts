/**
 * Calendar days as ISO strings (`2027-02-19`): no clock, no time zone, no time of day.
 * ISO strings of years 0001–9999 sort as dates, so `<` compares them.
 */
import * as z from 'zod/mini';

export type IsoDate = string;

/** A real day of the calendar, between 1991 and 2099 (the service knows no law outside these years). */
export const isoDate = z.string().check(z.refine(isIsoDate, { error: 'date' }), z.meta({ format: 'date' }));

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  return text >= '1991-01-01' && text <= '2099-12-31' && dayOfNumber(dayNumber(text)) === text;
}

/** The day `days` after (or before, when negative) `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dayOfNumber(dayNumber(date) + days);
}

/** The anniversary `years` later; of 29 February, in a year without one, 1 March. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const { year, month, day } = partsOf(date);
  return dayOfNumber(numberOf(year + years, month, day));
}

/** Whole days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

const monthsInGenitive = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;

/** A date as a Russian document writes it: «19 февраля 2027 года», with non-breaking spaces inside. */
export function longRussianDate(date: IsoDate): string {
  const { year, month, day } = partsOf(date);
  return `${day}\u00a0${monthsInGenitive[month - 1]} ${year}\u00a0года`;
}

function partsOf(date: IsoDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1 March of the year 0 in the Gregorian calendar, so that a leap day is the last of its year. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date);
  return numberOf(year, month, day);
}

/** A day past the end of its month is counted on into the next. */
function numberOf(year: number, month: number, day: number): number {
  const fromMarch = (month + 9) % 12;
  const marchYear = month < 3 ? year - 1 : year;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((fromMarch * 306 + 5) / 10) + day - 1;
}

function dayOfNumber(number: number): IsoDate {
  let year = Math.floor((number * 10_000 + 14_780) / 3_652_425);
  let dayOfYear = number - numberOf(year, 3, 1);
  if (dayOfYear < 0) {
    year--;
    dayOfYear = number - numberOf(year, 3, 1);
  }
  const fromMarch = Math.floor((dayOfYear * 100 + 52) / 3060);
  const month = ((fromMarch + 2) % 12) + 1;
  const day = dayOfYear - Math.floor((fromMarch * 306 + 5) / 10) + 1;
  return iso(month < 3 ? year + 1 : year, month, day);
}

function iso(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
