/**
 * The case file: what was filed, where and how, and what happened since. It lies on the person's own device and nowhere else.
 * Version 1. A later version reads it through a migration; an unknown version is refused with a sentence, never guessed.
 */
import * as z from 'zod/mini';
import { filedFromPlaces } from '../answers.ts';
import { applicant } from '../applicant.ts';
import { isoDate } from '../dates.ts';
import { oneLine } from '../text.ts';
import { events } from './event.ts';

export const caseVersion = 1;

/** Ways to hand a document in; which of them an office has stands in templates/authorities. */
export const filingChannels = [
  'post',
  'in-person',
  'post-abroad',
  'electronic-form',
  'representative',
] as const;

/** Here the office has the document on the day it is sent. */
export const handedOver: readonly (typeof filingChannels)[number][] = [
  'in-person',
  'electronic-form',
  'representative',
];

const id = z.string().check(z.regex(/^[\w-]{1,64}$/));

/** One document that was written and, it may be, filed. */
export const filing = z.strictObject({
  id,
  template: id,
  /** An office of the library; null for a court, which `court` names. */
  authority: z.nullable(id),
  court: z.optional(z.string().check(z.overwrite(oneLine), z.minLength(1), z.maxLength(200))),
  channel: z.optional(z.enum(filingChannels)),
  /** Day under the document. */
  date: isoDate,
  filedFrom: z.enum(filedFromPlaces),
  /** The document that this one follows. */
  follows: z.optional(id),
  /** The answers that it was composed from, without the applicant. */
  answers: z.record(z.string(), z.json()),
  /** The text as it was filed, and its SHA-256 in hex: a later template cannot rewrite it. Empty where nobody kept it. */
  text: z._default(z.string().check(z.maxLength(60_000)), ''),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  events,
});
export type Filing = z.infer<typeof filing>;

/** Documents of one case. */
export const mostFilings = 50;

export const caseFile = z.strictObject({
  format: z.literal('case'),
  version: z.literal(caseVersion),
  /** Random, chosen on the device; names the calendar's entries and nothing else. */
  case: id,
  filings: z.array(filing).check(z.minLength(1), z.maxLength(mostFilings)),
  /** Only where the person asked for it in so many words. */
  applicant: z.optional(applicant),
});
export type CaseFile = z.infer<typeof caseFile>;
