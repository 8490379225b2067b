/**
 * What of a case the register holds sealed, to the organisation's key and to the filer's own (age-encryption.org/v1):
 * the case file with its exact days and numbers, the region, how to reach the filer, notes. Version 1, as JSON.
 */
import * as z from 'zod/mini';
import { caseFile } from '../case/case-file.ts';
import { isoDate } from '../dates.ts';
import { line } from '../schema-parts.ts';
import { manyLines } from '../text.ts';

/** Letters that may be typed, shown beside each field; how many notes and scans a case may have. */
export const sealedLimits = {
  region: 120,
  contact: 300,
  note: 4000,
  notes: 200,
  scans: 100,
  fileName: 120,
} as const;

export const note = z.strictObject({
  day: isoDate,
  /** Name that the member of staff signs in with; absent where the filer wrote it. */
  by: z.optional(line(60)),
  text: z.string().check(z.overwrite(manyLines), z.minLength(1), z.maxLength(sealedLimits.note)),
});
export type Note = z.infer<typeof note>;

/** A scan that lies sealed beside the case; here is what it is, never what it shows. */
export const scan = z.strictObject({
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  name: line(sealedLimits.fileName),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  /** SHA-256 of the file as it was given, in hex. */
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  /** Document of the case that it answers. */
  filing: z.optional(z.string().check(z.regex(/^[\w-]{1,64}$/))),
});
export type Scan = z.infer<typeof scan>;

export const sealedFacts = z.strictObject({
  format: z.literal('sealed-facts'),
  version: z.literal(1),
  /** Its filings stand in the order of the register's. */
  case: caseFile,
  region: z.optional(line(sealedLimits.region)),
  contact: z.optional(line(sealedLimits.contact)),
  notes: z._default(z.array(note).check(z.maxLength(sealedLimits.notes)), []),
  scans: z._default(z.array(scan).check(z.maxLength(sealedLimits.scans)), []),
});
export type SealedFacts = z.infer<typeof sealedFacts>;
