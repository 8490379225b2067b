/**
 * Publishers and organisations with their legal status in Russia, because citing some of them is dangerous there.
 */
import { z } from 'zod';
import { isoDate } from './dates.ts';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';

export const statuses = ['none-found', 'foreign-agent', 'undesirable', 'extremist', 'unknown'] as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const organisation = z.strictObject({
  id: z.string(),
  /** Absent for organisations banned as extremist: their names stand nowhere, not even here. */
  name: localized.optional(),
  statusInRussia: z.enum(statuses),
  since: isoDate.nullable(),
  note: localized.optional(),
  /** Hashes (`npm run -s hash-name`) of its domains and of phrases that name it; see `statusMatch`. */
  domains: z.array(sha256).default([]),
  phrases: z.array(sha256).default([]),
  /** Names too common to look for inside a sentence: they count only where they are the whole field. */
  wholeFields: z.array(sha256).default([]),
  ...provenance,
});
export type Organisation = z.infer<typeof organisation>;
