/**
 * Sealing in the format of age (age-encryption.org/v1): to the public keys of those who may open, and under secrets that
 * people keep in their heads. A secret is stretched by scrypt (RFC 7914) into a key of its own, so one format does for all.
 */
import { bech32 } from '@scure/base';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** scrypt with N 2^15, r 8, p 1: 32 MB and about a tenth of a second. Gives `bytes` bytes. */
export type Stretch = (secret: string, salt: Uint8Array, bytes: number) => Promise<Uint8Array>;

export const stretchCost = { N: 2 ** 15, r: 8, p: 1 } as const;

/** A key pair of age: `identity` opens (AGE-SECRET-KEY-1…), `recipient` seals (age1…). */
export type KeyPair = { identity: string; recipient: string };

/** What a case code becomes: `finder`, in hex, names the record; the key opens it. Neither leads to the other. */
export type CodeKeys = KeyPair & { finder: string };

export async function newKeyPair(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The key pair of 32 secret bytes. */
export async function keyPairOf(secret: Uint8Array): Promise<KeyPair> {
  const identity = bech32.encodeFromBytes('AGE-SECRET-KEY-', secret).toUpperCase();
  return { identity, recipient: await identityToRecipient(identity) };
}

export async function recipientOf(identity: string): Promise<string> {
  return identityToRecipient(identity);
}

/** Both halves of a case code, stretched with the salt of the installation. */
export async function codeKeys(stretch: Stretch, code: string, salt: Uint8Array): Promise<CodeKeys> {
  const stretched = await stretch(`case-code ${code}`, salt, 64);
  const finder = Array.from(stretched.subarray(0, 32), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { finder, ...(await keyPairOf(stretched.subarray(32))) };
}

/** The key pair of a passphrase, with a salt of its own. */
export async function passphraseKeys(
  stretch: Stretch,
  passphrase: string,
  salt: Uint8Array,
): Promise<KeyPair> {
  return keyPairOf(await stretch(`passphrase ${passphrase.normalize('NFKC')}`, salt, 32));
}

/** `content` sealed to every one of `recipients`, as an ASCII armor that the age command opens. */
export async function seal(content: string | Uint8Array, recipients: readonly string[]): Promise<string> {
  return armor.encode(await sealBytes(content, recipients));
}

export async function sealBytes(
  content: string | Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  return new Uint8Array(await encrypter.encrypt(content));
}

/** What was sealed; undefined where this key does not open it, or it is damaged. */
export async function open(sealed: string, identity: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await opened(armor.decode(sealed), identity));
  } catch {
    return undefined;
  }
}

/** Likewise of bytes without armor. */
export async function openBytes(
  sealed: Uint8Array,
  identity: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await opened(sealed, identity));
  } catch {
    return undefined;
  }
}

/** True for a text that has the form of an age armor sealed to X25519 keys; whether it opens, only its keys know. */
export function isSealed(text: string): boolean {
  try {
    const head = new TextDecoder().decode(armor.decode(text).slice(0, 200));
    return head.startsWith('age-encryption.org/v1\n-> X25519 ');
  } catch {
    return false;
  }
}

async function opened(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes);
}
