/**
 * Counts of filings by authority, template and month, and what of them may be shown to whoever may not see the filings:
 * a count from 1 to 4, or one that leaves 1 to 4 of all filings over, is not told, because it may point at a person.
 */
import { type Measure, punctualities } from './measures.ts';

/** `overdue` are those whose time limit has run out unanswered at the day of asking. */
export type CountedMeasure = Measure | 'overdue';

export const countedMeasures = [
  'filed',
  'registered',
  'in-time',
  'if-extended',
  'late',
  'overdue',
  'transferred',
  'treated-as-appeal',
  'turned-away',
  'refused',
  'opened',
] as const satisfies readonly CountedMeasure[];

export const dimensions = ['authority', 'template', 'month'] as const;
export type Dimension = (typeof dimensions)[number];

/** `authority` is null for courts. Only the dimensions asked for are there. */
export type Group = { authority?: string | null; template?: string; month?: string };
export type Counts = Readonly<Record<CountedMeasure, number>>;
export type StatisticsRow = { group: Group; counts: Counts };

/** A number that is told, one that is not, or, in a sum with parts that are not told, the sum of those that are. */
export type Told = number | null | { atLeast: number };
export type ToldRow = { group: Group; counts: Readonly<Record<CountedMeasure, Told>> };

export const smallest = 5;

/** Counts of which either list makes up all decisions on reports: with one whole known, a part is what is left of it. */
const parts = [
  punctualities,
  ['refused', 'opened'],
] as const satisfies readonly (readonly CountedMeasure[])[];

/** Rows by the finest groups, with what may be told of each. */
export function suppressed(rows: readonly StatisticsRow[]): ToldRow[] {
  return rows.map(({ group, counts }) => {
    const alone = countedMeasures.filter((one) => !isTellable(counts[one], counts.filed));
    const untold = new Set([...alone, ...parts.flatMap((all) => besides(counts, all, alone))]);
    return { group, counts: record((measure) => (untold.has(measure) ? null : counts[measure])) };
  });
}

/** One more that is not told, lest a small count be what is left of the whole. Which one, no hidden count decides. */
function besides(
  counts: Counts,
  all: readonly CountedMeasure[],
  alone: readonly CountedMeasure[],
): CountedMeasure[] {
  if (!all.some((one) => alone.includes(one))) return [];
  const others = all.filter((one) => !alone.includes(one) && counts[one] > 0);
  return others.sort((a, b) => counts[a] - counts[b]).slice(0, 1);
}

/** Sums of rows by coarser groups: built from what is told, so that no difference gives away what is not. */
export function summed(rows: readonly ToldRow[], by: readonly Dimension[]): ToldRow[] {
  const groups = new Map<string, { group: Group; rows: ToldRow[] }>();
  for (const row of rows) {
    const group: Group = Object.fromEntries(by.map((one) => [one, row.group[one]]));
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? { group, rows: [] };
    known.rows.push(row);
    groups.set(key, known);
  }
  return [...groups.values()].map(({ group, rows: all }) => ({
    group,
    counts: record((measure) => sum(all.map(({ counts }) => counts[measure]))),
  }));
}

function isTellable(count: number, filed: number): boolean {
  const isSmall = (one: number) => one > 0 && one < smallest;
  return !isSmall(count) && !isSmall(filed) && !isSmall(filed - count);
}

function sum(parts: readonly Told[]): Told {
  const numbers = parts.map((one) => (typeof one === 'number' ? one : (one?.atLeast ?? 0)));
  const total = numbers.reduce((a, b) => a + b, 0);
  if (parts.every((one) => typeof one === 'number')) return total;
  return total === 0 ? null : { atLeast: total };
}

function record<T>(of: (measure: CountedMeasure) => T): Readonly<Record<CountedMeasure, T>> {
  const entries = countedMeasures.map((measure) => [measure, of(measure)] as const);
  return Object.fromEntries(entries) as Record<CountedMeasure, T>; // every measure is named above
}
