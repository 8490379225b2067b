/** A request that is sent twice with one key is done once: its answer is kept for a day, at most two. */
import type { Db, Writing } from './db.ts';
import { hashed } from './hashed.ts';
import { type Claim as Claimed, type Idempotency, RegisterUnavailable } from './register.ts';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** For so long a key is held by whoever began, and renewed while the work goes on: whoever dies lets go of it soon. */
const held = 20 * second;

/** In the place of an answer: it was used, and what it made is gone. */
const spent = '';

type Claim = { scope: string; key: string; request: string };

export function idempotencyPart(db: Db): Idempotency {
  let swept = Number.NEGATIVE_INFINITY;
  return {
    begin: async (scope, key, requestHash, now) => {
      if (Math.abs(now - swept) >= minute) {
        swept = now;
        await db.write((trx) => trx.deleteFrom('idempotency').where('expires', '<=', now).execute());
      }
      return db.write((trx) => begin(trx, { scope, key: hashed(key), request: requestHash }, now));
    },
    renew: async (scope, key, now) => {
      await db.write((trx) => hold(trx, scope, hashed(key), now));
    },
    keep: async (scope, key, answer, now) => {
      await db.write((trx) =>
        trx
          .updateTable('idempotency')
          .set({ answer, expires: keptUntil(now) })
          .where('scope', '=', scope)
          .where('key', '=', hashed(key))
          .where('answer', 'is', null)
          .execute(),
      );
    },
    spend: async (scope, key) => {
      await db.write((trx) =>
        trx
          .updateTable('idempotency')
          .set({ request: '', answer: spent })
          .where('scope', '=', scope)
          .where('key', '=', hashed(key))
          .where('answer', 'is not', null)
          .execute(),
      );
    },
    drop: async (scope, key) => {
      await db.write((trx) =>
        trx
          .deleteFrom('idempotency')
          .where('scope', '=', scope)
          .where('key', '=', hashed(key))
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
    .where('key', '=', hashed(claim.key))
    .where('request', '=', claim.requestHash)
    .where('answer', claim.planned === undefined ? 'is' : '=', claim.planned ?? null)
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
    .values({ ...claim, answer: null, expires: now + held })
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
  if (!there) return running(second); // dropped between the two looks: whoever asks again has it
  if (there.expires <= now)
    return (await takeOver(trx, claim, there.expires, now)) ? undefined : running(held);
  if (there.answer === spent) return 'spent';
  if (there.request !== claim.request) return 'other';
  if (there.answer !== null) return { answer: there.answer };
  if (there.expires <= now + held) return running(there.expires - now);
  await hold(trx, claim.scope, claim.key, now); // the clock has jumped back: a claim of somebody who crashed would last too long
  return running(held);
}

function running(milliseconds: number): { running: number } {
  return { running: Math.ceil(milliseconds / second) };
}

/** Of several who find it run out, one gets it. */
async function takeOver(trx: Writing, claim: Claim, expired: number, now: number): Promise<boolean> {
  const taken = await trx
    .updateTable('idempotency')
    .set({ request: claim.request, answer: null, expires: now + held })
    .where('scope', '=', claim.scope)
    .where('key', '=', claim.key)
    .where('expires', '=', expired)
    .returning('key')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Of what is not done yet, from now on. */
async function hold(trx: Writing, scope: string, key: string, now: number): Promise<void> {
  await trx
    .updateTable('idempotency')
    .set({ expires: now + held })
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('answer', 'is', null)
    .execute();
}
