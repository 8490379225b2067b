/** A request that is sent twice with one key is done once: its answer is kept for a day, at most two. */
import { createHash } from 'node:crypto';
import type { Db, Writing } from './db.ts';
import { type Claim as Claimed, type Idempotency, RegisterUnavailable } from './register.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

type Claim = { scope: string; key: string; request: string };

export function idempotencyPart(db: Db): Idempotency {
  let swept = Number.NEGATIVE_INFINITY;
  return {
    begin: async (scope, key, requestHash, now) => {
      if (Math.abs(now - swept) >= minute) {
        swept = now;
        await db.write((trx) => trx.deleteFrom('idempotency').where('expires', '<=', now).execute());
      }
      return db.write((trx) => begin(trx, { scope, key: kept(key), request: requestHash }, now));
    },
    keep: async (scope, key, answer, now) => {
      await db.write((trx) =>
        trx
          .updateTable('idempotency')
          .set({ answer, expires: keptUntil(now) })
          .where('scope', '=', scope)
          .where('key', '=', kept(key))
          .where('answer', 'is', null)
          .execute(),
      );
    },
    drop: async (scope, key) => {
      await db.write((trx) =>
        trx
          .deleteFrom('idempotency')
          .where('scope', '=', scope)
          .where('key', '=', kept(key))
          .where('answer', 'is', null)
          .execute(),
      );
    },
  };
}

/** Within the transaction that does what was asked: either both are there, or neither. */
export async function settle(trx: Writing, claim: Claimed | undefined): Promise<void> {
  if (!claim) return;
  const settled = await trx
    .updateTable('idempotency')
    .set({ answer: claim.answer, expires: keptUntil(claim.now) })
    .where('scope', '=', claim.scope)
    .where('key', '=', kept(claim.key))
    .where('request', '=', claim.requestHash)
    .where('answer', 'is', null)
    .returning('key')
    .executeTakeFirst();
  if (!settled) throw new RegisterUnavailable('busy');
}

/** To the day: it tells when somebody shared. */
function keptUntil(now: number): number {
  return Math.ceil((now + day) / day) * day;
}

async function begin(trx: Writing, claim: Claim, now: number): ReturnType<Idempotency['begin']> {
  const claimed = await trx
    .insertInto('idempotency')
    .values({ ...claim, answer: null, expires: now + minute })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (claimed) return undefined;
  const there = await trx
    .selectFrom('idempotency')
    .select(['request', 'answer', 'expires'])
    .where('scope', '=', claim.scope)
    .where('key', '=', claim.key)
    .executeTakeFirst();
  if (!there) return 'running'; // dropped between the two looks: whoever asks again has it
  if (there.expires <= now) return (await takeOver(trx, claim, there.expires, now)) ? undefined : 'running';
  if (there.request !== claim.request) return 'other';
  if (there.answer !== null) return { answer: there.answer };
  if (there.expires > now + minute) await shorten(trx, claim, now);
  return 'running';
}

/** Of several who find it run out, one gets it. */
async function takeOver(trx: Writing, claim: Claim, expired: number, now: number): Promise<boolean> {
  const taken = await trx
    .updateTable('idempotency')
    .set({ request: claim.request, answer: null, expires: now + minute })
    .where('scope', '=', claim.scope)
    .where('key', '=', claim.key)
    .where('expires', '=', expired)
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** The clock has jumped back: the claim of somebody who crashed would last too long. */
async function shorten(trx: Writing, claim: Claim, now: number): Promise<void> {
  await trx
    .updateTable('idempotency')
    .set({ expires: now + minute })
    .where('scope', '=', claim.scope)
    .where('key', '=', claim.key)
    .where('answer', 'is', null)
    .execute();
}

/** The key is the sender's; what it may tell is not kept. */
function kept(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
