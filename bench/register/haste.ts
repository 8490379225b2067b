/** What makes the filling of an empty register fast: what is lost then is filled again. Afterwards everything is as it was. */
import { type Kysely, sql } from 'kysely';
import { attempts } from '../../src/register/attempts.ts';
import type { Db, Writing } from '../../src/register/db.ts';
import { openPostgres } from '../../src/register/open-postgres.ts';
import { openSqlite } from '../../src/register/open-sqlite.ts';
import type { Tables } from '../../src/register/tables.ts';

export type Handle = Pick<Db, 'read' | 'write' | 'postgres'> & { kysely: Kysely<Tables> };

/** Of tables that are there already. */
export async function openHastily({ dataDir, databaseUrl }: Place): Promise<Handle> {
  const postgres = databaseUrl !== undefined;
  const kysely = postgres ? openPostgres(databaseUrl, { patient: true }) : openSqlite(dataDir);
  const settings = ['foreign_keys = off', 'synchronous = off', 'journal_mode = off', 'cache_size = -262144'];
  if (!postgres) for (const one of settings) await sql.raw(`pragma ${one}`).execute(kysely);
  else await sql`set maintenance_work_mem = '1GB'`.execute(kysely);
  await dropIndexes(postgres, kysely);
  return { kysely, postgres, ...attempts(kysely) };
}

export type Place = { dataDir: string; databaseUrl: string | undefined };

/** Rows that belong together come together: nothing has to be looked up. */
export async function hasten(trx: Writing, postgres: boolean): Promise<void> {
  if (!postgres) return;
  await sql`set local session_replication_role = replica`.execute(trx);
  await sql`set local synchronous_commit = off`.execute(trx);
}

/** Everything on the disk, as a register that has rested; PostgreSQL would look over its tables within the hour. */
export async function settle({ postgres, kysely }: Handle): Promise<void> {
  if (postgres) await sql`vacuum analyze`.execute(kysely);
  if (postgres) await sql`checkpoint`.execute(kysely);
  else await sql`pragma journal_mode = wal`.execute(kysely);
  await kysely.destroy();
}

/** They are made again in one go: packed a little closer than those that grew. */
async function dropIndexes(postgres: boolean, kysely: Kysely<Tables>): Promise<void> {
  const ofPostgres = sql<{ name: string }>`select indexname as name from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint)`;
  const ofSqlite = sql<{
    name: string;
  }>`select name from sqlite_master where type = 'index' and sql is not null`;
  const { rows } = await (postgres ? ofPostgres : ofSqlite).execute(kysely);
  for (const { name } of rows) await sql`drop index ${sql.ref(name)}`.execute(kysely);
}
