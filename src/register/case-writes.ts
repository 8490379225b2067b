/** How a case comes in, changes and goes: with its filings, their counters and nothing else. The caller writes the audit entry. */
import { weekOf } from '#domain/register/week.ts';
import type { CaseRow } from './case-reads.ts';
import { tagsOf } from './case-reads.ts';
import type { Db, Writing } from './db.ts';
import { type FilingRow, type FilingRows, rowsOf } from './filing-rows.ts';
import type { CaseContent, NewContent, RegisteredCase } from './register.ts';
import { count } from './tallies.ts';

export type NewCase = {
  organisation: string;
  origin: RegisteredCase['origin'];
  finder?: string;
  filerRecipient?: string | null;
  content: NewContent;
  /** Random, where it was made before. */
  id?: string | undefined;
};

/** Rows written by one statement: SQLite takes 32,766 values. */
const atOnce = 500;

/** Gives their ids, random, so that they tell no time. */
export async function insertCases(
  trx: Writing,
  { library }: Pick<Db, 'library'>,
  cases: readonly NewCase[],
  today: string,
): Promise<string[]> {
  const week = weekOf(today);
  const made = cases.map((one) => ({
    ...one,
    id: one.id ?? crypto.randomUUID(),
    tags: [...new Set(one.content.tags)].sort(),
  }));
  const rows = made.map(({ id, organisation, origin, finder, filerRecipient, content, tags }) => ({
    id,
    organisation,
    finder: finder ?? null,
    filer_recipient: filerRecipient ?? null,
    version: 1,
    origin,
    arrived_week: week,
    changed_week: week,
    assignee: null,
    tags: JSON.stringify(tags),
    is_new: origin === 'filer' ? 1 : 0,
    filings: content.filings.length,
    withdrawn: 0,
    sealed: content.sealed,
  }));
  await inParts(rows, (part) => trx.insertInto('register_case').values(part).execute());
  const parts = made.map(({ id, organisation, content, tags }) =>
    rowsOf(library, { id, organisation, assignee: null, tags }, content.filings),
  );
  await insertRows(trx, {
    filings: parts.flatMap(({ filings }) => filings),
    events: parts.flatMap(({ events }) => events),
    tags: parts.flatMap((one) => one.tags),
  });
  return made.map(({ id }) => id);
}

/** Other facts instead of those that stand there; `holder` is the row as it shall be. */
export async function replaceFilings(
  trx: Writing,
  { library }: Pick<Db, 'library'>,
  holder: CaseRow,
  filings: CaseContent['filings'],
): Promise<void> {
  const known = await filingRowsOf(trx, holder.id);
  const { id, assignee } = holder;
  const organisation = holder.withdrawn === 1 ? '' : holder.organisation;
  const rows = rowsOf(library, { id, organisation, assignee, tags: tagsOf(holder) }, filings, known);
  await trx.deleteFrom('filing').where('case_id', '=', id).execute();
  if (known.length !== filings.length)
    await trx.updateTable('register_case').set({ filings: filings.length }).where('id', '=', id).execute();
  await insertRows(trx, rows, known);
}

/** The filings of a case that is about to go, taken out of the counters. */
export async function uncount(trx: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const removed = await trx.selectFrom('filing').selectAll().where('case_id', 'in', ids).execute();
  await count(trx, { removed });
}

/** With everything that hangs on it. */
export async function deleteCases(trx: Writing, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await uncount(trx, ids);
  await trx.deleteFrom('register_case').where('id', 'in', ids).execute();
}

/** In their order. */
export function filingRowsOf(trx: Writing, id: string): Promise<FilingRow[]> {
  return trx.selectFrom('filing').selectAll().where('case_id', '=', id).orderBy('position').execute();
}

async function insertRows(
  trx: Writing,
  { filings, events, tags }: FilingRows,
  removed: readonly FilingRow[] = [],
): Promise<void> {
  await inParts(filings, (part) => trx.insertInto('filing').values(part).execute());
  await inParts(events, (part) => trx.insertInto('filing_event').values(part).execute());
  await inParts(tags, (part) => trx.insertInto('filing_tag').values(part).execute());
  await count(trx, { removed, added: filings });
}

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce) await insert(rows.slice(start, start + atOnce));
}
