/**
 * Sealing in the format of age (age-encryption.org/v1): to the public keys of those who may open, and under secrets that
 * people keep in their heads. A secret is stretched by scrypt (RFC 7914) into a key of its own, so one format does for all.
 */
import { bech32 } from '@scure/base';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { hasSealedForm } from './header.ts';
import { padded, paddedJson, unpadded } from './padding.ts';

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

/** True for a public key that can be sealed to: a point of the curve may have the form of a key and be none (RFC 7748, 6.1). */
export async function isRecipient(text: string): Promise<boolean> {
  return sealed('', [text]).then(
    () => true,
    () => false,
  );
}

/** `text` sealed to every one of `recipients`, as an ASCII armor that the age command opens. */
export async function seal(text: string, recipients: readonly string[]): Promise<string> {
  return armor.encode(await sealed(text, recipients));
}

/** Likewise of what lies long where others may look at it: JSON, whose length is rounded up. */
export async function sealJson(content: unknown, recipients: readonly string[]): Promise<string> {
  return seal(paddedJson(content), recipients);
}

/** A file, its length rounded up, without armor. */
export async function sealBytes(
  content: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  return sealed(padded(content), recipients);
}

/** A file for other hands, as it is: the age command gives it back byte for byte. */
export async function sealFile(
  content: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  return sealed(content, recipients);
}

/** What is sealed, for a place that takes text alone. */
export function armored(sealed: Uint8Array): string {
  return armor.encode(sealed);
}

/** What was sealed; undefined where this key does not open it, or it is damaged. */
export async function open(sealed: string, identity: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await opened(armor.decode(sealed), identity));
  } catch {
    return undefined;
  }
}

/** Likewise of a file from `sealBytes`. */
export async function openBytes(
  sealed: Uint8Array,
  identity: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const content = await openFile(sealed, identity);
  return content && unpadded(content);
}

/** Likewise of a file as the age command seals it. */
export async function openFile(
  sealed: Uint8Array,
  identity: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await opened(sealed, identity));
  } catch {
    return undefined;
  }
}

/** True for an armor that has the form of something sealed to X25519 keys; whether it opens, only its keys know. */
export function isSealed(text: string): boolean {
  try {
    return hasSealedForm(armor.decode(text));
  } catch {
    return false;
  }
}

/** Likewise of a file without armor. */
export function isSealedFile(bytes: Uint8Array): boolean {
  return hasSealedForm(bytes);
}

async function sealed(
  content: string | Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  return new Uint8Array(await encrypter.encrypt(content));
}

async function opened(bytes: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return decrypter.decrypt(bytes);
}
