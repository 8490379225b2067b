/**
 * What statistics somebody may be told, and of which months. Whoever may not see the filings gets small counts left out at
 * the finest groups, and sums of what is left: so no page and no difference of two pages gives away a small count.
 */
import type { IsoDate } from '#domain/dates.ts';
import type { Dimension, Group, ToldRow } from '#domain/register/statistics.ts';
import { dimensions, summed, suppressed } from '#domain/register/statistics.ts';
import type { Following } from '../site.ts';

export type Told = { exact: boolean; rows: readonly ToldRow[]; months: readonly string[] };

/** Rows by authority, template and month, of the last `span` months that have any; of all where there is none. */
export async function toldCounts(
  { register }: Pick<Following, 'register'>,
  organisation: string,
  today: IsoDate,
  { exact, span }: { exact: boolean; span?: number | undefined },
): Promise<Told> {
  const counted = await register.cases.statistics(organisation, dimensions, today);
  const all: readonly ToldRow[] = exact ? counted : suppressed(counted);
  const known = [...new Set(all.map(({ group }) => monthOf(group)))].sort();
  const months = span === undefined ? known : known.slice(-span);
  return { exact, months, rows: all.filter(({ group }) => months.includes(monthOf(group))) };
}

/** Sums by coarser groups; without any, one row of everything. */
export function countsBy({ rows }: Pick<Told, 'rows'>, by: readonly Dimension[]): ToldRow[] {
  return summed(rows, by);
}

function monthOf({ month = '' }: Group): string {
  return month;
}
