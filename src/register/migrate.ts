/** Brings the tables up to date: forward only, each migration a transaction, safe where two servers start at once. */
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { attempted } from './attempts.ts';
import * as first from './migrations/0001-register.ts';
import type { Tables } from './tables.ts';

/** In the order of their names. What one makes beside tables it makes `or replace`: a restore makes tables anew. */
export type Steps = Readonly<
  Record<string, { up: (db: Kysely<unknown>, postgres: boolean) => Promise<void> }>
>;
export const ourSteps: Steps = { '0001-register': first };

/** Throws where the database was written by a later version of this program: it is not touched then. */
export async function migrate(kysely: Kysely<Tables>, postgres: boolean, steps = ourSteps): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: async () => asMigrations(postgres, steps) },
  });
  await attempted(async () => {
    const { error } = await migrator.migrateToLatest();
    if (error instanceof Error && error.message.startsWith('corrupted migrations'))
      throw new Error('the register was written by a later version of this program', { cause: error });
    if (error !== undefined) throw error;
  });
}

function asMigrations(postgres: boolean, steps: Steps): Record<string, Migration> {
  return Object.fromEntries(
    Object.entries(steps).map(([name, { up }]) => [name, { up: (db) => up(db, postgres) }]),
  );
}
