/** The counters of the statistics: every write adds what it brings and takes back what it replaces, in its own transaction. */
import { type Insertable, sql } from 'kysely';
import type { Writing } from './db.ts';
import type { Tables } from './tables.ts';

type Counted = Pick<
  Insertable<Tables['filing']>,
  'organisation' | 'month' | 'authority' | 'template' | 'measures' | 'due_week'
>;
type Key = Omit<Insertable<Tables['tally']>, 'count'>;

export const columns = ['organisation', 'month', 'authority', 'template', 'measure', 'due_week'] as const;

/** Rows written by one statement: SQLite takes 32,766 values. */
const atOnce = 500;

/** All writers touch the counters in one order, so that none waits for one who waits for it. */
export async function count(
  trx: Writing,
  change: { removed?: readonly Counted[]; added?: readonly Counted[] },
): Promise<void> {
  const changes = sumOf(change.removed ?? [], change.added ?? []);
  for (let start = 0; start < changes.length; start += atOnce) {
    await trx
      .insertInto('tally')
      .values(changes.slice(start, start + atOnce))
      .onConflict((conflict) =>
        conflict.columns([...columns]).doUpdateSet({ count: sql<number>`tally.count + excluded.count` }),
      )
      .execute();
  }
  // A counter at nothing would still tell that something was there.
  for (const { count: by, ...key } of changes) if (by < 0) await sweep(trx, key);
}

function sweep(trx: Writing, key: Key): Promise<unknown> {
  const counter = trx.deleteFrom('tally').where('count', '=', 0);
  return columns.reduce((query, column) => query.where(column, '=', key[column]), counter).execute();
}

function sumOf(removed: readonly Counted[], added: readonly Counted[]): Insertable<Tables['tally']>[] {
  const counts = new Map<string, Insertable<Tables['tally']>>();
  const add = (filing: Counted, by: number) => {
    for (const key of keysOf(filing)) {
      const name = columns.map((column) => key[column]).join('\n');
      const known = counts.get(name) ?? { ...key, count: 0 };
      counts.set(name, { ...known, count: known.count + by });
    }
  };
  for (const one of removed) add(one, -1);
  for (const one of added) add(one, 1);
  return [...counts]
    .filter(([, { count: by }]) => by !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, row]) => row);
}

export function keysOf({ organisation, month, authority, template, measures, due_week }: Counted): Key[] {
  if (organisation === '') return []; // withdrawn
  const cell = { organisation, month, authority, template };
  const named: string[] = JSON.parse(measures);
  return [
    ...named.map((measure) => ({ ...cell, measure, due_week: '' })),
    ...(due_week == null ? [] : [{ ...cell, measure: 'open', due_week }]),
  ];
}
