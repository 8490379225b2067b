/** Lists whose filters leave few: those are found by one index over all filters, and sorted; how few is counted first. */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './db.ts';
import {
  type Asked,
  column,
  dueOf,
  type FilterColumn,
  filterColumns,
  hidden,
  orderOf,
  wantedOf,
} from './filing-filter.ts';
import type { Tables } from './tables.ts';

type Handle = Pick<Db, 'kysely' | 'postgres'>;

/** So many are sorted sooner than met one by one among all the others. */
export const usualFew = 2000;

/** Places at which the index over all filters is opened, at most, for one list. */
const mostPlaces = 3000;

const row = expressionBuilder<Tables, 'filing'>();
const never = row('filing.due_week', 'is', null);

/** The ids of the page; undefined where the filters leave more than a few. */
export async function foundIds(db: Handle, asked: Asked, few: number): Promise<string[] | undefined> {
  const wanted = wantedOf(asked.query);
  const { tag, state } = asked.query;
  // To ask whether a filing has a tag is less work than to read the row of one that has it.
  const most = tag === undefined ? few : few * 5;
  const found = wanted.size > 0 ? await byFilters(db, asked, wanted, most) : undefined;
  if (found) return found;
  if (tag !== undefined) return byTag(db, asked, tag, few);
  if (wanted.size > 0 || state === undefined) return undefined;
  return page(db, asked, 'filing_due', dueOf(asked, column('due_week'), never), few);
}

/** Where a filter before the last one is not asked for, every value that there is stands for it. */
async function byFilters(
  db: Handle,
  asked: Asked,
  wanted: ReadonlyMap<FilterColumn, string>,
  few: number,
): Promise<string[] | undefined> {
  const due = dueOf({ ...asked, after: undefined }, column('due_week'), never);
  const last = filterColumns.findLastIndex((one) => wanted.has(one));
  const conditions: Expression<SqlBool>[] = [];
  let places = 1;
  for (const [index, name] of filterColumns.entries()) {
    const value = wanted.get(name);
    if (value !== undefined) conditions.push(row(`filing.${name}`, '=', value));
    else if (index < last || due.length > 0) {
      const values = await valuesOf(db, asked.organisation, name);
      places *= values.length;
      if (index > last && places > mostPlaces) break;
      conditions.push(values.length > 0 ? row(`filing.${name}`, 'in', values) : sql<SqlBool>`1 = 0`);
    }
  }
  return page(db, asked, 'filing_found', [...conditions, ...due], few);
}

/** Counted within the index alone, and no further than it takes to know. */
async function page(
  { kysely, postgres }: Handle,
  asked: Asked,
  index: 'filing_found' | 'filing_due',
  conditions: readonly Expression<SqlBool>[],
  few: number,
): Promise<string[] | undefined> {
  const { organisation, query, limit } = asked;
  const from = postgres ? sql`filing` : sql`filing indexed by ${sql.ref(index)}`;
  const where = row.and([row('filing.organisation', '=', organisation), ...conditions]);
  // Rows that are many come sooner from the table, PostgreSQL believes: their order keeps it to the index.
  const kept = postgres && index === 'filing_due' ? sql`order by filing.due_week` : sql``;
  const counted = await sql<{ count: number }>`
    select count(*) count from (select 1 from ${from} where ${where} ${kept} limit ${few + 1}) found
  `.execute(kysely);
  if ((counted.rows[0]?.count ?? 0) > few) return undefined;
  const { behind, order } = orderOf(asked, hidden, column('id'));
  const { rows } = await sql<{ id: string }>`
    select id from ${from} where ${where} and ${behind} and ${hasTag(query.tag, organisation)}
    order by ${order} limit ${limit}
  `.execute(kysely);
  return rows.map(({ id }) => id);
}

async function byTag(
  { kysely }: Handle,
  asked: Asked,
  tag: string,
  few: number,
): Promise<string[] | undefined> {
  const { organisation, query, limit } = asked;
  const due = sql.ref<string | null>('filing_tag.due_week');
  const tagged = kysely
    .selectFrom('filing_tag')
    .where('filing_tag.organisation', '=', organisation)
    .where('filing_tag.tag', '=', tag)
    .where((one) =>
      one.and(dueOf({ ...asked, after: undefined }, due, one('filing_tag.due_week', 'is', null))),
    );
  const some = tagged
    .select('filing_tag.filing')
    .limit(few + 1)
    .as('some');
  const { count } = await kysely
    .selectFrom(some)
    .select((one) => one.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count > few) return undefined;
  const { behind, order } = orderOf(asked, hidden, column('id'));
  const rows = await tagged
    .innerJoin('filing', 'filing.id', 'filing_tag.filing')
    .select('filing.id')
    .where(row.and([...wantedOf(query)].map(([name, value]) => row(hidden(name), '=', value))))
    .where(behind)
    .orderBy(order)
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

function hasTag(tag: string | undefined, organisation: string): Expression<SqlBool> {
  if (tag === undefined) return sql<SqlBool>`1 = 1`;
  return sql<SqlBool>`exists (select 1 from filing_tag where filing_tag.filing = filing.id
    and filing_tag.organisation = ${organisation} and filing_tag.tag = ${tag})`;
}

/** Those that there are: each by one look into an index, from one to the next. */
export async function valuesOf(
  { kysely }: Pick<Handle, 'kysely'>,
  organisation: string,
  name: FilterColumn,
): Promise<string[]> {
  const value = sql.ref(`filing.${name}`);
  const first = sql`select min(${value}) from filing where filing.organisation = ${organisation}`;
  const { rows } = await sql<{ value: string }>`
    with recursive known(value) as (${first} union all
      select (${first} and ${value} > known.value) from known where known.value is not null)
    select value from known where value is not null
  `.execute(kysely);
  return rows.map((one) => one.value);
}
