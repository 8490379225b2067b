/**
 * Working days and days off (ТК 112, 113 and the yearly decrees of the Government): `templates/law/calendar.json`.
 * Days that the President declared non-working in 2020 and 2021 move no procedural term (ВС РФ, review of 21.04.2020 No. 1).
 */
import * as z from 'zod/mini';
import { addDays, daysBetween, type IsoDate, isoDate } from '../dates.ts';
import { localized } from '../language.ts';
import { confidences, provenance } from '../provenance.ts';
import { filled } from '../schema-parts.ts';

const presidential = z.strictObject({
  from: isoDate,
  to: isoDate,
  act: filled,
  confidence: z.enum(confidences),
});
export type PresidentialDays = z.infer<typeof presidential>;

const calendarYear = z.strictObject({
  /** Days off from Monday to Friday. */
  nonWorking: z.array(isoDate),
  workingSaturdays: z.array(isoDate),
  /** How many there are in the year: the check that no day was mistyped. */
  workingDays: z.int(),
  transfers: z.array(
    z.strictObject({ from: isoDate, to: isoDate, basis: z.enum(['decree', 'labour-code']) }),
  ),
  presidentialNonWorking: z._default(z.array(presidential), []),
  decree: z.strictObject({
    title: filled,
    date: isoDate,
    number: filled,
    confidence: z.enum(confidences),
  }),
  note: z.optional(localized),
  ...provenance,
});
type CalendarYear = z.infer<typeof calendarYear>;

export const workingCalendar = z.strictObject({
  about: localized,
  /** ТК 112: for the years without a calendar. */
  holidays: z.strictObject({ days: z.array(z.string().check(z.regex(/^\d\d-\d\d$/))), ...provenance }),
  years: z.record(z.string().check(z.regex(/^\d{4}$/)), calendarYear).check(
    z.superRefine((years, issues) => {
      for (const [year, one] of Object.entries(years)) {
        for (const [message, list] of mistakes(year, one))
          issues.addIssue({ code: 'custom', path: [year, list], message });
      }
    }),
  ),
});
export type WorkingCalendar = z.infer<typeof workingCalendar>;

/** False for a year whose calendar nobody has entered: only Saturdays, Sundays and the holidays of ТК 112 are known. */
export function hasCalendar({ years }: WorkingCalendar, date: IsoDate): boolean {
  return Object.hasOwn(years, date.slice(0, 4));
}

export function isWorkingDay({ years, holidays }: WorkingCalendar, date: IsoDate): boolean {
  const year = years[date.slice(0, 4)];
  if (!year) return !isWeekend(date) && !holidays.days.includes(date.slice(5));
  return isWeekend(date) ? year.workingSaturdays.includes(date) : !year.nonWorking.includes(date);
}

/** `date` itself where it is a working day, else the first after it. */
export function workingDayFrom(calendar: WorkingCalendar, date: IsoDate): IsoDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = addDays(day, 1);
  return day;
}

/** Whether `date` is a Saturday on which people work. */
export function isWorkingSaturday({ years }: WorkingCalendar, date: IsoDate): boolean {
  return years[date.slice(0, 4)]?.workingSaturdays.includes(date) ?? false;
}

/** The days declared non-working by the President that fall between the two days. */
export function presidentialDays({ years }: WorkingCalendar, from: IsoDate, to: IsoDate): PresidentialDays[] {
  return Object.values(years)
    .flatMap(({ presidentialNonWorking }) => presidentialNonWorking)
    .filter((days) => days.from <= to && days.to >= from);
}

/** 6 January 2024 was a Saturday. */
function isWeekend(date: IsoDate): boolean {
  return ((daysBetween('2024-01-06', date) % 7) + 7) % 7 < 2;
}

function mistakes(year: string, one: CalendarYear): [string, keyof CalendarYear][] {
  const working =
    daysBetween(`${year}-01-01`, `${year}-12-31`) +
    1 -
    weekends(year) -
    one.nonWorking.length +
    one.workingSaturdays.length;
  const found: [string, keyof CalendarYear][] = [];
  if (one.nonWorking.some((day) => isWeekend(day) || !day.startsWith(year)))
    found.push(['only days of this year from Monday to Friday', 'nonWorking']);
  if (one.workingSaturdays.some((day) => !isWeekend(day) || !day.startsWith(year)))
    found.push(['only Saturdays of this year', 'workingSaturdays']);
  if (working !== one.workingDays)
    found.push([`the lists make ${working} working days: one of them is mistyped`, 'workingDays']);
  return found;
}

function weekends(year: string): number {
  let count = 0;
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) if (isWeekend(day)) count++;
  return count;
}
