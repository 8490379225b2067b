/** What a list of filings asks for, as a condition on their rows. */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import { groupingOf } from './cursor.ts';
import type { FilingQuery, FilingSort } from './register.ts';
import type { Tables } from './tables.ts';

/** In the order of how few filings they leave, as a rule. */
const equal = ['assignee', 'authority', 'template', 'standing'] as const;

/** These have an index by the week that is due, too. */
const withDue: readonly string[] = ['assignee', 'authority'];

export type Filter = {
  where: Expression<SqlBool>;
  /** What the list is sorted by, column by column: the id of the filing is the last. */
  key: readonly Expression<string | null>[];
};

/** Of the tag, and of where a later page begins, the caller takes care. */
export function filterOf(
  query: FilingQuery,
  {
    sort,
    thisWeek,
    postgres,
    isLater,
    isFew,
  }: { sort: FilingSort; thisWeek: string; postgres: boolean; isLater: boolean; isFew: boolean },
): Filter {
  const row = expressionBuilder<Tables, 'filing'>();
  const wanted = wantedOf(query);
  const asked = equal.filter((column) => wanted[column] !== undefined);
  const best = narrowest(query)?.column;
  const grouping = groupingOf(sort);
  // Put together by a column, a list is walked through by the index of that column, unless a filter leaves few to sort.
  const plain = (column: (typeof equal)[number]) =>
    postgres || (column === best && query.tag === undefined && (!grouping || isFew));
  const byDue = sort === 'due' && (postgres || best === undefined || withDue.includes(best));
  const ofTag = sort === 'due' && query.tag !== undefined;
  const due = ofTag
    ? sql.ref<string | null>('filing_tag.due_week')
    : byDue
      ? row.ref('filing.due_week')
      : hidden('due_week');
  // A later page begins at its key: of two beginnings a database may take the wrong one, and walk through all pages before.
  const from = isLater && sort === 'due' ? hidden('due_week') : due;
  const ofTable = query.tag === undefined || grouping ? 'filing' : 'filing_tag';
  const week = sort === 'due' ? due : sql.ref<string>(`${ofTable}.filed_week`);
  const id = sql.ref<string>(ofTable === 'filing' ? 'filing.id' : 'filing_tag.filing');
  return {
    key: [...(grouping ? [row.ref(`filing.${grouping}`)] : []), week, id],
    where: row.and([
      ...asked.map((column) =>
        row(plain(column) ? `filing.${column}` : hidden(column), '=', wanted[column] ?? ''),
      ),
      ...stateOf(query, thisWeek, { due, from }),
      ...(sort === 'due' ? [row(from, '>', '')] : []),
    ]),
  };
}

/** SQLite knows nothing of how often a value occurs: it is left one index to choose, but not that of "nobody". */
export function narrowest(query: FilingQuery) {
  const wanted = wantedOf(query);
  const asked = equal.flatMap((column) => {
    const value = wanted[column];
    return value === undefined ? [] : [{ column, value }];
  });
  return asked.find(({ value }) => value !== '') ?? asked[0];
}

function wantedOf({ standing, authority, template, assignee }: FilingQuery) {
  return {
    standing,
    template,
    authority: authority === 'court' ? '' : authority,
    assignee: assignee === 'nobody' ? '' : assignee,
  };
}

/** Sorted by another week than the one asked about, a list is quicker to walk through than to sort: `due` is hidden then. */
function stateOf(
  { state }: FilingQuery,
  thisWeek: string,
  { due, from }: Record<'due' | 'from', Expression<string | null>>,
): Expression<SqlBool>[] {
  const row = expressionBuilder<Tables, 'filing'>();
  if (state === 'overdue') return [row(due, '<', thisWeek), row(from, '>', '')];
  if (state === 'waiting') return [row(from, '>', thisWeek)];
  if (state === 'due') return [row(due, '=', thisWeek)];
  return state === 'decided' ? [row(hidden('due_week'), '=', '')] : [];
}

/** The same value, for which no index is looked up. */
function hidden(column: string) {
  return sql<string>`coalesce(${sql.ref(`filing.${column}`)}, '')`;
}
