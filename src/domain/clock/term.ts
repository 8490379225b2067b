/**
 * A time limit as lawyers wrote it: `templates/law/terms.yaml` (УПК 124, 125, 144–148, 389.4; 59-ФЗ 8, 12; 1-ФКЗ 17).
 */
import * as z from 'zod/mini';
import { eventKinds } from '../case/event.ts';
import { isoDate } from '../dates.ts';
import { localized } from '../language.ts';
import { procedures } from '../procedure.ts';
import { provenance } from '../provenance.ts';
import { some } from '../schema-parts.ts';
import { uniqueIds } from '../unique-ids.ts';

export const units = ['immediately', 'hours', 'sutki', 'days', 'months', 'years'] as const;
export type Unit = (typeof units)[number];

export const term = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** Id in `norms.yaml`. */
  norm: z.string(),
  procedures: some(z.enum(procedures)),
  /** Whose time it is. */
  actor: z.enum(['authority', 'applicant']),
  /**
   * What it runs from. receipt: the day the office got the document, estimated where only the day of sending is known;
   * registration: the day the office registered it, estimated where that is unknown; else the last of these events.
   */
  from: z.union([z.enum(['receipt', 'registration']), some(z.enum(eventKinds))]),
  /** Procedures in which it runs from these events instead. */
  fromIn: z.optional(z.partialRecord(z.enum(procedures), some(z.enum(eventKinds)))),
  length: z.int().check(z.minimum(0), z.maximum(400)),
  unit: z.enum(units),
  /** True where an end on a day off moves to the next working day (УПК 128 ч. 2). */
  roll: z.boolean(),
  /** Events that answer it: the first of them in time makes it met. */
  met: z.array(z.enum(eventKinds)),
  /** True where a number given at once (КРСП, талон) answers it too. */
  metByNumber: z._default(z.boolean(), false),
  /** True where the duty is to send a letter: it may arrive later by as many days as the post takes. */
  posted: z._default(z.boolean(), false),
  /** An extension makes it longer: to `total` days from the beginning, or by `added` days; never more than that. */
  extension: z.optional(
    z.union([
      z.strictObject({ total: z.int().check(z.positive()) }),
      z.strictObject({ added: z.int().check(z.positive()) }),
    ]),
  ),
  /** It runs only once an extension to at least so many days in total was recorded; `length` is the most. */
  extendedFrom: z.optional(z.int().check(z.positive())),
  /** Terms that take over when they were reached by an extension in time. */
  prolongedBy: z._default(z.array(z.string()), []),
  /** The law that set this length: an earlier event is told that the length may have been another. */
  since: z.optional(isoDate),
  /** What the applicant gets, or does. */
  receive: localized,
  /** What may be done once it has run out. */
  after: localized,
  ...provenance,
});
export type Term = z.infer<typeof term>;

const estimate = z.strictObject({
  earliest: z.int().check(z.minimum(0)),
  latest: z.int().check(z.positive()),
  about: localized,
  ...provenance,
});

export const clockRules = z.strictObject({
  /** Days that a letter travels: an estimate of ours, no law. */
  post: estimate,
  /** Days from receipt to registration, where its day is unknown. */
  registration: estimate,
  terms: z.array(term).check(uniqueIds),
});
export type ClockRules = z.infer<typeof clockRules>;
