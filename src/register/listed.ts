/** The rows of a page, whole, with what a list shows of their cases. */
import { eventsOf, tagsOf } from './case-reads.ts';
import type { Reading } from './db.ts';
import { type FilingRow, filingOf } from './filing-rows.ts';
import type { FilingState, ListedFiling } from './register.ts';

/** By a query of its own: PostgreSQL would read the whole table rather than look up fifty rows of a query within a query. */
export async function rowsInOrder(kysely: Reading, ids: readonly string[]): Promise<FilingRow[]> {
  if (ids.length === 0) return [];
  const rows = await kysely.selectFrom('filing').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** In the order of `rows`. */
export async function listed(
  kysely: Reading,
  rows: readonly FilingRow[],
  thisWeek: string,
): Promise<ListedFiling[]> {
  if (rows.length === 0) return [];
  const events = Map.groupBy(await eventsOf(kysely, rows), ({ filing }) => filing);
  const cases = await kysely
    .selectFrom('register_case')
    .select(['id', 'tags', 'is_new'])
    .where('id', 'in', [...new Set(rows.map((row) => row.case_id))])
    .execute();
  const byId = new Map(cases.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const holder = byId.get(row.case_id);
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

function stateOf(dueWeek: string | null, thisWeek: string): FilingState {
  if (dueWeek === null) return 'decided';
  if (dueWeek === thisWeek) return 'due';
  return dueWeek < thisWeek ? 'overdue' : 'waiting';
}
