/** What the standing of every filing was worked out by, in one digest: it changes with the law, and with how we count. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Library } from '../library.ts';

/** Raised by whoever changes what standing.ts, its neighbours or the clock make of the same facts and the same law. */
const rules = 1;

/** Time limits, working days, and the procedure of each document. */
export function derivedBy({
  clock,
  calendar,
  templates,
}: Pick<Library, 'clock' | 'calendar' | 'templates'>): string {
  const procedures = [...templates].map(([id, { matter }]) => [id, matter.procedure]);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([rules, clock, calendar, procedures]))));
}
