/** Sealing, and the one form that is sent: public facts, the hash that finds the record, the filer's public key, the sealed text. */
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { codeKeys, type Stretch, sealJson, stretchCost } from '#sealing/sealing.ts';
import type { Chosen, Info } from './choose.ts';
import { one } from './elements.ts';

/** Lets the browser show what was unhidden before a second of counting. */
const painted = () => new Promise((done) => setTimeout(done, 50));
const stretch: Stretch = (secret, salt, bytes) =>
  scryptAsync(utf8ToBytes(secret), salt, { ...stretchCost, dkLen: bytes });

export async function sendSealed(
  { organisation, filedFrom, shared, facts }: Chosen,
  code: string,
  { salt }: Info,
): Promise<void> {
  const form = one('[data-share-sealed]', HTMLFormElement);
  const busy = one('[data-share-sealing]', HTMLElement);
  const button = one('[data-share-seal]', HTMLButtonElement);
  if (!form || !busy || !button) return;
  busy.hidden = false;
  button.disabled = true;
  await painted();
  try {
    const keys = await codeKeys(stretch, code, hexToBytes(salt));
    const sealed = await sealJson(facts, [organisation.recipient, keys.recipient]);
    const fields = {
      organisation: organisation.key,
      filedFrom,
      finder: bytesToHex(sha256(utf8ToBytes(keys.finder))),
      recipient: keys.recipient,
      facts: JSON.stringify(shared.facts),
      sealed,
    };
    for (const [name, value] of Object.entries(fields)) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
    form.submit();
  } finally {
    busy.hidden = true;
    button.disabled = false;
  }
}
