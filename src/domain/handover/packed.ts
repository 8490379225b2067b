/** A hand-over as the end of a link: deflated (RFC 1951) and in the letters of base64url (RFC 4648), so that no messenger changes it. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Handover } from './handover.ts';

/** In a link, what comes after it; a server is never sent that part of an address. */
export const linkMark = '#draft=';

/** All that the limits of the answers allow comes to two thirds of this, in bytes. */
export const largestHandover = 32 * 1024;

export function packed(handover: Handover): string {
  const bytes = deflateSync(strToU8(JSON.stringify(handover)), { level: 9 });
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

export type Unpacked = { is: 'text'; text: string } | { is: 'sealed' | 'too-large' | 'damaged' };

/** What `packed` made, or what was sealed after it. However much it would unfold to, no more than the limit is unfolded. */
export function unpacked(letters: string): Unpacked {
  const bytes = bytesOf(letters);
  if (!bytes) return { is: 'damaged' };
  if (strFromU8(bytes.subarray(0, 22), true) === 'age-encryption.org/v1\n') return { is: 'sealed' };
  try {
    const text = inflateSync(bytes, { out: new Uint8Array(largestHandover) });
    return text.length >= largestHandover ? { is: 'too-large' } : { is: 'text', text: strFromU8(text) };
  } catch {
    return { is: 'damaged' };
  }
}

function bytesOf(letters: string): Uint8Array | undefined {
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined; // a letter is missing
  }
}
