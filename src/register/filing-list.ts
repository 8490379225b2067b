/** Lists of filings, page by page: each by an index that ends in the key of the page, so that no page is slower for those before. */
import { type Expression, sql } from 'kysely';
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { eventsOf, tagsOf } from './case-reads.ts';
import { cursorOf, type ListSort, readCursor } from './cursor.ts';
import type { Db, Reading } from './db.ts';
import { filterOf } from './filing-filter.ts';
import { type FilingRow, filingOf } from './filing-rows.ts';
import type { FilingPage, FilingQuery, FilingState, ListedFiling } from './register.ts';

const mostListed = 200;

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
  const next =
    rows.length > limit && last
      ? cursorOf(sort, { week: sort === 'due' ? (last.due_week ?? '') : last.filed_week, id: last.id })
      : null;
  return { filings: await listed(kysely, page, thisWeek), next };
}

/** Those that wait come by the end of their time unless asked otherwise. */
function sortOf({ sort, state }: FilingQuery): ListSort {
  return sort ?? (state === undefined || state === 'decided' ? 'filed' : 'due');
}

/** The keys are found within an index where that can be; only the rows of the page are read whole. */
async function pageOf(
  { kysely, postgres }: Pick<Db, 'kysely' | 'postgres'>,
  organisation: string,
  query: FilingQuery,
  { sort, thisWeek, limit }: { sort: ListSort; thisWeek: string; limit: number },
): Promise<FilingRow[]> {
  const { tag } = query;
  const order = sort === 'due' ? 'asc' : 'desc';
  const after = readCursor(sort, query.after);
  const filter = filterOf(query, { sort, thisWeek, postgres, isLater: after !== undefined });
  const behind = (week: Expression<string | null>, id: string) =>
    after
      ? sql<boolean>`(${week}, ${sql.ref(id)}) ${sql.raw(sort === 'due' ? '>' : '<')} (${after.week}, ${after.id})`
      : sql<boolean>`1 = 1`;
  const tagWeek = sort === 'due' ? filter.week : sql.ref<string>('filing_tag.filed_week');
  const keys =
    tag === undefined
      ? kysely
          .selectFrom('filing')
          .select('filing.id')
          .where('filing.organisation', '=', organisation)
          .where(filter.where)
          .where(behind(filter.week, 'filing.id'))
          .orderBy(filter.week, order)
          .orderBy('filing.id', order)
      : kysely
          .selectFrom('filing_tag')
          .innerJoin('filing', 'filing.id', 'filing_tag.filing')
          .select('filing.id')
          .where('filing_tag.organisation', '=', organisation)
          .where('filing_tag.tag', '=', tag)
          .where(filter.where)
          .where(behind(tagWeek, 'filing_tag.filing'))
          .orderBy(tagWeek, order)
          .orderBy('filing_tag.filing', order);
  const ids = (await keys.limit(limit).execute()).map(({ id }) => id);
  return rowsInOrder(kysely, ids);
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
