/** Fills an empty register: rows and counters as the register itself would write them, in large transactions. */
import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import type { Library } from '../../src/domain/library.ts';
import { weekOf } from '../../src/domain/register/week.ts';
import type { Writing } from '../../src/register/db.ts';
import { type FilingRows, rowsOf } from '../../src/register/filing-rows.ts';
import { indexes } from '../../src/register/migrations/0001-indexes.ts';
import type { Tables } from '../../src/register/tables.ts';
import { count } from '../../src/register/tallies.ts';
import { hasten, openHastily, type Place, settle } from './haste.ts';
import { dice, type OrganisationId, organisations, pick, someFacts, tags, today } from './spread.ts';

/** Filings that go in by one transaction. */
const atOnce = 5000;

/** Filings that are counted together: most of them share their counters. */
const countedAtOnce = 50_000;

/** Different courses of events: worked out once, since the clock of the law is not what is measured. */
const variants = 20_000;

/** `people` are the caseworkers of each organisation; `sealed` is what every case holds: real, but the same. */
export type Given = { people: Readonly<Record<OrganisationId, readonly string[]>>; sealed: string };

type Row = Readonly<Record<string, unknown>>;
type Part = FilingRows & { cases: Row[] };

export async function fill(place: Place, library: Library, filings: number, given: Given): Promise<void> {
  const roll = dice(filings);
  const pool = Array.from({ length: Math.min(variants, filings) }, () => derived(library, roll));
  const db = await openHastily(place);
  let uncounted: FilingRows['filings'] = [];
  for (let left = filings; left > 0; ) {
    const part: Part = { cases: [], filings: [], events: [], tags: [] };
    while (left > part.filings.length && part.filings.length < atOnce)
      addCase(part, pool, given, roll, left - part.filings.length);
    left -= part.filings.length;
    uncounted.push(...part.filings);
    const counted = uncounted.length >= countedAtOnce || left === 0 ? uncounted : [];
    if (counted.length > 0) uncounted = [];
    await db.write(async (trx) => {
      await hasten(trx, db.postgres);
      await insert(trx, db.postgres, 'register_case', part.cases, { sealed: given.sealed });
      await insert(trx, db.postgres, 'filing', part.filings);
      await insert(trx, db.postgres, 'filing_event', part.events);
      await insert(trx, db.postgres, 'filing_tag', part.tags);
      await count(trx, { added: counted });
    });
  }
  await indexes(db.kysely, db.postgres);
  await settle(db);
}

/** One filing with its events, of nobody yet. */
function derived(library: Library, roll: () => number): FilingRows {
  const nobody = { id: '', organisation: '', assignee: null, tags: [] };
  return rowsOf(library, nobody, [someFacts(library, roll)]);
}

/** A case holds one document, or a few; some have a tag, most somebody who works on them, few are new. */
function addCase(
  part: Part,
  pool: readonly FilingRows[],
  { people }: Given,
  roll: () => number,
  most: number,
): void {
  const share = roll();
  const organisation = organisations[share < 0.9 ? 0 : share < 0.98 ? 1 : 2];
  const id = randomUUID();
  const assignee = roll() < 0.2 ? null : pick(people[organisation], roll);
  const labels = roll() < 0.15 ? [pick(tags, roll)] : [];
  const documents = Math.min(most, roll() < 0.6 ? 1 : roll() < 0.7 ? 2 : 4);
  let changed = '';
  for (let position = 0; position < documents; position++) {
    const { filings, events } = pick(pool, roll);
    const filing = randomUUID();
    for (const row of filings) {
      const { filed_week, due_week = null } = row;
      part.filings.push({
        ...row,
        id: filing,
        case_id: id,
        organisation,
        position,
        assignee: assignee ?? '',
      });
      part.tags.push(...labels.map((tag) => ({ organisation, tag, filed_week, due_week, filing })));
      changed = [changed, filed_week, ...events.map(({ week }) => week)].reduce((a, b) => (a > b ? a : b));
    }
    part.events.push(...events.map((one) => ({ ...one, filing })));
  }
  part.cases.push({
    id,
    organisation,
    finder: randomUUID(),
    filer_recipient: null,
    version: 1,
    origin: 'filer',
    arrived_week: changed,
    changed_week: changed,
    assignee,
    tags: JSON.stringify(labels),
    filings: documents,
    is_new: changed === weekOf(today) && roll() < 0.02 ? 1 : 0,
    withdrawn: 0,
  });
}

/** Kysely alone would spend most of the time on putting the statement together. `same` stands in every row. */
async function insert(
  trx: Writing,
  postgres: boolean,
  table: keyof Tables,
  rows: readonly Row[],
  same: Row = {},
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const into = `insert into ${table} (${[...columns, ...Object.keys(same)].join(', ')})`;
  const ask = (text: string, values: readonly unknown[]) =>
    trx.executeQuery(CompiledQuery.raw(text, [...values]));
  if (postgres && rows.length > 0) {
    const shared = Object.keys(same).map((_, index) => `$${index + 2}::text`);
    const source = `json_populate_recordset(null::${table}, $1)`;
    const text = `${into} select ${[...columns, ...shared].join(', ')} from ${source}`;
    await ask(text, [JSON.stringify(rows), ...Object.values(same)]);
    return;
  }
  const ofAll = Object.values(same);
  const place = `(${[...columns, ...ofAll].map(() => '?').join(', ')})`;
  for (let start = 0; start < rows.length; start += 200) {
    const some = rows.slice(start, start + 200);
    const values = some.flatMap((row) => [...columns.map((one) => row[one]), ...ofAll]);
    await ask(`${into} values ${some.map(() => place).join(', ')}`, values);
  }
}
