import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actKinds } from '#domain/act-kinds.ts';
import { addDays, addYears } from '#domain/dates.ts';
import type { Acts } from '#domain/episode.ts';
import { found } from '#domain/library.ts';
import { limitationLastDay, limitations } from '#domain/limitation.ts';
import { library } from '../support/library.ts';

const episode2017 = found(library.episodes, '2017').acts;
const episode2018 = found(library.episodes, '2018').acts;

function on(date: string, acts: readonly Acts[]) {
  return new Map(limitations(library.counts, acts, date).map((one) => [one.count.id, one]));
}

/** Ids of the counts that a complaint of `date` about `acts` rests on. */
function inTime(date: string, acts: readonly Acts[]): string[] {
  return [...on(date, acts)].filter(([, { state }]) => state !== 'expired').map(([id]) => id);
}

describe('the last day of a limitation period is the day before the anniversary (УК 78)', () => {
  it.each([
    ['2017-02-20', 10, '2027-02-19'],
    ['2017-04-01', 10, '2027-03-31'],
    ['2017-04-30', 10, '2027-04-29'],
    ['2017-02-20', 15, '2032-02-19'],
    ['2017-04-30', 15, '2032-04-29'],
    ['2018-12-28', 10, '2028-12-27'],
    ['2017-04-30', 6, '2023-04-29'],
    ['2017-03-01', 15, '2032-02-29'],
    ['2020-02-29', 10, '2030-02-28'],
    ['2020-02-29', 6, '2026-02-28'],
    ['2020-02-28', 6, '2026-02-27'],
    ['2020-03-01', 6, '2026-02-28'],
  ])('an act of %s, %i years: %s', (act, years, last) => {
    expect(limitationLastDay(act, years)).toBe(last);
  });

  it('even where it is a Saturday or a holiday (Пленум ВС № 19, п. 18)', () => {
    expect(limitationLastDay('2017-01-08', 10)).toBe('2027-01-07'); // Christmas
    expect(limitationLastDay('2017-02-21', 10)).toBe('2027-02-20'); // a working Saturday by decree
  });
});

describe('the acts of 20 February to 30 April 2017', () => {
  it.each([
    ['2026-12-01', 'running', '2017-02-20', 80],
    ['2027-02-19', 'running', '2017-02-20', 0],
    ['2027-02-20', 'partly', '2017-02-21', -1],
    ['2027-03-31', 'partly', '2017-04-01', -40],
    ['2027-04-29', 'partly', '2017-04-30', -69],
    ['2027-04-30', 'expired', '2017-02-20', -70],
    ['2035-01-01', 'expired', '2017-02-20', -2873],
  ])('on %s exceeding powers (286 ч. 3) is %s, for acts from %s', (date, state, actsFrom, daysLeft) => {
    expect(on(date, episode2017).get('286-3')).toMatchObject({
      state,
      actsFrom,
      actsTo: '2017-04-30',
      lastDayOfFirst: '2027-02-19',
      lastDayOfLast: '2027-04-29',
      daysLeft,
      partOfActs: state === 'partly',
    });
  });

  it.each([
    ['2032-02-19', 'running'],
    ['2032-02-20', 'partly'],
    ['2032-04-29', 'partly'],
    ['2032-04-30', 'expired'],
  ])('on %s abduction (126 ч. 2) is %s', (date, state) => {
    expect(on(date, episode2017).get('126-2')?.state).toBe(state);
  });

  it.each([
    ['2032-02-19', 'running'],
    ['2032-02-20', 'court-decides'],
    ['2040-01-01', 'court-decides'],
  ])('on %s murder (105 ч. 2) is %s, for life imprisonment is possible (УК 78 ч. 4)', (date, state) => {
    expect(on(date, episode2017).get('105-2')?.state).toBe(state);
  });

  const alwaysFifteen = ['105-2', '111-3', '111-4', '126-2', '126-3', '163-3'];
  const ten = ['111-2', '117-2', '127-3', '163-2', '286-3', '301-3', '302-2'];

  it('rest on the counts of the table of law.md §1.6', () => {
    const withoutStatement = episode2017.filter(({ kinds }) => !kinds.includes('statement'));
    expect(inTime('2027-02-19', withoutStatement).sort()).toEqual([...alwaysFifteen, ...ten].sort());
    expect(inTime('2027-04-29', withoutStatement).sort()).toEqual([...alwaysFifteen, ...ten].sort());
    expect(inTime('2027-04-30', withoutStatement).sort()).toEqual(alwaysFifteen);
    expect(inTime('2032-04-30', withoutStatement)).toEqual(['105-2']);
  });

  it('have lost their counts of medium gravity in 2023', () => {
    for (const id of ['127-2', '136']) {
      expect(on('2023-04-29', episode2017).get(id)?.state).toBe('partly');
      expect(on('2023-04-30', episode2017).get(id)?.state).toBe('expired');
    }
  });
});

