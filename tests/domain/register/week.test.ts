/** Weeks as ISO 8601 counts them. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#domain/dates.ts';
import { addWeeks, isIsoWeek, isoWeek, mondayOf, monthOf, sundayOf, weekOf } from '#domain/register/week.ts';

const anyDay = fc.integer({ min: 0, max: 39_000 }).map((days) => addDays('1991-01-07', days));

describe('weeks of the calendar', () => {
  it.each([
    ['2026-11-21', '2026-W47', 'a Saturday'],
    ['2026-01-01', '2026-W01', 'a Thursday: its week is the first of the year'],
    ['2025-12-29', '2026-W01', 'the Monday before it lies in the year before'],
    ['2026-12-31', '2026-W53', '2026 has 53 weeks'],
    ['2027-01-03', '2026-W53', 'the first Sunday of 2027 is still of 2026'],
    ['2027-01-04', '2027-W01', 'the week of the fourth of January is the first'],
    ['2024-12-30', '2025-W01', 'two days of 2024 belong to 2025'],
    ['2020-02-29', '2020-W09', 'a leap day'],
    ['1991-01-07', '1991-W02', 'the first Monday of all'],
    ['2099-12-27', '2099-W52', 'the last Sunday of all'],
  ])('%s lies in %s: %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
    expect(isIsoWeek(week)).toBe(true);
  });

  it.each([
    '2027-W53', // it has 52
    '2026-W54',
    '2026-W00',
    '2026-w47',
    '2026-W7',
    '26-W07',
    '1991-W01',
    '2099-W53',
    '2100-W01',
    '2026-W47 ',
    '2026-11-21',
    '',
  ])('%j is no week', (text) => {
    expect(isIsoWeek(text)).toBe(false);
    expect(isoWeek.safeParse(text).success).toBe(false);
  });

  it('begins on its Monday and ends on its Sunday', () => {
    expect(mondayOf('2026-W53')).toBe('2026-12-28');
    expect(sundayOf('2026-W53')).toBe('2027-01-03');
    expect(addWeeks('2026-W53', 1)).toBe('2027-W01');
    expect(addWeeks('2026-W01', -1)).toBe('2025-W52');
  });

  it('is counted in the month of its Thursday', () => {
    expect(monthOf('2026-W53')).toBe('2026-12');
    expect(monthOf('2026-W01')).toBe('2026-01');
    expect(monthOf('2026-W40')).toBe('2026-10'); // 28 September to 4 October
  });

  it('every day lies in its week, and weeks sort as days do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, other) => {
        const week = weekOf(day);
        expect(isIsoWeek(week)).toBe(true);
        expect(mondayOf(week) <= day && day <= sundayOf(week)).toBe(true);
        expect(daysBetween(mondayOf(week), sundayOf(week))).toBe(6);
        expect(new Date(`${mondayOf(week)}T00:00:00Z`).getUTCDay()).toBe(1);
        if (day <= other) expect(week <= weekOf(other)).toBe(true);
      }),
    );
  });

  it('going on by weeks is going on by sevens of days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 200 }), (day, weeks) => {
        fc.pre(addDays(day, 7 * weeks) < '2099-12-01');
        expect(addWeeks(weekOf(day), weeks)).toBe(weekOf(addDays(day, 7 * weeks)));
        expect(addWeeks(addWeeks(weekOf(day), weeks), -weeks)).toBe(weekOf(day));
      }),
    );
  });
});
