/** The register with what seals its facts, and the daily deletion of cases whose retention has run out. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
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
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'clientAddressHeader'>,
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
  const addressOf = (c: Context) => clientAddress(c, config.clientAddressHeader);
  return { register, sealing: boundSealing(stretch, register.salt), now, addressOf };
}

/** Behind a proxy the last address that it wrote down (the others are whatever the client sent), else that of the line. */
function clientAddress(c: Context, header: string | undefined): string | undefined {
  if (header !== undefined) return c.req.header(header)?.split(',').at(-1)?.trim();
  try {
    return getConnInfo(c).remote.address;
  } catch {
    return undefined; // asked without a line, as tests and the warm-up do
  }
}
