/** What happened, when, and who published it: the facts that a complaint cites. */
import { z } from 'zod';
import { isoDate } from './dates.ts';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { uniqueIds } from './unique-ids.ts';

/** Kinds of act that a publication may report; counts (УК) and facts are chosen by them. */
export const actKinds = [
  'abduction',
  'detention',
  'torture',
  'injury',
  'killing',
  'extortion',
  'coercion',
  'statement',
] as const;
export type ActKind = (typeof actKinds)[number];

/** True when the two lists have a kind in common. */
export function shareKind(some: readonly ActKind[], others: readonly ActKind[]): boolean {
  return some.some((kind) => others.includes(kind));
}

/** Acts of the same period: the first and the last day on which they were committed. */
export const acts = z.strictObject({ kinds: z.array(z.enum(actKinds)).min(1), from: isoDate, to: isoDate });
export type Acts = z.infer<typeof acts>;

const fact = z.strictObject({
  id: z.string(),
  kinds: z.array(z.enum(actKinds)).min(1),
  /** One numbered paragraph of the statement of facts: what was published, never an assertion of one's own. */
  text: localized,
  /** Ids of the sources that tell it: it stands in a document only where one of them is cited. */
  publications: z.array(z.string()).min(1).optional(),
  ...provenance,
});

export const publication = z.strictObject({
  id: z.string(),
  kinds: z.array(z.enum(actKinds)).min(1),
  /** Id of the publisher in `law/organisations.yaml`: its legal status in Russia stands there. */
  publisher: z.string(),
  /** As the document names it, without quotation marks. */
  outlet: z.string().min(1),
  /** True where the outlet is a title of its own and takes quotation marks («Новая газета»). */
  outletQuoted: z.boolean().default(true),
  /** Exact title in the original language; null where it was not verified. */
  title: z.string().min(1).nullable(),
  date: isoDate,
  /** Printed issue, as it stands in a citation: «№ 53»; null where not verified. */
  issue: z.string().min(1).nullable(),
  /** Null where not verified, or not to be printed. */
  url: z.url().nullable(),
  /** What a document number or kind adds to the citation. */
  detail: z.string().min(1).optional(),
  about: localized,
  /** What a page must tell about this source before the person ticks it. */
  note: localized.optional(),
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
  open: z.boolean().default(false),
  acts: z.array(acts),
  facts: z.array(fact).superRefine(uniqueIds),
  /** One sentence for the short version; empty for an open episode. */
  short: z.array(z.strictObject({ kinds: z.array(z.enum(actKinds)).min(1), text: localized })),
  sources: z.array(publication).superRefine(uniqueIds),
  ...provenance,
});
export type Episode = z.infer<typeof episode>;
