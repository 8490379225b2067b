/** What whoever takes the machine carries away: files with what lies beside them, and every row of every table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Tables } from '#register/tables.ts';
import { openDb } from '../../../src/register/open-register.ts';
import type { FreshDatabase } from '../../support/fresh-database.ts';
import { library } from '../../support/library.ts';

export type Rows = { [Table in keyof Tables]: Record<string, unknown>[] } & Record<
  string,
  Record<string, unknown>[]
>;

/** All bytes: of SQLite's folder, or of the files and the log of a PostgreSQL that runs on this machine. */
export async function bytesOf(database: FreshDatabase): Promise<Buffer> {
  if (database.databaseUrl === undefined) return filesBelow(database.dataDir);
  const db = await opened(database);
  await sql`checkpoint`.execute(db.kysely);
  const { rows } = await sql<{ data: string; oid: string }>`
    select current_setting('data_directory') as data, oid::text from pg_database where datname = current_database()
  `.execute(db.kysely);
  await db.kysely.destroy();
  const { data = '', oid = '' } = rows[0] ?? {};
  return Buffer.concat([filesBelow(join(data, 'base', oid)), filesBelow(join(data, 'pg_wal'))]);
}

function filesBelow(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Buffer.concat(files.map((one) => withoutEmptyPages(readFileSync(join(one.parentPath, one.name)))));
}

/** The log of a PostgreSQL is made of files that are mostly empty yet. */
function withoutEmptyPages(file: Buffer): Buffer {
  const page = 8192;
  const empty = Buffer.alloc(page);
  if (file.length < 1024 * page) return file;
  const pages = [];
  for (let at = 0; at < file.length; at += page) {
    const one = file.subarray(at, at + page);
    if (!one.equals(empty)) pages.push(one);
  }
  return Buffer.concat(pages);
}

/** Whatever tables there are, also those that nobody remembers. */
export async function rowsOf(database: FreshDatabase): Promise<Rows> {
  const db = await opened(database);
  const tables = await db.kysely.introspection.getTables();
  const all: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely);
    all[name] = rows;
  }
  await db.kysely.destroy();
  return all as Rows; // every table of Tables is made by the migrations
}

/** Names of the columns of every table, those of the migrations themselves left out. */
export async function columnsOf(database: FreshDatabase): Promise<Record<string, string[]>> {
  const db = await opened(database);
  const tables = await db.kysely.introspection.getTables();
  await db.kysely.destroy();
  return Object.fromEntries(tables.map((one) => [one.name, one.columns.map(({ name }) => name).sort()]));
}

export function opened({ dataDir, databaseUrl }: FreshDatabase, now = () => new Date()) {
  return openDb({ dataDir, databaseUrl, library, now });
}

/** A stretch from the middle of a sealed text: where it is not found, the text is gone. */
export function middleOf(sealed: string): string {
  const lines = sealed.split('\n');
  return lines[Math.floor(lines.length / 2)] ?? '';
}
