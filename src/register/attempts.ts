/** Reads and writes as transactions that are tried again where two writers met, and that fail with a reason for people. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Db } from './db.ts';
import { failureOf } from './failures.ts';
import { RegisterUnavailable } from './register.ts';
import type { Tables } from './tables.ts';

/** `patience`: milliseconds after which whoever still meets other writers gives up. */
export function attempts(kysely: Kysely<Tables>, patience?: number): Pick<Db, 'read' | 'write'> {
  const snapshot = kysely.transaction().setAccessMode('read only').setIsolationLevel('repeatable read');
  return {
    read: (work) => attempted(() => snapshot.execute(work), { patience }),
    write: (work) => {
      let begun = false;
      const transaction = kysely.transaction();
      return attempted(
        () =>
          transaction.execute((trx) => {
            begun = true;
            return work(trx);
          }),
        { patience, isSafe: () => !begun },
      );
    },
  };
}

/** Milliseconds for which connections that were lost while nobody used them are replaced: a whole pool of them may be. */
const untilReplaced = 1_000;

/**
 * A connection that was lost while nobody used it is noticed by the next who does: again with another one, unless
 * something may have been written, or the database itself does not answer.
 */
export async function attempted<T>(
  work: () => Promise<T>,
  { patience = 10_000, isSafe = () => true }: { patience?: number | undefined; isSafe?: () => boolean } = {},
): Promise<T> {
  const begin = performance.now();
  for (let delay = 2; ; delay = Math.min(delay * 2, 50)) {
    try {
      return await work();
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      const passed = performance.now() - begin;
      const isReplaced = failure === 'unreachable' && isSafe() && passed < untilReplaced;
      if (failure !== 'again' && !isReplaced) throw new RegisterUnavailable(failure, error);
      if (failure === 'again' && passed > patience) throw new RegisterUnavailable('busy', error);
      await wait(delay * (0.5 + Math.random()));
    }
  }
}
