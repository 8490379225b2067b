/**
 * What has run out is forgotten even where nobody comes any more: attempts, claims, links and sessions hold times to the
 * millisecond, and the log beside the file holds what stood in it before.
 */
import { look } from './clock-watch.ts';
import type { Db } from './db.ts';
import { isDead } from './sessions.ts';

export async function forgetPassed(db: Db): Promise<void> {
  const now = db.now().getTime();
  const { isBelieved } = await look(db);
  await db.write(async (trx) => {
    await trx.deleteFrom('attempt').where('until', '<=', now).execute();
    await trx.deleteFrom('idempotency').where('expires', '<=', now).execute();
    // A link cannot be had again: it waits for a clock that is right.
    if (isBelieved) await trx.deleteFrom('invitation').where('expires', '<=', now).execute();
    await trx.deleteFrom('session').where(isDead(now)).execute();
  });
  await db.forget();
}
