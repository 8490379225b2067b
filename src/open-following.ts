/** The register with what seals its facts, and what is done by itself: every ten minutes it is looked what has run out. */
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Library } from '#domain/library.ts';
import type { Following } from '#web/site.ts';
import type { Config } from './config.ts';
import { openRegister } from './register/open-register.ts';
import { RegisterUnavailable } from './register/register.ts';
import { boundSealing } from './sealing/bound.ts';
import { inTurn } from './sealing/in-turn.ts';
import { stretch } from './sealing/stretch.ts';
import { upkeep } from './upkeep.ts';

const tenMinutes = 10 * 60 * 1000;

/** Of the four threads of Node one is left for files and names; sixty wait two or three seconds. */
const stretching = { atOnce: 3, waiting: 60, full: () => new RegisterUnavailable('busy') };

/** `logError` is told where a deletion failed. Throws what openRegister throws. */
export async function openFollowing(
  library: Library,
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'clientAddressHeader'>,
  now: () => Date,
  logError: (error: Error, route: string) => void,
): Promise<Following> {
  const register = await openRegister({ ...config, library, now });
  const often = upkeep(register, now, logError);
  void often();
  setInterval(often, tenMinutes).unref();
  const addressOf = (c: Context) => clientAddress(c, config.clientAddressHeader);
  return { register, sealing: boundSealing(inTurn(stretch, stretching), register.salt), now, addressOf };
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
