/** Lists of filings, page by page: each by an index that ends in the key of the page, so that no page is slower for those before. */
import { type SqlBool, sql } from 'kysely';
import type { IsoDate } from '#domain/dates.ts';
import type { FilingSort } from '#domain/register/listing.ts';
import { weekOf } from '#domain/register/week.ts';
import { cursorOf, type Grouping, groupingOf, type PageKey, readCursor } from './cursor.ts';
import type { Db } from './db.ts';
import { type Asked, column, dueOf, hidden, orderOf, wantedOf } from './filing-filter.ts';
import { foundIds, usualFew, valuesOf } from './filing-found.ts';
import type { FilingRow } from './filing-rows.ts';
import { listed, rowsInOrder } from './listed.ts';
import type { FilingPage, FilingQuery } from './register.ts';

type Handle = Pick<Db, 'kysely' | 'postgres'>;

const mostListed = 200;

/** These have an index by the week that is due, too. */
const withDue: readonly string[] = ['assignee', 'authority'];

export async function listFilings(
  db: Handle,
  organisation: string,
  query: FilingQuery,
  today: IsoDate,
  few = usualFew,
): Promise<FilingPage> {
  const thisWeek = weekOf(today);
  const sort = sortOf(query);
  const length = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), mostListed);
  const after = readCursor(sort, query.after);
  const asked: Asked = { organisation, query, sort, thisWeek, after, limit: length + 1 };
  const rows = await rowsInOrder(db, await idsOf(db, asked, few));
  const page = rows.slice(0, length);
  const last = page.at(-1);
  const next = rows.length > length && last ? cursorOf(sort, keyOf(sort, last)) : null;
  return { filings: await listed(db, page, thisWeek), next };
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

async function idsOf(db: Handle, asked: Asked, few: number): Promise<string[]> {
  if (isWalked(asked)) return walkedIds(db, asked);
  const grouping = groupingOf(asked.sort);
  const found = await foundIds(db, asked, few);
  return found ?? (grouping ? idsOfGroups(db, asked, grouping, few) : walkedIds(db, asked));
}

/** Group by group: each is a list by one more filter, whether it holds what is asked or not. */
async function idsOfGroups(db: Handle, asked: Asked, grouping: Grouping, few: number): Promise<string[]> {
  const { organisation, query, after, limit } = asked;
  const ids: string[] = [];
  const groups = (await valuesOf(db, organisation, grouping)).reverse();
  for (const group of groups.filter((one) => after?.group === undefined || one <= after.group)) {
    if (ids.length === limit) break;
    ids.push(
      ...(await idsOf(
        db,
        {
          ...asked,
          query: { ...query, [grouping]: group },
          sort: 'filed',
          after: group === after?.group ? after : undefined,
          limit: limit - ids.length,
        },
        few,
      )),
    );
  }
  return ids;
}

/** Whether an index holds exactly the rows of this list in its order. */
function isWalked({ query, sort }: Asked): boolean {
  const { tag, state } = query;
  const [filter, ...others] = wantedOf(query).keys();
  if (others.length > 0 || (filter !== undefined && tag !== undefined)) return false;
  if (groupingOf(sort)) return filter === undefined && tag === undefined && state === undefined;
  if (sort === 'due') return filter === undefined || withDue.includes(filter);
  return state === undefined;
}

/** Along the index of the order, past those that the filters leave out: most of them are told within that index. */
async function walkedIds({ kysely, postgres }: Handle, asked: Asked): Promise<string[]> {
  const { organisation, query, sort, limit } = asked;
  const { tag } = query;
  // PostgreSQL knows how many rows a filter leaves; SQLite is left one index to choose.
  const filter = postgres || isWalked(asked) ? column : hidden;
  const [table, id] = tag === undefined ? (['filing', 'id'] as const) : (['filing_tag', 'filing'] as const);
  const ofTable = (name: string) => sql.ref<string | null>(`${table}.${name}`);
  const { behind, order } = orderOf(asked, ofTable, ofTable(id));
  const due = ofTable('due_week');
  const isPlain = postgres || sort === 'due';
  const told = isPlain ? due : sql<string>`coalesce(${due}, '')`;
  const never = isPlain ? sql<SqlBool>`${due} is null` : sql<SqlBool>`${told} = ''`;
  const from = tag === undefined ? sql`filing` : sql`filing_tag join filing on filing.id = filing_tag.filing`;
  const conditions = [
    sql`${ofTable('organisation')} = ${organisation}`,
    ...(tag === undefined ? [] : [sql`filing_tag.tag = ${tag}`]),
    behind,
    ...dueOf(asked, told, never),
    ...[...wantedOf(query)].map(([name, value]) => sql`${filter(name)} = ${value}`),
  ];
  const { rows } = await sql<{ id: string }>`
    select filing.id from ${from} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}
  `.execute(kysely);
  return rows.map((row) => row.id);
}
