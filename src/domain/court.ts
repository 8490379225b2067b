/** A court that УПК 125 may lead to: its name, when it is the right one, and who hears the appeal. */
import * as z from 'zod/mini';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { filled, some } from './schema-parts.ts';

export const court = z.strictObject({
  id: z.string(),
  /** As it stands after «В»: the accusative, the same as the nominative for a court. */
  name: filled,
  /** Who hears an appeal against its rulings, as it stands after «В» (УПК 389.3 ч. 2 п. 2). */
  appeal: filled,
  /** Offices whose acts are heard here where УПК 152 ч. 2–6 moved the matter to their seat. */
  offices: some(z.string()),
  /** When it is the right court, and what is open about it. */
  rule: localized,
  ...provenance,
});
export type Court = z.infer<typeof court>;
