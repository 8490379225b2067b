/** What a list of filings asks for: its filters, its order, and where a later page begins, as conditions on rows. */
import { type Expression, expressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { FilingSort } from '#domain/register/listing.ts';
import { groupingOf, type PageKey } from './cursor.ts';
import type { FilingQuery } from './register.ts';
import type { Tables } from './tables.ts';

/** In the order in which the index over all of them holds them. */
export const filterColumns = ['standing', 'authority', 'template', 'assignee'] as const;
export type FilterColumn = (typeof filterColumns)[number];

/** What is asked of one organisation; `after` is the last row of the page before. */
export type Asked = {
  organisation: string;
  query: FilingQuery;
  sort: FilingSort;
  thisWeek: string;
  after: PageKey | undefined;
  limit: number;
};

export type Column = Expression<string | null>;

const row = expressionBuilder<Tables, 'filing'>();

/** Each column with the value that it shall have. */
export function wantedOf({
  standing,
  authority,
  template,
  assignee,
}: FilingQuery): ReadonlyMap<FilterColumn, string> {
  const values = {
    standing,
    authority: authority === 'court' ? '' : authority,
    template,
    assignee: assignee === 'nobody' ? '' : assignee,
  };
  return new Map(
    filterColumns.flatMap((column) => {
      const value = values[column];
      return value === undefined ? [] : [[column, value] as const];
    }),
  );
}

/** `due` may be a column of which no index is looked up; `never` says how "it is due never" is put to it. */
export function dueOf(
  { query: { state }, sort, thisWeek, after }: Asked,
  due: Column,
  never: Expression<SqlBool>,
): Expression<SqlBool>[] {
  // A later page begins at its key: of two beginnings a database may take the wrong one, and walk through all pages before.
  const isLater = sort === 'due' && after !== undefined;
  const begin = isLater ? sql<SqlBool>`${due} is not null` : sql<SqlBool>`${due} > ''`;
  if (state === 'decided') return [sort === 'due' ? sql<SqlBool>`1 = 0` : never];
  if (state === 'due') return [row(due, '=', thisWeek)];
  if (state === 'overdue') return [begin, row(due, '<', thisWeek)];
  if (state === 'waiting')
    return isLater ? [begin, row(asHidden(due), '>', thisWeek)] : [row(due, '>', thisWeek)];
  return sort === 'due' ? [begin] : [];
}

/** The order of a list over its columns, of which the id is the last, and what comes behind the page before. */
export function orderOf(
  { sort, after }: Asked,
  of: (column: string) => Column,
  id: Column,
): { behind: Expression<SqlBool>; order: RawBuilder<unknown> } {
  const grouping = groupingOf(sort);
  const columns = [...(grouping ? [of(grouping)] : []), of(sort === 'due' ? 'due_week' : 'filed_week'), id];
  const [way, direction] = sort === 'due' ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  const begin = after && [...(grouping ? [after.group ?? ''] : []), after.week, after.id];
  return {
    behind: begin ? sql<SqlBool>`(${sql.join(columns)}) ${way} (${sql.join(begin)})` : sql<SqlBool>`1 = 1`,
    order: sql.join(columns.map((column) => sql`${column} ${direction}`)),
  };
}

export function column(name: string): Column {
  return sql.ref<string | null>(`filing.${name}`);
}

/** The same value, for which no index is looked up. */
export function hidden(name: string): Column {
  return asHidden(column(name));
}

function asHidden(of: Column): Column {
  return sql<string>`coalesce(${of}, '')`;
}
