/**
 * Publishers and organisations with their legal status in Russia, because citing some of them is dangerous there.
 */
import * as z from 'zod/mini';
import { isoDate } from './dates.ts';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';

export const statuses = ['none-found', 'foreign-agent', 'undesirable', 'extremist', 'unknown'] as const;

const hash = z.string().check(z.regex(/^[0-9a-f]{16}$/));

export const organisation = z.strictObject({
  id: z.string(),
  /** Absent for organisations banned as extremist: their names stand nowhere, not even here. */
  name: z.optional(localized),
  statusInRussia: z.enum(statuses),
  since: z.nullable(isoDate),
  note: z.optional(localized),
  /** Hashes (`npm run -s hash-name`) of its domains and of phrases that name it; see `statusMatch`. */
  domains: z._default(z.array(hash), []),
  phrases: z._default(z.array(hash), []),
  /** Names too common to look for inside a sentence: they count only where they are the whole field. */
  wholeFields: z._default(z.array(hash), []),
  ...provenance,
});
export type Organisation = z.infer<typeof organisation>;