describe('the statement of 1 April 2017', () => {
  it.each([
    ['2027-03-31', 'running', 0],
    ['2027-04-01', 'expired', -1],
  ])('on %s 282 ч. 2 is %s', (date, state, daysLeft) => {
    expect(on(date, episode2017).get('282-2')).toMatchObject({ state, daysLeft, partOfActs: false });
  });

  it('never rests on the first part: its period ran out in 2023, and its later text is of 2025', () => {
    expect(on('2026-12-01', episode2017).get('282-1')?.state).toBe('expired');
    expect(on('2026-12-01', episode2017).has('282-1-2025')).toBe(false);
  });
});

describe('the acts from 28 December 2018', () => {
  it.each([
    ['2028-12-27', 'running'],
    ['2028-12-28', 'partly'],
    ['2029-01-13', 'partly'],
    ['2029-01-14', 'expired'],
  ])('on %s exceeding powers is %s', (date, state) => {
    expect(on(date, episode2018).get('286-3')?.state).toBe(state);
  });

  it('fit no count that needs what was not reported: extortion, coercion', () => {
    const ids = [...on('2026-12-01', episode2018).keys()];
    expect(ids.filter((id) => /^(163|302)/.test(id))).toEqual([]);
  });
});

describe('torture by officials: the text before 25 July 2022 and the text since (307-ФЗ; УК 9, 10)', () => {
  const tortured = (from: string, to: string): Acts[] => [
    { kinds: ['torture', 'injury', 'killing', 'coercion'], from, to },
  ];
  const old = ['286-3'];
  const since = ['286-3-2022', '286-4', '286-5', '302-3', '302-4'];
  const chosen = (from: string, to: string) => [...on('2026-12-01', tortured(from, to)).keys()];

  it('an act of 24 July 2022 falls under the old text alone', () => {
    expect(chosen('2022-07-24', '2022-07-24')).toEqual(expect.arrayContaining(old));
    expect(chosen('2022-07-24', '2022-07-24').filter((id) => since.includes(id))).toEqual([]);
  });

  it('an act of 25 July 2022 falls under the new text alone', () => {
    expect(chosen('2022-07-25', '2022-07-25')).toEqual(expect.arrayContaining(since));
    expect(chosen('2022-07-25', '2022-07-25').filter((id) => old.includes(id))).toEqual([]);
  });

  it('of acts on both days, each text takes its own', () => {
    const held = on('2026-12-01', tortured('2022-07-01', '2022-08-31'));
    for (const id of old) {
      expect(held.get(id)).toMatchObject({
        actsFrom: '2022-07-01',
        actsTo: '2022-07-24',
        partOfActs: true,
        state: 'running',
      });
    }
    for (const id of since) {
      expect(held.get(id)).toMatchObject({
        actsFrom: '2022-07-25',
        actsTo: '2022-08-31',
        partOfActs: true,
        state: 'running',
      });
    }
  });

  it('killing without torture, and torture without coercion, do not fit the parts that need both', () => {
    const day = { from: '2024-01-01', to: '2024-01-01' };
    const ids = (...kinds: Acts['kinds']) => [...on('2026-12-01', [{ kinds, ...day }]).keys()];
    expect(ids('killing')).not.toContain('286-5');
    expect(ids('killing', 'torture')).toContain('286-5');
    expect(ids('coercion')).not.toContain('302-3');
    expect(ids('coercion', 'torture')).toContain('302-3');
    expect(ids('coercion', 'torture')).not.toContain('302-4');
    expect(ids('statement')).toEqual(expect.arrayContaining(['282-2']));
  });
});

describe('any acts on any day', () => {
  const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2010-01-01', days));
  const acts = fc
    .record({
      kinds: fc.uniqueArray(fc.constantFrom(...actKinds), { minLength: 1 }),
      some: day,
      other: day,
    })
    .map(({ kinds, some, other }) =>
      some < other ? { kinds, from: some, to: other } : { kinds, from: other, to: some },
    );

  it('rest only on texts that were in force, for acts that are still in time', () => {
    fc.assert(
      fc.property(acts, day, (one, date) => {
        for (const { count, state, actsFrom, actsTo, partOfActs } of limitations(
          library.counts,
          [one],
          date,
        )) {
          expect(one.kinds.some((kind) => count.kinds.includes(kind))).toBe(true);
          expect(count.needs.every((kind) => one.kinds.includes(kind))).toBe(true);
          expect(one.from <= actsFrom && actsFrom <= actsTo && actsTo <= one.to).toBe(true);
          expect((count.actsFrom ?? actsFrom) <= actsFrom && actsTo <= (count.actsUntil ?? actsTo)).toBe(
            true,
          );
          expect(partOfActs).toBe(actsFrom !== one.from || actsTo !== one.to);
          const inTimeOn = (act: string) => date < addYears(act, count.years);
          if (state === 'running') expect(inTimeOn(actsFrom)).toBe(true);
          if (state === 'partly') {
            expect(inTimeOn(actsFrom)).toBe(true);
            expect(inTimeOn(addDays(actsFrom, -1))).toBe(false);
          }
          if (state === 'expired') expect(inTimeOn(actsTo)).toBe(false);
          expect(state === 'court-decides').toBe(count.courtDecides && !inTimeOn(actsFrom));
        }
      }),
      { numRuns: 300 },
    );
  });
});
