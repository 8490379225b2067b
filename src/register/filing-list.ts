/** Lists of filings, page by page: each by an index that ends in the key of the page, so that no page is slower for those before. */
import { type SqlBool, sql } from 'kysely';
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { cursorOf, groupingOf, type PageKey, readCursor } from './cursor.ts';
import type { Db } from './db.ts';
import { type Asked, column, dueOf, hidden, orderOf, wantedOf } from './filing-filter.ts';
import { type Few, foundIds, hasTag, usualFew } from './filing-found.ts';
import type { FilingRow } from './filing-rows.ts';
import { listed, rowsInOrder } from './listed.ts';
import type { FilingPage, FilingQuery, FilingSort } from './register.ts';

type Handle = Pick<Db, 'kysely' | 'postgres'>;

const mostListed = 200;

/** These have an index by the week that is due, too. */
const withDue: readonly string[] = ['assignee', 'authority'];

export async function listFilings(
  db: Handle,
  organisation: string,
  query: FilingQuery,
  today: IsoDate,
  few: Few = usualFew,
): Promise<FilingPage> {
  const thisWeek = weekOf(today);
  const sort = sortOf(query);
  const length = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), mostListed);
  const after = readCursor(sort, query.after);
  const asked: Asked = { organisation, query, sort, thisWeek, after, limit: length + 1 };
  const ids = isWalked(asked) ? undefined : await foundIds(db, asked, few);
  const rows = await rowsInOrder(db.kysely, ids ?? (await walkedIds(db, asked)));
  const page = rows.slice(0, length);
  const last = page.at(-1);
  const next = rows.length > length && last ? cursorOf(sort, keyOf(sort, last)) : null;
  return { filings: await listed(db.kysely, page, thisWeek), next };
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
async function walkedIds(db: Handle, asked: Asked): Promise<string[]> {
  const { organisation, query, sort, limit } = asked;
  const { tag } = query;
  const isByTag = tag !== undefined && groupingOf(sort) === undefined;
  // PostgreSQL knows how many rows a filter leaves; SQLite is left one index to choose.
  const filter = db.postgres || isWalked(asked) ? column : hidden;
  const ofTag = (name: string) => sql.ref<string | null>(`filing_tag.${name}`);
  const ofList = isByTag ? ofTag : column;
  const { behind, order } = orderOf(asked, ofList, isByTag ? ofTag('filing') : column('id'));
  const due = sort === 'due' ? ofList('due_week') : isByTag ? ofTag('due_week') : hidden('due_week');
  const never = sql<SqlBool>`coalesce(${due}, '') = ''`;
  const from = isByTag ? sql`filing_tag inner join filing on filing.id = filing_tag.filing` : sql`filing`;
  const whose = isByTag
    ? sql`filing_tag.organisation = ${organisation} and filing_tag.tag = ${tag}`
    : sql`filing.organisation = ${organisation} and ${hasTag(tag, organisation)}`;
  const conditions = [
    whose,
    behind,
    ...dueOf(asked, due, never),
    ...[...wantedOf(query)].map(([name, value]) => sql`${filter(name)} = ${value}`),
  ];
  const { rows } = await sql<{ id: string }>`
    select filing.id from ${from} where ${sql.join(conditions, sql` and `)} order by ${order} limit ${limit}
  `.execute(db.kysely);
  return rows.map(({ id }) => id);
}
