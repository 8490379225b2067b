/** Tables as they were when a backup was made: an earlier version of this program had fewer of its migrations. */
import { type Kysely, sql } from 'kysely';
import type { Writing } from '../db.ts';
import type { Steps } from '../migrate.ts';
import { BackupRefused } from './backup-lines.ts';
import { leftOut } from './kept-tables.ts';

/**
 * `made`: the migrations that had made the tables of the backup. The tables, empty by now, become those; what is given back
 * makes those of today out of them, rows and all. All within the transaction.
 */
export async function tablesOfThen(
  trx: Writing,
  postgres: boolean,
  made: readonly string[],
  steps: Steps,
): Promise<() => Promise<void>> {
  const ours = Object.keys(steps);
  if (made.length > ours.length && begins(made, ours)) throw new BackupRefused('newer');
  if (made.length === 0 || !begins(ours, made)) throw new BackupRefused('other-version');
  if (made.length === ours.length) return async () => {};
  const taken = async (names: readonly string[]) => {
    const untyped = trx as unknown as Kysely<unknown>; // a migration knows the tables of its own time alone
    for (const name of names) await steps[name]?.up(untyped, postgres);
  };
  await dropAll(trx, postgres);
  await taken(made);
  return () => taken(ours.slice(made.length));
}

/** Those that a backup may fill, with their columns. */
export async function fillable(
  trx: Writing,
  postgres: boolean,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const closed: readonly string[] = leftOut;
  const tables = await allTables(trx, postgres);
  return new Map([...tables].filter(([name]) => !closed.includes(name)));
}

function begins(all: readonly string[], start: readonly string[]): boolean {
  return start.every((name, at) => all[at] === name);
}

/** SQLite drops no table to which another one still refers: the last made goes first. */
async function dropAll(trx: Writing, postgres: boolean): Promise<void> {
  const cascade = postgres ? sql`cascade` : sql``;
  for (const name of [...(await allTables(trx, postgres)).keys()].reverse())
    await sql`drop table ${sql.table(name)} ${cascade}`.execute(trx);
}

/** Without those in which Kysely notes what was done. */
async function allTables(trx: Writing, postgres: boolean): Promise<ReadonlyMap<string, readonly string[]>> {
  const columns = postgres
    ? sql<{ of: string; name: string }>`select table_name "of", column_name "name"
        from information_schema.columns where table_schema = current_schema()`
    : sql<{ of: string; name: string }>`select made.name "of", info.name "name"
        from sqlite_schema made, pragma_table_info(made.name) info where made.type = 'table'
        order by made.rowid`;
  const tables = new Map<string, string[]>();
  for (const { of, name } of (await columns.execute(trx)).rows)
    if (!/^(?:kysely|sqlite)_/.test(of)) tables.set(of, [...(tables.get(of) ?? []), name]);
  return tables;
}
