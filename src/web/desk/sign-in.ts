/**
 * Signing in: the password opens the sealed secret of the second factor, and a code of the phone proves it. Every failure
 * costs the same and says the same. A passkey (WebAuthn) would be one more way to `begin`: a table of public keys beside
 * `person`, a challenge from here, and the same session after it.
 */
import { Secret, TOTP } from 'otpauth';
import { oneLine } from '#domain/text.ts';
import type { Credential, Person } from '#register/register.ts';
import type { Following } from '../site.ts';
import { newToken, sha256 } from './staff.ts';

export type SignIn = { login: string; password: string; totp: string };
export type SignedIn =
  | { ok: true; token: string; person: Person }
  | { ok: false; reason: 'wrong' | 'limited' };

/** Attempts of a quarter of an hour: for one name, and for all of them, since each costs a tenth of a second of this machine. */
export const signInLimits = { perLogin: 10, all: 600, seconds: 15 * 60 } as const;

/** A session ends with the day at the latest; half an hour of sleep ends it too (register.sessions). */
const longestSession = 12 * 60 * 60 * 1000;

/** Seconds of one code, and how many codes before and after are taken: clocks of phones are wrong by half a minute. */
const period = 30;
const tolerance = 1;

/** `login` and `totp` as they were typed. */
export async function signIn(following: Following, { login, password, totp }: SignIn): Promise<SignedIn> {
  const { register, sealing } = following;
  const now = following.now().getTime();
  const name = oneLine(login);
  const key = `sign-in ${await sha256(name)}`;
  const { perLogin, all, seconds } = signInLimits;
  if (!(await register.limits.take(key, perLogin, seconds, now))) return { ok: false, reason: 'limited' };
  if (!(await register.limits.take('sign-in', all, seconds, now))) return { ok: false, reason: 'limited' };
  const known = await register.people.byLogin(name);
  const { salt, sealedSecret } = known?.credential ?? (await nobody(following));
  const keys = await sealing.passphraseKeys(password, bytesOf(salt));
  const secret = await sealing.open(sealedSecret, keys.identity);
  const step = secret === undefined ? undefined : stepOf(secret, totp, now);
  if (known?.active && step !== undefined && (await register.people.useStep(known.id, step))) {
    await register.limits.clear(key);
    const { id, organisation, role, active } = known;
    const person = { id, organisation, login: known.login, role, active };
    return { ok: true, token: await begin(following, person), person };
  }
  if (known) await register.audit.write(known.organisation, { person: known.id, action: 'sign-in-failed' });
  else await register.limits.take('sign-in of nobody', 1, seconds, now); // writes, as the other does: the same time
  return { ok: false, reason: 'wrong' };
}

/** A new session of somebody who has proved who they are; its token, which only the cookie holds. */
export async function begin({ register, now }: Following, person: Person): Promise<string> {
  const token = newToken();
  const at = now().getTime();
  await register.sessions.begin({
    token: await sha256(token),
    person: person.id,
    now: at,
    expires: at + longestSession,
  });
  await register.audit.write(person.organisation, { person: person.id, action: 'signed-in' });
  return token;
}

/** What the register keeps of a password and a secret of the second factor: neither of them. */
export async function credentialOf(
  { sealing }: Pick<Following, 'sealing'>,
  password: string,
  secret: string,
): Promise<Credential> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const { recipient } = await sealing.passphraseKeys(password, salt);
  return { salt: hexOf(salt), sealedSecret: await sealing.seal(secret, [recipient]) };
}

/** The secret of the second factor, where the password is right. */
export async function secretOf(
  { sealing }: Pick<Following, 'sealing'>,
  { salt, sealedSecret }: Credential,
  password: string,
): Promise<string | undefined> {
  return sealing.open(sealedSecret, (await sealing.passphraseKeys(password, bytesOf(salt))).identity);
}

/** A secret of 160 bits (RFC 4226), in Base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What a phone scans: the name under which it keeps the secret says nothing of what it opens. */
export function addressOf(secret: string, login: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret), label: login, issuer: 'P', period }).toString();
}

/** The step of the clock (RFC 6238) whose code this is; undefined where it is none of those that are taken. */
export function stepOf(secret: string, typed: string, now: number): number | undefined {
  const token = typed.normalize('NFKC').replace(/\D/g, '');
  if (token.length !== 6) return undefined;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period });
  const delta = totp.validate({ token, timestamp: now, window: tolerance });
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta;
}

/** The credential of nobody, so that an unknown name costs what a known one does; sealed once. */
function nobody(following: Following): Promise<Credential> {
  const known = decoys.get(following);
  if (known) return known;
  const made = following.sealing.newKeyPair().then(async ({ recipient }) => ({
    salt: hexOf(following.register.salt.slice(0, 16)),
    sealedSecret: await following.sealing.seal(newSecret(), [recipient]),
  }));
  decoys.set(following, made);
  return made;
}

const decoys = new WeakMap<Following, Promise<Credential>>();

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
