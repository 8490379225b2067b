/**
 * A count: a part of an article of the Criminal Code (УК) that fits a kind of act, with the clock of its limitation period.
 */
import * as z from 'zod/mini';
import { actKinds } from './act-kinds.ts';
import { isoDate } from './dates.ts';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { filled, some } from './schema-parts.ts';

export const categories = ['minor', 'medium', 'grave', 'especially-grave'] as const;

export const count = z.strictObject({
  /** Article and part: `286-3`. */
  id: z.string(),
  /** As a document cites it: «п. «а», «в» ч. 3 ст. 286». */
  citation: filled,
  /** Name of the article, as in the Code. */
  name: localized,
  kinds: some(z.enum(actKinds)),
  /** Kinds that must all be reported as well: torture for 286 ч. 4–5. */
  needs: z._default(z.array(z.enum(actKinds)), []),
  /** УК 15 */
  category: z.enum(categories),
  /** УК 78 ч. 1: 2, 6, 10 or 15 years. */
  years: z.union([z.literal(2), z.literal(6), z.literal(10), z.literal(15)]),
  /** УК 78 ч. 4: life imprisonment is possible, so a court decides whether the period applies. */
  courtDecides: z._default(z.boolean(), false),
  /** First and last day on which an act falls under this text (УК 9, 10); absent: all days. */
  actsFrom: z.optional(isoDate),
  actsUntil: z.optional(isoDate),
  note: z.optional(localized),
  ...provenance,
});
export type Count = z.infer<typeof count>;
