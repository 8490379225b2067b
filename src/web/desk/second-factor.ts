/** Passwords and the second factor: what the register keeps of them, and what a phone shows. */
import { Secret, TOTP } from 'otpauth';
import type { Credential } from '#register/register.ts';
import { bytesOf, hexOf } from '../sha256.ts';
import type { Following } from '../site.ts';

type Sealed = Pick<Following, 'sealing'>;

/** Seconds of one code, and how many codes before and after are taken: clocks of phones are wrong by half a minute. */
const period = 30;
const tolerance = 1;

/** What the register keeps of a password and a secret of the second factor: neither of them. */
export async function credentialOf(
  { sealing }: Sealed,
  password: string,
  secret: string,
): Promise<Credential> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const { recipient } = await sealing.passphraseKeys(password, salt);
  return { salt: hexOf(salt), sealedSecret: await sealing.seal(secret, [recipient]) };
}

/** The secret of the second factor, where the password is right. */
export async function secretOf(
  { sealing }: Sealed,
  { salt, sealedSecret }: Credential,
  password: string,
): Promise<string | undefined> {
  return sealing.open(sealedSecret, (await sealing.passphraseKeys(password, bytesOf(salt))).identity);
}

/** The step of the clock (RFC 6238) whose code this is; undefined where it is none of those that are taken. */
export function stepOf(secret: string, typed: string, now: number): number | undefined {
  const token = typed.normalize('NFKC').replace(/\D/g, '');
  if (token.length !== 6) return undefined;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period });
  const delta = totp.validate({ token, timestamp: now, window: tolerance });
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta;
}

/** A secret of 160 bits (RFC 4226), in Base32. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** True for what `newSecret` makes: it comes back with a form. */
export function isSecret(text: string): boolean {
  return /^[A-Z2-7]{32}$/.test(text);
}

/** What a phone scans. The name under which it lists the secret says nothing of what it opens. */
export function addressOf(secret: string, login: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret), label: login, issuer: 'P', period }).toString();
}
