/** Where a page of a list ends: the key of its last row, as a text that a link can carry. */

export type ListSort = 'filed' | 'due';
/** The week that the list is sorted by, and the id of the filing. */
export type PageKey = { week: string; id: string };

export function cursorOf(sort: ListSort, { week, id }: PageKey): string {
  return Buffer.from(`${sort} ${week} ${id}`).toString('base64url');
}

/** Undefined where it cannot be read, or belongs to a list in another order. */
export function readCursor(sort: ListSort, cursor: string | undefined): PageKey | undefined {
  if (cursor === undefined || !/^[\w-]{1,200}$/.test(cursor)) return undefined;
  const [kind, week, id, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (kind !== sort || rest.length > 0 || !week || !id) return undefined;
  return /^\d{4}-W\d{2}$/.test(week) && /^[0-9a-f-]{36}$/.test(id) ? { week, id } : undefined;
}
