/** An office that a complaint can be addressed to. */
import { z } from 'zod';
import { localized } from './language.ts';
import { provenance } from './provenance.ts';

export const authorityKinds = ['investigative', 'prosecution', 'ombudsman'] as const;
export const channelKinds = ['post', 'in-person', 'electronic-form', 'drop-box', 'telephone'] as const;

/** What an electronic form takes. Each limit has provenance of its own: a file's may be known where the text's is not. */
const formLimits = z.strictObject({
  /** Longest text; null means that no limit was found. */
  characters: z.strictObject({ value: z.number().int().positive(), ...provenance }).nullable(),
  files: z
    .strictObject({
      count: z.number().int().positive(),
      megabytes: z.number().positive(),
      /** Endings of the names it takes. */
      types: z.array(z.string().min(1)).min(1),
      ...provenance,
    })
    .nullable(),
});
export type FormLimits = z.infer<typeof formLimits>;

const channel = z.strictObject({
  kind: z.enum(channelKinds),
  /** Address, page or number; null where none was found. */
  where: z.string().min(1).nullable(),
  /** What is so at this office alone; what is so everywhere stands in templates/filing. */
  limits: localized,
  /** Only for an electronic form. */
  form: formLimits.optional(),
  ...provenance,
});

export const authority = z.strictObject({
  id: z.string(),
  kind: z.enum(authorityKinds),
  /** Official name, nominative. */
  name: localized,
  /** The addressee line of a document: the post in the dative case (59-ФЗ ст. 7 ч. 1 allows a post without a name). */
  dative: z.string().min(1),
  /** The name as it stands in «бездействие …» and in «направлено в …». */
  genitive: z.string().min(1),
  accusative: z.string().min(1),
  /** Offices that decide complaints about this one (УПК 39, 124), the first first; its own head may be one. */
  reviewedBy: z.array(z.string()).default([]),
  /** Postal address; null means none was found: pages say so and the document has no address line. */
  address: z.strictObject({ text: z.string().min(1), ...provenance }).nullable(),
  channels: z.array(channel),
  /** Set where the office is not offered unless asked for: the reason. */
  offByDefault: localized.optional(),
  notes: localized.optional(),
  ...provenance,
});
export type Authority = z.infer<typeof authority>;
