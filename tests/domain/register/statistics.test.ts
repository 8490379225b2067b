/** Small counts are not told, and no sum gives them away. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counts,
  countedMeasures,
  type StatisticsRow,
  summed,
  suppressed,
  type Told,
} from '#domain/register/statistics.ts';

const none: Counts = {
  filed: 0,
  registered: 0,
  'in-time': 0,
  'if-extended': 0,
  late: 0,
  overdue: 0,
  transferred: 0,
  'treated-as-appeal': 0,
  'turned-away': 0,
  refused: 0,
  opened: 0,
};

function row(authority: string, month: string, counts: Partial<Counts>): StatisticsRow {
  return { group: { authority, month }, counts: { ...none, ...counts } };
}

describe('what is told of counts', () => {
  it('a count from one to four is not told, nothing and five are', () => {
    const [told] = suppressed([row('a', '2026-11', { filed: 20, registered: 5, refused: 4, opened: 1 })]);
    expect(told?.counts).toMatchObject({ filed: 20, registered: 5, refused: null, opened: null, late: 0 });
  });

  it('a count that leaves fewer than five of all over is not told either', () => {
    const [told] = suppressed([row('a', '2026-11', { filed: 20, registered: 17, refused: 15, late: 20 })]);
    expect(told?.counts).toMatchObject({ filed: 20, registered: null, refused: 15, late: 20 });
  });

  it('of four filings nothing is told at all, not even what did not happen', () => {
    const [told] = suppressed([row('a', '2026-11', { filed: 4, registered: 4 })]);
    for (const measure of countedMeasures) expect(told?.counts[measure]).toBeNull();
  });

  it('a small count is not what is left of decisions that other columns tell', () => {
    const counts = { filed: 60, refused: 30, 'in-time': 10, 'if-extended': 18, late: 2 };
    const [told] = suppressed([row('a', '2026-11', counts)]);
    // 30 refused, of them 18: ten in time and two late, or any other twelve.
    expect(told?.counts).toMatchObject({ refused: 30, 'in-time': null, 'if-extended': 18, late: null });
    const [other] = suppressed([row('a', '2026-11', { filed: 60, refused: 30, opened: 3, late: 33 })]);
    expect(other?.counts).toMatchObject({ refused: null, opened: null, late: 33 });
  });

  it('a sum with a part that is not told says "at least", and alone says nothing', () => {
    const rows = suppressed([
      row('a', '2026-10', { filed: 20, refused: 10 }),
      row('a', '2026-11', { filed: 20, refused: 2 }),
      row('b', '2026-11', { filed: 3 }),
    ]);
    expect(summed(rows, ['authority'])).toMatchObject([
      { group: { authority: 'a' }, counts: { filed: 40, refused: { atLeast: 10 }, opened: 0 } },
      { group: { authority: 'b' }, counts: { filed: null } },
    ]);
    expect(summed(rows, [])).toMatchObject([{ group: {}, counts: { filed: { atLeast: 40 } } }]);
    expect(summed([], [])).toEqual([]);
  });

  const count = fc.integer({ min: 0, max: 30 });
  const anyRow = fc
    .record({
      authority: fc.constantFrom('a', 'b', 'c'),
      month: fc.constantFrom('2026-10', '2026-11'),
      filed: count,
      parts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 10, maxLength: 10 }),
    })
    .map(({ authority, month, filed, parts }) => {
      const [, ...others] = countedMeasures;
      const counts = Object.fromEntries(
        others.map((one, index) => [one, Math.min(parts[index] ?? 0, filed)]),
      );
      return row(authority, month, { filed, ...counts });
    });
  const anyRows = fc.uniqueArray(anyRow, { selector: ({ group }) => JSON.stringify(group) });

  it('no number that is told is small, or leaves a small rest', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { counts } of suppressed(rows))
          for (const measure of countedMeasures) {
            const told = counts[measure];
            if (told === null) continue;
            expect(told === 0 || Number(told) >= 5).toBe(true);
            expect(counts.filed).toBeTypeOf('number');
            if (typeof counts.filed === 'number')
              expect(counts.filed - Number(told) === 0 || counts.filed - Number(told) >= 5).toBe(true);
          }
      }),
    );
  });

  it('whoever hides a small count changed by one tells the same, in every sum', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        (rows, one, other) => {
          const told = (small: number) => {
            const all = suppressed([...rows, row('z', '2026-12', { filed: 30, refused: small })]);
            return [all, summed(all, ['authority']), summed(all, ['month']), summed(all, [])];
          };
          expect(told(one)).toEqual(told(other));
        },
      ),
    );
  });

  it('a sum is never more than what there is', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const measure of countedMeasures) {
          const total = rows.reduce((sum, { counts }) => sum + counts[measure], 0);
          const [all] = summed(suppressed(rows), []);
          const told: Told = all?.counts[measure] ?? null;
          if (typeof told === 'number') expect(told).toBe(total);
          else if (told !== null) expect(told.atLeast).toBeLessThanOrEqual(total);
        }
      }),
    );
  });
});
