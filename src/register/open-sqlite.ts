/** Kysely over node:sqlite: one file in a folder, safe against a loss of power, with what is deleted overwritten. */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type DialectAdapter,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import type { Tables } from './tables.ts';

/** Milliseconds for which a lock of another process may hold up this one; who waits longer gives way and comes again. */
const shortWait = 20;

/** `dataDir` is made where it is missing; ':memory:' for none. */
export function openSqlite(dataDir: string): Kysely<Tables> {
  const file = dataDir === ':memory:' ? dataDir : join(dataDir, 'register.db');
  if (file !== dataDir) mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const config = { database: async () => adapted(openFile(file)) };
  return new Kysely<Tables>({ dialect: new Dialect(config) });
}

function openFile(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: true, timeout: shortWait });
  try {
    if (file !== ':memory:') {
      chmodSync(file, 0o600);
      database.exec('pragma journal_mode = wal');
    }
    database.exec('pragma synchronous = full');
    database.exec('pragma secure_delete = on');
    database.exec('pragma trusted_schema = off');
    database.exec('pragma cache_size = -32768'); // KiB, used as needed: the upper pages of every index
    database.exec('pragma temp_store = memory'); // no second copy of what is sorted on the disk
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

const mostStatements = 300;

/** The shape that Kysely asks for. Statements are prepared once: most requests ask what others asked before. */
function adapted(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, { statement: StatementSync; reader: boolean }>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    const made = { statement, reader: statement.columns().length > 0 };
    if (prepared.size >= mostStatements) prepared.clear();
    prepared.set(sql, made);
    return made;
  };
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // SQLite ends a transaction by itself where the disk is full; there is nothing to take back then.
      if (sql === 'rollback' && !database.isTransaction) return nothing;
      const { statement, reader } = prepare(sql);
      return {
        reader,
        all: (values) => statement.all(...values.map(asInput)),
        run: (values) => statement.run(...values.map(asInput)),
        iterate: (values) => statement.iterate(...values.map(asInput)),
      };
    },
  };
}

const nothing = {
  reader: true,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};

function asInput(value: unknown) {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint' || value instanceof Uint8Array) return value;
  throw new TypeError(`no value for SQLite: ${typeof value}`);
}

/** Migrations are transactions here too, and a transaction that will write takes its lock at once. */
class Dialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createAdapter(): DialectAdapter {
    return new Adapter();
  }

  override createDriver(): SqliteDriver {
    return new Driver(this.#config);
  }
}

class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class Driver extends SqliteDriver {
  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings = {},
  ): Promise<void> {
    const kind = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
    await connection.executeQuery(CompiledQuery.raw(kind));
  }
}
