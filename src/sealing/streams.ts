/** Sealing and opening of what is too long for the memory, as it flows by: backups. */
import { Decrypter, Encrypter } from 'age-encryption';

export function sealStream(
  plain: ReadableStream<Uint8Array>,
  recipients: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  return encrypter.encrypt(plain);
}

/** Fails where none of the keys opens it; the stream fails where it was changed or cut off. */
export function openStream(
  sealed: ReadableStream<Uint8Array>,
  identities: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  for (const one of identities) decrypter.addIdentity(one);
  return decrypter.decrypt(sealed);
}

/** True for a public key, age1…, without a mistake of copying. */
export function isRecipient(text: string): boolean {
  return isTaken(() => new Encrypter().addRecipient(text));
}

/** True for a private key, AGE-SECRET-KEY-1…, without a mistake of copying. */
export function isIdentity(text: string): boolean {
  return isTaken(() => new Decrypter().addIdentity(text));
}

function isTaken(add: () => void): boolean {
  try {
    add();
    return true;
  } catch {
    return false;
  }
}
