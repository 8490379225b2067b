/** Whole cases out of their rows. */
import type { Selectable } from 'kysely';
import type { Reading } from './db.ts';
import { type EventRow, type FilingRow, filingOf } from './filing-rows.ts';
import type { RegisteredCase, RegisteredFiling } from './register.ts';
import type { Tables } from './tables.ts';

export type CaseRow = Selectable<Tables['register_case']>;

/** In the order of `rows`. */
export async function casesOf(kysely: Reading, rows: readonly CaseRow[]): Promise<RegisteredCase[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const filings = await filingsOf(kysely, ids);
  const scans = await kysely
    .selectFrom('scan')
    .select(['id', 'case_id', 'bytes'])
    .where('case_id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    organisation: row.organisation,
    version: row.version,
    origin: row.origin as RegisteredCase['origin'], // written by insertCases alone
    arrivedWeek: row.arrived_week,
    changedWeek: row.changed_week,
    filings: filings.get(row.id) ?? [],
    sealed: row.sealed,
    filerRecipient: row.filer_recipient,
    assignee: row.assignee,
    tags: tagsOf(row),
    isNew: row.is_new === 1,
    scans: scans.filter((one) => one.case_id === row.id).map(({ id, bytes }) => ({ id, bytes })),
  }));
}

/** Of all these cases, in the order that they have there, by two queries. */
export async function filingsOf(
  kysely: Reading,
  ids: readonly string[],
): Promise<Map<string, RegisteredFiling[]>> {
  if (ids.length === 0) return new Map();
  const rows = await kysely
    .selectFrom('filing')
    .selectAll()
    .where('case_id', 'in', ids)
    .orderBy('case_id')
    .orderBy('position')
    .execute();
  const events = Map.groupBy(await eventsOf(kysely, rows), ({ filing }) => filing);
  const found = new Map<string, RegisteredFiling[]>();
  for (const row of rows)
    found.set(row.case_id, [...(found.get(row.case_id) ?? []), filingOf(row, events.get(row.id) ?? [])]);
  return found;
}

/** Of all these filings, by one query. */
export async function eventsOf(
  kysely: Reading,
  filings: readonly Pick<FilingRow, 'id'>[],
): Promise<EventRow[]> {
  if (filings.length === 0) return [];
  return kysely
    .selectFrom('filing_event')
    .selectAll()
    .where(
      'filing',
      'in',
      filings.map(({ id }) => id),
    )
    .orderBy('filing')
    .orderBy('position')
    .execute();
}

export function tagsOf({ tags }: Pick<CaseRow, 'tags'>): readonly string[] {
  const list: string[] = JSON.parse(tags);
  return list;
}
