/** The whole register as lines of JSON, as it stood at one moment, while others go on writing. */
import { sql } from 'kysely';
import type { Db, Reading } from '../db.ts';
import { failureOf } from '../failures.ts';
import { RegisterUnavailable } from '../register.ts';
import { type Kept, keptTables } from './kept-tables.ts';

/** A value of a row; bytes stand as Base64. */
export type Cell = string | number | null | { base64: string };

export const formatName = 'proverka-register-backup';

/** A line may be followed by any number of rows of its table; the last line says how many there were. */
export type Line =
  | { format: typeof formatName; version: 1; tables: readonly string[]; made: string }
  | { table: string; columns: readonly string[] }
  | readonly Cell[]
  | { rows: number };

/** `take` is given the lines, and is done when it has taken the last: the moment is held until then. Gives the number of rows. */
export async function writeBackup(
  db: Pick<Db, 'kysely' | 'now'>,
  take: (lines: AsyncIterable<string>) => Promise<void>,
): Promise<number> {
  const written = { rows: 0 };
  await db.kysely
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute((snapshot) => take(linesOf(snapshot, db.now(), written)));
  return written.rows;
}

/** Names of the migrations that made the tables: a backup fits those alone. */
async function tableVersions(kysely: Reading): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    kysely,
  );
  return rows.map(({ name }) => name);
}

async function* linesOf(snapshot: Reading, now: Date, written: { rows: number }): AsyncGenerator<string> {
  const tables = await tableVersions(snapshot);
  yield line({ format: formatName, version: 1, tables, made: now.toISOString() });
  for (const kept of keptTables) {
    yield line({ table: kept.table, columns: kept.columns });
    for await (const some of rowsOf(snapshot, kept)) {
      written.rows += some.length;
      yield some.map(line).join('');
    }
  }
  yield line({ rows: written.rows });
}

/** By key, some at a time, so that a million rows need no more memory than a few. */
async function* rowsOf(snapshot: Reading, { table, key, columns, atOnce }: Kept): AsyncGenerator<Cell[][]> {
  const refs = (names: readonly string[]) => sql.join(names.map((name) => sql.ref(name)));
  const keys = columns.slice(0, key);
  let last: readonly unknown[] | undefined;
  do {
    const after = last ? sql`where (${refs(keys)}) > (${sql.join(last)})` : sql``;
    const { rows } = await sql<Record<string, unknown>>`
      select ${refs(columns)} from ${sql.table(table)} ${after} order by ${refs(keys)} limit ${sql.lit(atOnce)}
    `
      .execute(snapshot)
      .catch(unavailable);
    if (rows.length > 0) yield rows.map((row) => columns.map((column) => cellOf(row[column])));
    const end = rows.length < atOnce ? undefined : rows.at(-1);
    last = end && keys.map((name) => end[name]);
  } while (last);
}

function unavailable(error: unknown): never {
  const failure = failureOf(error);
  if (failure === undefined) throw error;
  throw new RegisterUnavailable(failure === 'again' ? 'busy' : failure, error);
}

function cellOf(value: unknown): Cell {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`a backup cannot hold a ${typeof value}`);
}

function line(content: Line): string {
  return `${JSON.stringify(content)}\n`;
}
