/** Working days of eleven years against what is known of them by other ways, and years that nobody has entered. */
import { describe, expect, it } from 'vitest';
import {
  hasCalendar,
  isWorkingDay,
  presidentialDays,
  workingCalendar,
  workingDayFrom,
} from '#domain/clock/working-days.ts';
import { addDays } from '#domain/dates.ts';
import { library } from '../../support/library.ts';

const { calendar } = library;
const workingDaysOf = (year: string) => {
  let count = 0;
  for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count++;
  return count;
};

it.each(Object.entries(calendar.years))(
  '%s has as many working days as its decree makes',
  (year, { workingDays }) => {
    expect(workingDaysOf(year)).toBe(workingDays);
  },
);

it('eleven years are known, with their source', () => {
  expect(Object.keys(calendar.years)).toEqual(Array.from({ length: 11 }, (_, index) => String(2017 + index)));
});

it.each([
  ['2018-04-28', true],
  ['2024-12-28', true],
  ['2027-02-20', true],
  ['2018-04-21', false],
  ['2020-07-01', false],
  ['2026-01-09', false],
  ['2027-11-05', false],
  ['2021-05-04', true], // declared non-working by the President: a working day for a procedural term
])('%s: %s', (day, works) => {
  expect(isWorkingDay(calendar, day)).toBe(works);
});

it('every transfer took a day off to where it says', () => {
  for (const { transfers } of Object.values(calendar.years))
    for (const { to } of transfers) expect(isWorkingDay(calendar, to), to).toBe(false);
});

it('days of the President are told, and move nothing', () => {
  expect(presidentialDays(calendar, '2020-04-01', '2020-04-10').map(({ from }) => from)).toEqual([
    '2020-03-30',
    '2020-04-06',
  ]);
  expect(presidentialDays(calendar, '2022-01-01', '2027-12-31')).toEqual([]);
  expect(workingDayFrom(calendar, '2020-04-06')).toBe('2020-04-06');
});

describe('a year that nobody has entered', () => {
  it('is known by Saturdays, Sundays and the holidays of ТК 112', () => {
    expect(hasCalendar(calendar, '2028-01-01')).toBe(false);
    expect(isWorkingDay(calendar, '2028-02-23')).toBe(false); // Wednesday
    expect(isWorkingDay(calendar, '2028-02-24')).toBe(true);
    expect(isWorkingDay(calendar, '2028-02-26')).toBe(false); // Saturday
    expect(workingDayFrom(calendar, '2028-01-01')).toBe('2028-01-10');
    expect(isWorkingDay(calendar, '2016-11-04')).toBe(false);
  });
});

describe('a mistyped calendar is told', () => {
  const spoiled = (change: (text: string) => string) =>
    workingCalendar
      .safeParse(JSON.parse(change(JSON.stringify(calendar))))
      .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);

  it.each([
    ['a Saturday among the days off', '"2017-01-02"', '"2017-01-07"', /2017\.nonWorking only days/],
    ['a day of another year', '"2017-01-02"', '"2018-01-02"', /2017\.nonWorking only days/],
    [
      'a working Friday',
      '"workingSaturdays":["2025-11-01"]',
      '"workingSaturdays":["2025-10-31"]',
      /2025\.workingSaturdays only Saturdays/,
    ],
    ['a day left out', '"2019-05-10",', '', /2019\.workingDays the lists make 248/],
  ])('%s', (_, from, to, message) => {
    expect(spoiled((text) => text.replace(from, to))?.join('\n')).toMatch(message);
  });
});
