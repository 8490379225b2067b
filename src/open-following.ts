/** The register with what seals its facts, and the daily deletion of cases whose retention has run out. */
import type { Library } from '#domain/library.ts';
import { moscowDay } from '#domain/moscow.ts';
import type { Following } from '#web/site.ts';
import type { Config } from './config.ts';
import { openRegister } from './register/open-register.ts';
import { boundSealing } from './sealing/bound.ts';
import { stretch } from './sealing/stretch.ts';

const day = 24 * 60 * 60 * 1000;

/** `logError` is told where the daily deletion failed. Throws what openRegister throws. */
export async function openFollowing(
  library: Library,
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  now: () => Date,
  logError: (error: Error, route: string) => void,
): Promise<Following> {
  const register = await openRegister({ ...config, library, now });
  const deleteExpired = () =>
    register
      .deleteExpired(moscowDay(now()))
      .catch((error: unknown) =>
        logError(error instanceof Error ? error : new Error('unknown'), 'retention'),
      );
  void deleteExpired();
  setInterval(deleteExpired, day).unref();
  return { register, sealing: boundSealing(stretch, register.salt), now };
}
