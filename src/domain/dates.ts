/**
 * Calendar days as ISO strings (`2027-02-19`): no clock, no time zone, no time of day.
 * ISO strings of years 0001–9999 sort as dates, so `<` compares them.
 */
import { z } from 'zod';

export type IsoDate = string;

/** A real day of the calendar, between 1991 and 2099 (the service knows no law outside these years). */
export const isoDate = z.string().refine(isIsoDate, { error: 'date' }).meta({ format: 'date' });

export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && iso(day) === text && text >= '1991-01-01' && text <= '2099-12-31';
}

/** The day `days` after (or before, when negative) `date`. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const day = utc(date);
  day.setUTCDate(day.getUTCDate() + days);
  return iso(day);
}

/** The anniversary `years` later; of 29 February, in a year without one, 1 March. */
export function addYears(date: IsoDate, years: number): IsoDate {
  const day = utc(date);
  day.setUTCFullYear(day.getUTCFullYear() + years);
  return iso(day);
}

/** Whole days from `from` to `to`: negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
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
  const day = utc(date);
  return `${day.getUTCDate()}\u00a0${monthsInGenitive[day.getUTCMonth()]} ${day.getUTCFullYear()}\u00a0года`;
}

function utc(date: IsoDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function iso(day: Date): IsoDate {
  return day.toISOString().slice(0, 10);
}
