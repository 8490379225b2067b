/** Brings the tables up to date: forward only, each migration a transaction, safe where two servers start at once. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { attempted } from './attempts.ts';
import * as first from './migrations/0001-register.ts';
import type { Tables } from './tables.ts';

/** In the order of their names. */
const migrations = { '0001-register': first } as const;

/** Throws where the database was written by a later version of this program: it is not touched then. */
export async function migrate(kysely: Kysely<Tables>, postgres: boolean): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => asMigrations(postgres) },
  });
  await attempted(async () => {
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error && error.message.startsWith('corrupted migrations'))
      throw new Error('the register was written by a later version of this program', { cause: error });
    if (error !== undefined) throw error;
  });
}

function asMigrations(postgres: boolean): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(migrations).map(([name, { up }]) => [name, { up: (db) => up(db, postgres) }]),
  );
}
