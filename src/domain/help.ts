/** Where a person in danger can turn, with what must be known before turning there. */
import * as z from 'zod/mini';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { filled } from './schema-parts.ts';

export const helpContact = z.strictObject({
  organisation: z.string(),
  contact: filled,
  about: localized,
  caution: localized,
  ...provenance,
});
export type HelpContact = z.infer<typeof helpContact>;
