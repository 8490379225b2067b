/**
 * What statistics somebody may be told, of which months. Whoever may not see the filings gets small counts left out at
 * the finest groups, and sums of what is left, of one moment of the week: so no page and no difference of two pages gives away a small count.
 */
import type { IsoDate } from '#domain/dates.ts';
import type { Dimension, ToldRow } from '#domain/register/statistics.ts';
import { dimensions, summed } from '#domain/register/statistics.ts';
import type { Following } from '../site.ts';

export type Told = { exact: boolean; rows: readonly ToldRow[] };

/** Rows by authority, template and month; with a `span`, of so many months up to today's. */
export async function toldCounts(
  { register }: Pick<Following, 'register'>,
  organisation: string,
  today: IsoDate,
  { exact, span }: { exact: boolean; span?: number | undefined },
): Promise<Told> {
  const all: readonly ToldRow[] = exact
    ? await register.cases.statistics(organisation, dimensions, today)
    : await register.cases.toldStatistics(organisation, today);
  const first = span === undefined ? '' : monthsBefore(today, span - 1);
  return { exact, rows: all.filter(({ group: { month = '' } }) => month >= first) };
}

/** Sums by coarser groups; without any, one row of everything. */
export function countsBy({ rows }: Pick<Told, 'rows'>, by: readonly Dimension[]): ToldRow[] {
  return summed(rows, by);
}

function monthsBefore(today: IsoDate, months: number): string {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const count = year * 12 + month - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
