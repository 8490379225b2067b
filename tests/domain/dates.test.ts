import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addYears, daysBetween, isIsoDate, longRussianDate } from '#domain/dates.ts';

describe('a day of the calendar', () => {
  it.each(['1991-01-01', '2017-02-20', '2020-02-29', '2027-04-30', '2099-12-31'])('%s is one', (day) => {
    expect(isIsoDate(day)).toBe(true);
  });

  it.each([
    ['2027-02-29', 'February 2027 has 28 days'],
    ['2027-04-31', 'April has 30 days'],
    ['2027-13-01', 'there is no 13th month'],
    ['2027-00-10', 'there is no month 0'],
    ['1990-12-31', 'the service knows no law before 1991'],
    ['2100-01-01', 'nor after 2099'],
    ['27-02-2027', 'the year comes first'],
    ['2027-2-9', 'month and day have two digits'],
    ['2027-02-09T00:00:00Z', 'a time of day is no part of it'],
    [' 2027-02-09', 'nor is a space'],
    ['٢٠٢٧-٠٢-٠٩', 'digits are the plain ones'],
    ['', 'nothing is no day'],
  ])('%s is not: %s', (day) => {
    expect(isIsoDate(day)).toBe(false);
  });
});

describe('counting', () => {
  it.each([
    ['2017-02-20', 10, '2027-02-20'],
    ['2020-02-29', 4, '2024-02-29'],
    ['2020-02-29', 6, '2026-03-01'],
    ['2019-02-28', 1, '2020-02-28'],
    ['2020-02-29', -1, '2019-03-01'],
  ])('%s and %i years make %s', (date, years, expected) => {
    expect(addYears(date, years)).toBe(expected);
  });

  it.each([
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-01-01', -1, '2026-12-31'],
    ['2027-03-28', 1, '2027-03-29'],
    ['2027-10-31', 1, '2027-11-01'],
  ])('%s and %i days make %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  it('goes as many days back as it went forth', () => {
    const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays('1995-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: -900, max: 900 }), (date, days) => {
        const other = addDays(date, days);
        expect(isIsoDate(other)).toBe(true);
        expect(daysBetween(date, other)).toBe(days);
        expect(other < date).toBe(days < 0); // ISO days compare as dates
        expect(addDays(other, -days)).toBe(date);
      }),
    );
  });
});

describe('a date as a Russian document writes it', () => {
  it.each([
    ['2027-02-19', '19 февраля 2027 года'],
    ['2017-04-01', '1 апреля 2017 года'],
    ['2026-01-31', '31 января 2026 года'],
    ['2022-07-24', '24 июля 2022 года'],
    ['2018-12-28', '28 декабря 2018 года'],
  ])('%s is «%s»', (date, expected) => {
    expect(longRussianDate(date).replaceAll('\u00a0', ' ')).toBe(expected);
  });

  it('names every month in the genitive', () => {
    const months = Array.from({ length: 12 }, (_, month) => {
      const date = `2027-${String(month + 1).padStart(2, '0')}-01`;
      return longRussianDate(date).split(/[ \u00a0]/)[1];
    });
    expect(months.join(' ')).toBe(
      'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    );
  });

  it('does not part the day from the month, nor the year from its word', () => {
    expect(longRussianDate('2027-02-19')).toBe('19\u00a0февраля 2027\u00a0года');
  });
});

it('counting is that of the calendar on every day from 1900 to 2110', () => {
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2110, 0, 1); time += 86_400_000) {
    const day = iso(time);
    const later = iso(time + 37 * 86_400_000);
    if (addDays(day, 37) !== later || addDays(later, -37) !== day || daysBetween(day, later) !== 37)
      expect.fail(`37 days from ${day}`);
    const anniversary = new Date(time);
    anniversary.setUTCFullYear(anniversary.getUTCFullYear() + 15);
    if (addYears(day, 15) !== iso(anniversary.getTime())) expect.fail(`15 years from ${day}`);
  }
});
