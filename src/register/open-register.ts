/** Opens the register: SQLite under `dataDir`, or PostgreSQL where a `databaseUrl` is given; its tables are brought up to date. */
import type { Library } from '#domain/library.ts';
import type { Register } from './register.ts';

export type RegisterConfig = {
  /** Folder of the SQLite file `register.db`; made where it is missing. ':memory:' for none (tests). */
  dataDir: string;
  /** postgres://… */
  databaseUrl: string | undefined;
  /** For what follows from public facts: standing, weeks, counts. */
  library: Library;
  now: () => Date;
};

/** Throws RegisterUnavailable where the database cannot be reached, and a sentence where the folder cannot be written. */
export function openRegister(_config: RegisterConfig): Promise<Register> {
  throw new Error('not built yet');
}
