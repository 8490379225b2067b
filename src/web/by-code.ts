/**
 * Coming back by a case code, for pages and programs alike. A wrong code costs what a right one costs and is answered no
 * sooner; how many are tried is counted, by a few bits of an address and for everybody together.
 */
import type { Context } from 'hono';
import { readCaseCode } from '#domain/register/case-code.ts';
import { sha256 } from './sha256.ts';
import type { Following, Returning } from './site.ts';

/**
 * Codes that may be tried in ten minutes, right ones too: from one of 4096 groups of addresses (many people share one
 * behind Tor or a mobile network), and by all, since each costs a tenth of a second of this machine.
 */
export const codeLimits = { perGroup: 60, all: 1200, seconds: 600 } as const;

/** Likewise of requests with an Idempotency-Key, each of which writes into the register before anything of it is looked at. */
export const onceLimits = { perGroup: 300, all: 6000, seconds: 600 } as const;

/** Milliseconds before which no code is answered: longer than stretching and looking take together. */
export const soonest = 400;

/** What the register knows a case by: SHA-256 of the finder half of its code, which lies nowhere. */
export async function storedFinder(finder: string): Promise<string> {
  return sha256(finder);
}

/** Likewise of a code as it was typed; what is none is stretched as long, and finds nothing. */
export async function finderOf({ sealing }: Pick<Following, 'sealing'>, typed: string): Promise<string> {
  const { finder } = await sealing.codeKeys(readCaseCode(typed) ?? 'none');
  return storedFinder(finder);
}

type Limited = Pick<Returning, 'now' | 'addressOf'> & {
  register: Pick<Returning['register'], 'limits' | 'salt'>;
};

/**
 * Likewise of halves of codes that were stretched elsewhere: whoever guesses pays for the stretching, this machine only
 * looks; and one visit from a tab takes a dozen.
 */
export const finderLimits = { perGroup: 300, all: 6000, seconds: 600 } as const;

/** What is counted: codes and halves of them that are tried, cases that are shared, keys of requests without a sitting. */
const limitsOf = { code: codeLimits, finder: finderLimits, share: codeLimits, once: onceLimits } as const;
type Counted = keyof typeof limitsOf;

/** False where too many were tried; each of `what` counts on its own. */
export async function mayTry(c: Context, following: Limited, what: Counted): Promise<boolean> {
  const { limits } = following.register;
  const now = following.now();
  const { perGroup, all, seconds } = limitsOf[what];
  const group = await groupOf(c, following, now);
  if (!(await limits.take(`${what} ${group}`, perGroup, seconds, now.getTime()))) return false;
  return limits.take(what, all, seconds, now.getTime());
}

/** The outcome of `work`, right or wrong, no sooner than the floor after now. */
export async function noSooner<T>(following: Pick<Following, 'pause'>, work: () => Promise<T>): Promise<T> {
  const [done] = await Promise.allSettled([work(), floor(following)]);
  if (done.status === 'rejected') throw done.reason;
  return done.value;
}

/** Passes when the soonest answer may be given. */
export function floor({ pause = sleep }: Pick<Following, 'pause'>): Promise<void> {
  return pause(soonest);
}

/** Twelve bits that change every day and lead back to no address; one group where no address is known. */
export async function groupOf(c: Context, { addressOf, register }: Limited, now: Date): Promise<string> {
  const address = addressOf?.(c);
  if (address === undefined) return 'all';
  const key = await crypto.subtle.importKey(
    'raw',
    new Uint8Array(register.salt),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const told = new TextEncoder().encode(`address ${now.toISOString().slice(0, 10)} ${networkOf(address)}`);
  const [first = 0, second = 0] = new Uint8Array(await crypto.subtle.sign('HMAC', key, told));
  return String(first * 16 + (second >> 4));
}

/** One subscriber of IPv6 has 2^64 addresses (RFC 6177): they count as one. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = ''] = plain.split('::');
  return [...head.split(':'), '0', '0', '0', '0'].slice(0, 4).join(':');
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}
