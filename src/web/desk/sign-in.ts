/**
 * Signing in: the password opens the sealed secret of the second factor, and a code of the phone proves it. Every failure
 * costs the same and says the same. A passkey (WebAuthn) would be one more way to `begin`: a table of public keys beside
 * `person`, a challenge from here, and the same session after it.
 */
import type { Context } from 'hono';
import { oneLine } from '#domain/text.ts';
import type { Credential, Person } from '#register/register.ts';
import { floor, groupOf } from '../by-code.ts';
import { hexOf, sha256 } from '../sha256.ts';
import type { Following } from '../site.ts';
import { newSecret, secretOf, stepOf } from './second-factor.ts';
import { newToken } from './staff.ts';

/** As it was typed; `from` is the group of addresses that it came from, where nobody is signed in yet. */
export type SignIn = { login: string; password: string; totp: string; from?: string };
export type Refused = { ok: false; reason: 'wrong' | 'limited' };
export type SignedIn = { ok: true; token: string; person: Person } | Refused;
/** `opened` is what the register kept of the secret when it was proved. */
export type Proved = { ok: true; person: Person; secret: string; opened: string } | Refused;

/**
 * Attempts of a quarter of an hour: for one name from one of 4096 groups of addresses, so that one stranger keeps nobody
 * out by their name, which stands in notes; for one name; from one group; and for all of them, since each costs a tenth of
 * a second of the machine.
 */
export const signInLimits = {
  perLogin: 10,
  perName: 30,
  perGroup: 100,
  all: 1200,
  seconds: 15 * 60,
} as const;

/** A session ends with the day at the latest; half an hour of sleep ends it too (register.sessions). */
const longestSession = 12 * 60 * 60 * 1000;

/** Of a request: whether too many came from where it does is asked before a name is looked at. */
export async function signInFrom(c: Context, following: Following, typed: SignIn): Promise<SignedIn> {
  const now = following.now();
  const { perGroup, seconds } = signInLimits;
  const from = await groupOf(c, following, now);
  const { limits } = following.register;
  if (!(await limits.take(`sign-in from ${from}`, perGroup, seconds, now.getTime())))
    return { ok: false, reason: 'limited' };
  return signIn(following, { ...typed, from });
}

export async function signIn(following: Following, typed: SignIn): Promise<SignedIn> {
  const proved = await prove(following, typed);
  if (!proved.ok) return proved;
  const token = await begin(following, proved.person, proved.opened);
  return token === undefined ? { ok: false, reason: 'wrong' } : { ok: true, token, person: proved.person };
}

/** That it is this person. What is wrong is told after the same time, whatever the register did about it: the log of a known name is longer. */
export async function prove(following: Following, typed: SignIn): Promise<Proved> {
  const held = floor(following);
  const proved = await attempt(following, typed);
  if (!proved.ok && proved.reason === 'wrong') await held;
  return proved;
}

/** By the password and by a code that was not used before. */
async function attempt(
  following: Following,
  { login, password, totp, from = 'the desk' }: SignIn,
): Promise<Proved> {
  const { register } = following;
  const { limits, people, audit } = register;
  const now = following.now().getTime();
  const name = oneLine(login).normalize('NFKC').toLowerCase();
  const known = await people.byLogin(name);
  const key = `sign-in ${known?.id ?? name}`;
  const here = `${key} from ${from}`;
  const { perLogin, perName, all, seconds } = signInLimits;
  const isAllowed =
    (await limits.take(here, perLogin, seconds, now)) &&
    (await limits.take(key, perName, seconds, now)) &&
    (await limits.take('sign-in', all, seconds, now));
  if (!isAllowed) return { ok: false, reason: 'limited' };
  const secret = await secretOf(following, known?.credential ?? (await nobody(following)), password);
  const step = secret === undefined ? undefined : stepOf(secret, totp, now);
  const isRight = known?.active && step !== undefined && (await people.useStep(known.id, step));
  if (isRight && secret !== undefined) {
    for (const one of [here, key]) await limits.clear(one);
    const { id, organisation, role, active } = known;
    const person = { id, organisation, login: known.login, role, active };
    return { ok: true, secret, person, opened: known.credential.sealedSecret };
  }
  if (known) await audit.write(known.organisation, { person: known.id, action: 'sign-in-failed' });
  else await limits.take('sign-in of nobody', 1, seconds, now); // a write as the other's: the same time
  return { ok: false, reason: 'wrong' };
}

/**
 * A new session of somebody who has proved who they are; its token, which only the cookie holds. None where `opened` was
 * made useless while the password was stretched.
 */
export async function begin(
  { register, now }: Following,
  person: Person,
  opened: string,
): Promise<string | undefined> {
  const token = newToken();
  const at = now().getTime();
  const isBegun = await register.sessions.begin({
    token: await sha256(token),
    person: person.id,
    now: at,
    expires: at + longestSession,
    proved: opened,
  });
  if (!isBegun) return undefined;
  await register.audit.write(person.organisation, { person: person.id, action: 'signed-in' });
  return token;
}

/** The credential of nobody, so that an unknown name costs what a known one does; sealed once. */
function nobody(following: Following): Promise<Credential> {
  const known = decoys.get(following);
  if (known) return known;
  const made = decoy(following);
  decoys.set(following, made);
  return made;
}

const decoys = new WeakMap<Following, Promise<Credential>>();

async function decoy({ register, sealing }: Following): Promise<Credential> {
  const { recipient } = await sealing.newKeyPair();
  return {
    salt: hexOf(register.salt.slice(0, 16)),
    sealedSecret: await sealing.seal(newSecret(), [recipient]),
  };
}
