/** Where a person in danger can turn, with what must be known before turning there. */
import { z } from 'zod';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';

export const helpContact = z.strictObject({
  organisation: z.string(),
  contact: z.string().min(1),
  about: localized,
  caution: localized,
  ...provenance,
});
export type HelpContact = z.infer<typeof helpContact>;
