/** What every part of the register works with: the database, and how to read and write it so that nothing is half done. */
import type { Kysely, Transaction } from 'kysely';
import type { Library } from '#domain/library.ts';
import type { Tables } from './tables.ts';

export type Writing = Transaction<Tables>;
export type Reading = Kysely<Tables>;

export type Db = {
  /** For reads within `read`; a query outside `read` and `write` throws the database's own errors. */
  kysely: Kysely<Tables>;
  postgres: boolean;
  library: Library;
  now: () => Date;
  /** Milliseconds for which this program has run, by a clock that nobody sets. */
  running: () => number;
  /**
   * One transaction, all or nothing: SQLite takes the lock at its beginning, PostgreSQL holds the rows that are read by
   * locked.ts. `work` is done again from its beginning where two writers met, so it touches nothing but the database.
   * Throws RegisterUnavailable.
   */
  write: <T>(work: (trx: Writing) => Promise<T>) => Promise<T>;
  /** One or several queries that see one state of the database and write nothing. Throws RegisterUnavailable. */
  read: <T>(work: (kysely: Reading) => Promise<T>) => Promise<T>;
  /** SQLite: takes what was deleted out of the log beside the file; elsewhere nothing. */
  forget: () => Promise<void>;
};
