/** Kysely over a pool of connections to PostgreSQL; lost connections are replaced, and nothing waits for ever. */
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';
import type { Tables } from './tables.ts';

/** Milliseconds. The server gives up before this side does, so that a refusal has a reason. */
const patience = { connection: 5_000, lock: 8_000, statement: 15_000, answer: 20_000, idle: 30_000 } as const;

const bigint = 20;

/** `patient`: for migrations, which may rebuild an index over a million rows. */
export function openPostgres(url: string, { patient = false } = {}): Kysely<Tables> {
  const pool = new Pool({
    connectionString: url,
    application_name: 'proverka',
    max: patient ? 1 : 10,
    keepAlive: true,
    connectionTimeoutMillis: patience.connection,
    idleTimeoutMillis: patience.idle,
    idle_in_transaction_session_timeout: patience.idle,
    ...(patient
      ? {}
      : {
          statement_timeout: patience.statement,
          lock_timeout: patience.lock,
          query_timeout: patience.answer,
        }),
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === bigint ? Number : types.getTypeParser(type, format),
    },
  });
  // Without a listener a connection that is lost would end the process; whoever uses it is told by their query.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function ignore(): void {}
