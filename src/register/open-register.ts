/** Opens the register: SQLite under `dataDir`, or PostgreSQL where a `databaseUrl` is given; its tables are brought up to date. */
import { type Kysely, sql } from 'kysely';
import type { Library } from '#domain/library.ts';
import { attempts } from './attempts.ts';
import { auditPart } from './audit.ts';
import { casesPart } from './cases.ts';
import { clockPart } from './clock-watch.ts';
import type { Db } from './db.ts';
import { derivingPart } from './deriving.ts';
import { failureOf } from './failures.ts';
import { idempotencyPart } from './idempotency.ts';
import { installationSalt } from './installation.ts';
import { limitsPart } from './limits.ts';
import { migrate, ourSteps } from './migrate.ts';
import { openSqlite } from './open-sqlite.ts';
import { organisationsPart } from './organisations.ts';
import { forgetPassed } from './passed.ts';
import { peoplePart } from './people.ts';
import { type Register, RegisterUnavailable } from './register.ts';
import { deleteExpired } from './retention.ts';
import { sessionsPart } from './sessions.ts';
import { sharedPart } from './shared-cases.ts';
import type { Tables } from './tables.ts';

export type RegisterConfig = {
  /** Folder of the SQLite file `register.db`; made where it is missing. ':memory:' for none (tests). */
  dataDir: string;
  /** postgres://… */
  databaseUrl: string | undefined;
  /** For what follows from public facts: standing, weeks, counts. */
  library: Library;
  now: () => Date;
  /** Milliseconds for which this program has run; a clock of its own in tests. */
  running?: (() => number) | undefined;
};

/** Throws RegisterUnavailable where the database cannot be reached, and a sentence where the folder cannot be written. */
export async function openRegister(config: RegisterConfig): Promise<Register> {
  const db = await openDb(config);
  try {
    return registerOf(db, await installationSalt(db));
  } catch (error) {
    await db.kysely.destroy();
    throw error;
  }
}

/** The handle alone, with its tables up to date. `patient`: for work on the whole of it, which PostgreSQL may not cut off. */
export async function openDb(
  { dataDir, databaseUrl, library, now, running = () => Math.round(performance.now()) }: RegisterConfig,
  { patient = false, steps = ourSteps } = {},
): Promise<Db> {
  if (databaseUrl !== undefined) {
    const { openPostgres } = await import('./open-postgres.ts'); // its driver costs the start of everybody else
    await migrated(openPostgres(databaseUrl, { patient: true }), { postgres: true, steps }, 'and-close');
    const kysely = openPostgres(databaseUrl, { patient });
    return { kysely, postgres: true, library, now, running, ...attempts(kysely), forget: async () => {} };
  }
  const kysely = sqliteIn(dataDir);
  await migrated(kysely, { postgres: false, steps });
  return {
    kysely,
    postgres: false,
    library,
    now,
    running,
    ...attempts(kysely),
    forget: () => truncateLog(kysely),
  };
}

/** The register over a handle that is open already. */
export function registerOf(db: Db, salt: Uint8Array): Register {
  const deriving = derivingPart(db);
  return {
    salt,
    organisations: organisationsPart(db),
    people: peoplePart(db),
    sessions: sessionsPart(db),
    shared: sharedPart(db),
    cases: casesPart(db),
    audit: auditPart(db),
    limits: limitsPart(db),
    idempotency: idempotencyPart(db),
    clock: clockPart(db),
    deriving,
    deleteExpired: (today) => deleteExpired(db, today),
    forgetPassed: () => forgetPassed(db),
    isReachable: () =>
      db
        .read((kysely) => sql`select 1`.execute(kysely))
        .then(
          () => true,
          () => false,
        ),
    close: async () => {
      await deriving.end();
      await db.kysely.destroy();
    },
  };
}

function sqliteIn(dataDir: string): Kysely<Tables> {
  try {
    return openSqlite(dataDir);
  } catch (error) {
    throw new Error(`DATA_DIR cannot be written: ${dataDir}`, { cause: error });
  }
}

async function migrated(
  kysely: Kysely<Tables>,
  { postgres, steps }: { postgres: boolean; steps: typeof ourSteps },
  then?: 'and-close',
): Promise<void> {
  try {
    await migrate(kysely, postgres, steps);
  } catch (error) {
    await kysely.destroy().catch(() => {}); // the first error says what is wrong
    const failure = failureOf(error);
    throw failure === undefined || failure === 'again' || error instanceof RegisterUnavailable
      ? error
      : new RegisterUnavailable(failure, error);
  }
  if (then === 'and-close') await kysely.destroy();
}

/** Where another process reads, its log is kept until it has done; the next call, at the latest the daily one, comes again. */
async function truncateLog(kysely: Kysely<Tables>): Promise<void> {
  try {
    await sql`pragma wal_checkpoint(truncate)`.execute(kysely);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
  }
}
