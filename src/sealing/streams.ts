/** Sealing and opening of what is too long for the memory, as it flows by: backups. */
import { Decrypter, Encrypter } from 'age-encryption';

export async function sealStream(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter();
  for (const one of recipients) encrypter.addRecipient(one);
  return chunksOf(await encrypter.encrypt(streamOf(plain)));
}

/** Fails where none of the keys opens it; going through it fails where it was changed or cut off. */
export async function openStream(
  sealed: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const decrypter = new Decrypter();
  for (const one of identities) decrypter.addIdentity(one);
  return chunksOf(await decrypter.decrypt(streamOf(sealed)));
}

/** Takes the next part when it is asked for, and tells the source when nobody wants more. */
function streamOf(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const parts = source[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => {
      await parts.return?.();
    },
  });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
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
