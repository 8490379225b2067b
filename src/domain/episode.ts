/** What happened, when, and who published it: the facts that a complaint cites. */
import * as z from 'zod/mini';
import { actKinds } from './act-kinds.ts';
import { isoDate } from './dates.ts';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { filled, some } from './schema-parts.ts';
import { uniqueIds } from './unique-ids.ts';

/** Acts of the same period: the first and the last day on which they were committed. */
export const acts = z.strictObject({
  kinds: some(z.enum(actKinds)),
  from: isoDate,
  to: isoDate,
});
export type Acts = z.infer<typeof acts>;

const fact = z.strictObject({
  id: z.string(),
  kinds: some(z.enum(actKinds)),
  /** One numbered paragraph of the statement of facts: what was published, never an assertion of one's own. */
  text: localized,
  /** Ids of the sources that tell it: it stands in a document only where one of them is cited. */
  publications: z.optional(some(z.string())),
  ...provenance,
});

export const publication = z.strictObject({
  id: z.string(),
  kinds: some(z.enum(actKinds)),
  /** Id of the publisher in `law/organisations.yaml`: its legal status in Russia stands there. */
  publisher: z.string(),
  /** As the document names it, without quotation marks. */
  outlet: filled,
  /** True where the outlet is a title of its own and takes quotation marks («Новая газета»). */
  outletQuoted: z._default(z.boolean(), true),
  /** Exact title in the original language; null where it was not verified. */
  title: z.nullable(filled),
  date: isoDate,
  /** Printed issue, as it stands in a citation: «№ 53»; null where not verified. */
  issue: z.nullable(filled),
  /** Null where not verified, or not to be printed. */
  url: z.nullable(z.url()),
  /** What a document number or kind adds to the citation. */
  detail: z.optional(filled),
  about: localized,
  /** What a page must tell about this source before the person ticks it. */
  note: z.optional(localized),
  /** Ticked when the person has not chosen. */
  recommended: z.boolean(),
  ...provenance,
});
export type Publication = z.infer<typeof publication>;

export const episode = z.strictObject({
  id: z.string(),
  title: localized,
  summary: localized,
  /** True for an episode that the person describes: sources, dates and kinds of act come from the answers. */
  open: z._default(z.boolean(), false),
  acts: z.array(acts),
  facts: z.array(fact).check(uniqueIds),
  /** One sentence for the short version; empty for an open episode. */
  short: z.array(z.strictObject({ kinds: some(z.enum(actKinds)), text: localized })),
  sources: z.array(publication).check(uniqueIds),
  ...provenance,
});
export type Episode = z.infer<typeof episode>;
