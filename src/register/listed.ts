/** The rows of a page, whole, with what a list shows of their cases. */
import { sql } from 'kysely';
import { stateOf } from '#domain/register/listing.ts';
import { eventsOf, tagsOf } from './case-reads.ts';
import type { Db } from './db.ts';
import { type FilingRow, filingOf } from './filing-rows.ts';
import type { ListedFiling } from './register.ts';

type Handle = Pick<Db, 'kysely' | 'postgres'>;

/** By a query of its own: PostgreSQL would read the whole table rather than look up fifty rows of a query within a query. */
export async function rowsInOrder({ kysely }: Handle, ids: readonly string[]): Promise<FilingRow[]> {
  if (ids.length === 0) return [];
  const rows = await kysely.selectFrom('filing').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** In the order of `rows`. */
export async function listed(
  db: Handle,
  rows: readonly FilingRow[],
  thisWeek: string,
): Promise<ListedFiling[]> {
  if (rows.length === 0) return [];
  const events = Map.groupBy(await eventsOf(db.kysely, rows), ({ filing }) => filing);
  const cases = await casesOf(db, [...new Set(rows.map((row) => row.case_id))]);
  return rows.flatMap((row) => {
    const holder = cases.get(row.case_id);
    if (!holder) return [];
    return {
      ...filingOf(row, events.get(row.id) ?? []),
      caseId: row.case_id,
      assignee: row.assignee === '' ? null : row.assignee,
      tags: tagsOf(holder),
      isNew: holder.is_new === 1,
      state: stateOf(row.due_week, thisWeek),
    };
  });
}

type Holder = { id: string; tags: string; is_new: number };

/** Left to itself, SQLite would read their rows, of which each fills a page. */
async function casesOf({ kysely, postgres }: Handle, ids: readonly string[]): Promise<Map<string, Holder>> {
  const from = postgres ? sql`register_case` : sql`register_case indexed by case_listed`;
  const query = sql<Holder>`select id, tags, is_new from ${from} where id in (${sql.join(ids)})`;
  const { rows } = await query.execute(kysely);
  return new Map(rows.map((one) => [one.id, one]));
}
