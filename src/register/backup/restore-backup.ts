/** Puts a backup into an empty register: one transaction, so that a crash leaves it as empty as it was. */
import { sql } from 'kysely';
import { appendAudit } from '../audit.ts';
import type { Db, Writing } from '../db.ts';
import { ourSteps } from '../migrate.ts';
import { BackupRefused, type Row, readBackup, type Shape } from './backup-lines.ts';
import { fillable, tablesOfThen } from './tables-of-then.ts';
import type { Cell } from './write-backup.ts';

/** Values that one statement takes: SQLite has room for 32,766. */
const mostValues = 8000;

/** Characters of sealed text that are written together. */
const mostText = 4_000_000;

/**
 * `open` is called anew where another writer was met. One that an earlier version of this program made is brought up to date
 * on the way: `steps` are the migrations of this one. How many rows; throws BackupRefused.
 */
export function restoreBackup(
  db: Db,
  open: () => AsyncIterable<Uint8Array>,
  steps = ourSteps,
): Promise<number> {
  return db.write(async (trx) => {
    await mustBeEmpty(trx, db.postgres);
    const { tables, rows } = await readBackup(open());
    const toToday = await tablesOfThen(trx, db.postgres, tables, steps);
    const restored = await insertAll(trx, rows(await fillable(trx, db.postgres)));
    await toToday();
    const organisations = await trx.selectFrom('organisation').select('id').orderBy('id').execute();
    for (const { id } of organisations)
      await appendAudit(trx, id, { person: null, action: 'restored' }, db.now());
    return restored;
  });
}

/** The salt of an installation is made at its first start; it gives way to that of the backup. */
async function mustBeEmpty(trx: Writing, postgres: boolean): Promise<void> {
  if (postgres) await sql`lock table organisation, installation in access exclusive mode`.execute(trx);
  const organisation = await trx.selectFrom('organisation').select('id').limit(1).executeTakeFirst();
  const entry = await trx.selectFrom('audit').select('seq').limit(1).executeTakeFirst();
  if (organisation || entry) throw new BackupRefused('not-empty');
  await trx.deleteFrom('installation').execute();
}

async function insertAll(trx: Writing, lines: AsyncIterable<Row>): Promise<number> {
  let rows = 0;
  let waiting: (readonly Cell[])[] = [];
  let text = 0;
  let current: Shape | undefined;
  const flush = async () => {
    if (current && waiting.length > 0) await insert(trx, current, waiting);
    rows += waiting.length;
    waiting = [];
    text = 0;
  };
  for await (const { shape, row } of lines) {
    const isFull = (waiting.length + 1) * shape.columns.length > mostValues || text > mostText;
    if (shape !== current || isFull) await flush();
    current = shape;
    waiting.push(row);
    text += row.reduce<number>((sum, cell) => sum + lengthOf(cell), 0);
  }
  await flush();
  return rows;
}

async function insert(trx: Writing, { table, columns }: Shape, rows: readonly (readonly Cell[])[]) {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = rows.map((row) => sql`(${sql.join(row.map(boundOf))})`);
  await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(trx);
}

function boundOf(cell: Cell): string | number | null | Uint8Array {
  return cell !== null && typeof cell === 'object' ? Buffer.from(cell.base64, 'base64') : cell;
}

function lengthOf(cell: Cell): number {
  if (cell === null || typeof cell === 'number') return 8;
  return typeof cell === 'string' ? cell.length : cell.base64.length;
}
