/** Of which type a scan is, by what the file begins with: a name may lie. */
import type { Scan } from './sealed-facts.ts';

const beginnings: readonly (readonly [Scan['type'], readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

export function scanType(bytes: Uint8Array): Scan['type'] | undefined {
  return beginnings.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0];
}
