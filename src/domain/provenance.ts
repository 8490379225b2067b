/**
 * Where a fact comes from and when it was checked. Everything a lawyer edits carries it, and the pages show it.
 */
import * as z from 'zod/mini';
import { addYears, type IsoDate, isoDate } from './dates.ts';
import { localized } from './language.ts';
import { filled } from './schema-parts.ts';

export const confidences = ['verified', 'secondary', 'derived', 'unverified'] as const;

/** Spread into the schema of each fact. */
export const provenance = {
  /** A page address or the name of a text, the same in every language; or the same told in words. */
  source: z.union([filled, localized]),
  /** The day somebody last looked. */
  checked: isoDate,
  /** The edition of a law that was read, where it is older than the check: later amendments were not seen. */
  edition: z.optional(isoDate),
  /**
   * verified: seen on the named page or in the full text · secondary: seen, but not on an official page ·
   * derived: worked out from verified facts · unverified: from memory, check before use.
   */
  confidence: z.enum(confidences),
};
const provenanceSchema = z.strictObject(provenance);
export type Provenance = z.infer<typeof provenanceSchema>;

/** True when the check, or the edition that was read, is more than a year old on `today`. */
export function isStale(fact: Pick<Provenance, 'checked' | 'edition'>, today: IsoDate): boolean {
  const asOf = fact.edition !== undefined && fact.edition < fact.checked ? fact.edition : fact.checked;
  return addYears(asOf, 1) < today;
}
