/** An office that a complaint can be addressed to. */
import * as z from 'zod/mini';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';
import { filled, some } from './schema-parts.ts';

export const authorityKinds = ['investigative', 'prosecution', 'ombudsman'] as const;
export const channelKinds = ['post', 'in-person', 'electronic-form', 'drop-box', 'telephone'] as const;

/** What an electronic form takes. Each limit has provenance of its own: a file's may be known where the text's is not. */
const formLimits = z.strictObject({
  /** Longest text; null means that no limit was found. */
  characters: z.nullable(z.strictObject({ value: z.int().check(z.positive()), ...provenance })),
  files: z.nullable(
    z.strictObject({
      count: z.int().check(z.positive()),
      megabytes: z.number().check(z.positive()),
      /** Endings of the names it takes. */
      types: some(filled),
      ...provenance,
    }),
  ),
});
export type FormLimits = z.infer<typeof formLimits>;

const channel = z.strictObject({
  kind: z.enum(channelKinds),
  /** Address, page or number; null where none was found. */
  where: z.nullable(filled),
  /** What is so at this office alone; what is so everywhere stands in templates/filing. */
  limits: localized,
  /** Only for an electronic form. */
  form: z.optional(formLimits),
  ...provenance,
});

export const authority = z.strictObject({
  id: z.string(),
  kind: z.enum(authorityKinds),
  /** Official name, nominative. */
  name: localized,
  /** The addressee line of a document: the post in the dative case (59-ФЗ ст. 7 ч. 1 allows a post without a name). */
  dative: filled,
  /** The name as it stands in «бездействие …» and in «направлено в …». */
  genitive: filled,
  accusative: filled,
  /** Offices that decide complaints about this one (УПК 39, 124), the first first; its own head may be one. */
  reviewedBy: z._default(z.array(z.string()), []),
  /** Postal address; null means none was found: pages say so and the document has no address line. */
  address: z.nullable(z.strictObject({ text: filled, ...provenance })),
  channels: z.array(channel),
  /** Set where the office is not offered unless asked for: the reason. */
  offByDefault: z.optional(localized),
  notes: z.optional(localized),
  ...provenance,
});
export type Authority = z.infer<typeof authority>;
