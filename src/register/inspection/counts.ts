/** Are the counters of the statistics those of the filings? */
import type { Db, Reading } from '../db.ts';
import { columns as counterColumns, keysOf as countersOf } from '../tallies.ts';
import type { Finding } from './inspect.ts';

export function wrongCounts({ read }: Pick<Db, 'read'>): Promise<Finding[]> {
  return read(async (kysely) => {
    const counted = await recounted(kysely);
    const kept = await kysely.selectFrom('tally').selectAll().execute();
    for (const { count, ...key } of kept)
      add(
        counted,
        counterColumns.map((one) => key[one]),
        -count,
      );
    const wrong = [...counted].filter(([, difference]) => difference !== 0);
    return wrong.map(([name, difference]) => ({
      what: `a counter is wrong by ${Math.abs(difference)}`,
      where: name,
    }));
  });
}

/** Grouped by the database: a million filings make a few thousand groups. */
async function recounted(kysely: Reading): Promise<Map<string, number>> {
  const groups = await kysely
    .selectFrom('filing')
    .select(['organisation', 'month', 'authority', 'template', 'measures', 'due_week'])
    .select((row) => row.fn.countAll<number>().as('filings'))
    .groupBy(['organisation', 'month', 'authority', 'template', 'measures', 'due_week'])
    .execute();
  const counted = new Map<string, number>();
  for (const { filings, ...group } of groups)
    for (const key of countersOf(group))
      add(
        counted,
        counterColumns.map((one) => key[one]),
        filings,
      );
  return counted;
}

function add(counted: Map<string, number>, key: readonly string[], by: number): void {
  const name = key.join(' ');
  counted.set(name, (counted.get(name) ?? 0) + by);
}
