/**
 * What the service does by itself while it runs: it forgets traces of requests, deletes once a day the cases whose time is
 * over, and works out anew where filings stand when the law has changed.
 */
import { moscowDay } from '#domain/moscow.ts';
import type { Register } from './register/register.ts';

/** Told to the log: deletion waits for a clock that is right (docs/register-operations.md). */
class ClockInDoubt extends Error {
  override name = 'ClockInDoubt';
}

/** To be called every ten minutes. `logError` is told what failed, and once a day that the clock is not believed. */
export function upkeep(
  register: Register,
  now: () => Date,
  logError: (error: Error, route: string) => void,
): () => Promise<void> {
  let deleted = '';
  let told = '';
  const tried = (what: string, work: () => Promise<unknown>) =>
    work().catch((error: unknown) => logError(error instanceof Error ? error : new Error('unknown'), what));
  const daily = async () => {
    const today = moscowDay(now());
    if (deleted === today) return;
    if ((await register.deleteExpired(today)) !== undefined) deleted = today;
    else if (told !== today) {
      told = today;
      logError(new ClockInDoubt(), 'retention');
    }
  };
  return async () => {
    void tried('deriving', () => register.deriving.anew()); // may take longer than until the next time
    await tried('clock', () => register.clock.look());
    await tried('retention', daily);
    await tried('forgetting', () => register.forgetPassed());
  };
}
