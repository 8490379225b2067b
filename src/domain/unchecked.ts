/** What an inquiry into such reports has to look at: a person ticks what was left unchecked. */
import * as z from 'zod/mini';
import { actKinds } from './act-kinds.ts';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { some } from './schema-parts.ts';

export const uncheckedCircumstance = z.strictObject({
  id: z.string(),
  /** Beside the box: the circumstance as a person would say it. */
  label: localized,
  /** In the document, after «не следует, что в ходе проверки»: «у редакций истребованы документы». */
  text: localized,
  /** Kinds of act of the first document for which it is offered. */
  kinds: some(z.enum(actKinds)),
  ...provenance,
});
export type UncheckedCircumstance = z.infer<typeof uncheckedCircumstance>;
