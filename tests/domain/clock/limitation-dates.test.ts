/** The last days of limitation periods as the calendar tells them: the day before the anniversary, never moved. */
import { describe, expect, it } from 'vitest';
import { countLabel } from '#domain/clock/limitation-dates.ts';
import { ask } from './ask.ts';

const limits = (today: string, more: object, template = 'crime-report-media') =>
  Object.fromEntries(ask(template, [], today, more).limitation.map((one) => [one.label, one]));

describe('the wave of 2017', () => {
  it('ten years end on 19 February 2027 for the first act and on 29 April for the last', () => {
    expect(limits('2026-12-30', { episode: '2017' })['286 ч.3']).toMatchObject({
      expires: '2027-02-19',
      expiresLast: '2027-04-29',
      daysLeft: 51,
      state: 'running',
    });
  });

  it('runs on the last day, in part after it, and is over the day after the last', () => {
    const state = (today: string) => limits(today, { episode: '2017' })['286 ч.3']?.state;
    expect(state('2027-02-19')).toBe('running');
    expect(state('2027-02-20')).toBe('partly');
    expect(state('2027-04-29')).toBe('partly');
    expect(state('2027-04-30')).toBe('expired');
  });

  it('of murder a court decides once fifteen years are over', () => {
    expect(limits('2032-02-20', { episode: '2017' })['105 ч.2']).toMatchObject({
      state: 'court',
      expires: '2032-02-19',
      daysLeft: -1,
    });
  });

  it('six years are over', () => {
    expect(limits('2026-12-30', { episode: '2017' })['136']).toMatchObject({
      state: 'expired',
      count: { category: 'medium' },
    });
  });
});

it('the statement of 1 April 2017: the last day is 31 March 2027', () => {
  expect(limits('2026-12-30', { episode: '2017' }, 'crime-report-statements')['282 ч.2']).toMatchObject({
    expires: '2027-03-31',
    expiresLast: '2027-03-31',
  });
});

describe('one act', () => {
  it('stands in place of an episode; its first and last day are one', () => {
    // the anniversary is Monday 01.03.2027, the last day Sunday 28.02.2027: not moved
    expect(limits('2026-12-30', { actDate: '2017-03-01' })['286 ч.3']).toMatchObject({
      expires: '2027-02-28',
      expiresLast: '2027-02-28',
      daysLeft: 60,
    });
  });

  it('of a leap day ends on 28 February', () => {
    expect(limits('2026-12-30', { actDate: '2020-02-29' })['286 ч.3']?.expires).toBe('2030-02-28');
  });

  it('after July 2022 may be torture (286 ч.4), before it may not (УК 10)', () => {
    expect(limits('2026-12-30', { actDate: '2023-01-01' })['286 ч.4']).toBeDefined();
    expect(limits('2026-12-30', { actDate: '2017-03-01' })['286 ч.4']).toBeUndefined();
  });
});

it('without an episode and without a day there is nothing to count', () => {
  expect(limits('2026-12-30', {})).toEqual({});
  expect(limits('2026-12-30', { episode: 'other' })).toEqual({});
});

it.each([
  ['ч. 3 ст. 286', '286 ч.3'],
  ['п. «б» ч. 2 ст. 282', '282 ч.2'],
  ['ст. 136', '136'],
])('%s is "%s"', (citation, label) => {
  expect(countLabel(citation)).toBe(label);
});
