/** Lists of filings, page by page: each by an index that ends in the key of the page, so that no page is slower for those before. */
import { sql } from 'kysely';
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { eventsOf, tagsOf } from './case-reads.ts';
import { cursorOf, groupingOf, type PageKey, readCursor } from './cursor.ts';
import type { Db, Reading } from './db.ts';
import { filterOf, narrowest } from './filing-filter.ts';
import { type FilingRow, filingOf } from './filing-rows.ts';
import type { FilingPage, FilingQuery, FilingSort, FilingState, ListedFiling } from './register.ts';

const mostListed = 200;

/** So many are sorted sooner than found one by one among all the others. */
const few = 2000;

export async function listFilings(
  { kysely, postgres }: Pick<Db, 'kysely' | 'postgres'>,
  organisation: string,
  query: FilingQuery,
  today: IsoDate,
): Promise<FilingPage> {
  const thisWeek = weekOf(today);
  const sort = sortOf(query);
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), mostListed);
  const rows = await pageOf({ kysely, postgres }, organisation, query, {
    sort,
    thisWeek,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > limit && last ? cursorOf(sort, keyOf(sort, last)) : null;
  return { filings: await listed(kysely, page, thisWeek), next };
}

/** Those that wait come by the end of their time unless asked otherwise; of one office, by office is the newest first. */
function sortOf(query: FilingQuery): FilingSort {
  const { sort, state } = query;
  if (sort === undefined) return state === undefined || state === 'decided' ? 'filed' : 'due';
  const grouping = groupingOf(sort);
  return grouping && query[grouping] !== undefined ? 'filed' : sort;
}

function keyOf(sort: FilingSort, row: FilingRow): PageKey {
  const grouping = groupingOf(sort);
  const week = sort === 'due' ? (row.due_week ?? '') : row.filed_week;
  return { group: grouping && row[grouping], week, id: row.id };
}

/** The keys are found within an index where that can be; only the rows of the page are read whole. */
async function pageOf(
  { kysely, postgres }: Pick<Db, 'kysely' | 'postgres'>,
  organisation: string,
  query: FilingQuery,
  { sort, thisWeek, limit }: { sort: FilingSort; thisWeek: string; limit: number },
): Promise<FilingRow[]> {
  const { tag } = query;
  const after = readCursor(sort, query.after);
  const isFew = !postgres && groupingOf(sort) !== undefined && (await leavesFew(kysely, organisation, query));
  const filter = filterOf(query, { sort, thisWeek, postgres, isLater: after !== undefined, isFew });
  const [way, direction] = sort === 'due' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const order = sql.join(filter.key.map((column) => sql`${column} ${direction}`));
  const begin = after && [...(after.group === undefined ? [] : [after.group]), after.week, after.id];
  const behind = begin
    ? sql<boolean>`(${sql.join(filter.key)}) ${way} (${sql.join(begin)})`
    : sql<boolean>`1 = 1`;
  const keys =
    tag === undefined
      ? kysely
          .selectFrom('filing')
          .select('filing.id')
          .where('filing.organisation', '=', organisation)
          .where(filter.where)
          .where(behind)
          .orderBy(order)
      : kysely
          .selectFrom('filing_tag')
          .innerJoin('filing', 'filing.id', 'filing_tag.filing')
          .select('filing.id')
          .where('filing_tag.organisation', '=', organisation)
          .where('filing_tag.tag', '=', tag)
          .where(filter.where)
          .where(behind)
          .orderBy(order);
  const ids = (await keys.limit(limit).execute()).map(({ id }) => id);
  return rowsInOrder(kysely, ids);
}

/** Looked up within one index, and no further than it takes to know. */
async function leavesFew(kysely: Reading, organisation: string, query: FilingQuery): Promise<boolean> {
  const filter = narrowest(query);
  if (!filter) return false;
  const more = await kysely
    .selectFrom('filing')
    .select('id')
    .where('organisation', '=', organisation)
    .where(filter.column, '=', filter.value)
    .limit(1)
    .offset(few)
    .executeTakeFirst();
  return more === undefined;
}

/** By a query of its own: PostgreSQL would read the whole table rather than look up fifty rows of a query within a query. */
export async function rowsInOrder(kysely: Reading, ids: readonly string[]): Promise<FilingRow[]> {
  if (ids.length === 0) return [];
  const rows = await kysely.selectFrom('filing').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** With what the page of a list shows of their cases; in the order of `rows`. */
export async function listed(
  kysely: Reading,
  rows: readonly FilingRow[],
  thisWeek: string,
): Promise<ListedFiling[]> {
  if (rows.length === 0) return [];
  const events = await eventsOf(kysely, rows);
  const cases = await kysely
    .selectFrom('register_case')
    .select(['id', 'assignee', 'tags', 'is_new'])
    .where('id', 'in', [...new Set(rows.map((row) => row.case_id))])
    .execute();
  const byId = new Map(cases.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const holder = byId.get(row.case_id);
    if (!holder) return [];
    return {
      ...filingOf(row, events),
      caseId: row.case_id,
      assignee: holder.assignee,
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
