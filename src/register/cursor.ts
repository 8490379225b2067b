/** Where a page of a list ends: the key of its last row, as a text that a link can carry. */
import type { FilingSort } from '#domain/register/listing.ts';

/** What a list may be put together by before the week: a column that has an index with the week behind it. */
export type Grouping = Exclude<FilingSort, 'filed' | 'due'>;

/** The week that the list is sorted by, and the id of the filing; before them the value of a `Grouping`, '' for none. */
export type PageKey = { group?: string | undefined; week: string; id: string };

export function groupingOf(sort: FilingSort): Grouping | undefined {
  return sort === 'filed' || sort === 'due' ? undefined : sort;
}

export function cursorOf(sort: FilingSort, { group, week, id }: PageKey): string {
  const key = groupingOf(sort) ? [group ?? '', week, id] : [week, id];
  return Buffer.from([sort, ...key].join(' ')).toString('base64url');
}

/** Undefined where it cannot be read, or belongs to a list in another order. */
export function readCursor(sort: FilingSort, cursor: string | undefined): PageKey | undefined {
  if (cursor === undefined || !/^[\w-]{1,200}$/.test(cursor)) return undefined;
  const [kind, ...key] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const group = groupingOf(sort) ? key.shift() : undefined;
  const [week, id, ...rest] = key;
  if (kind !== sort || rest.length > 0 || !week || !id || !/^[\w-]{0,64}$/.test(group ?? ''))
    return undefined;
  return /^\d{4}-W\d{2}$/.test(week) && /^[0-9a-f-]{36}$/.test(id) ? { group, week, id } : undefined;
}
