/** What happened to a document after it was written: sent, received, answered, refused. Each has its day; their order does not matter. */
import * as z from 'zod/mini';
import { isoDate } from '../dates.ts';
import { line } from '../schema-parts.ts';

export const eventKinds = [
  'sent',
  'received',
  'accepted',
  /** They would not take it (УПК 144 ч. 5). */
  'not-accepted',
  'registered',
  'extended',
  'transferred',
  /** A dispute over who is to check it came to the prosecutor (УПК 145 ч. 4). */
  'dispute-received',
  'treated-as-appeal',
  'joined',
  'refused',
  'refusal-received',
  /** The materials of a refusal came to the prosecutor (УПК 148 ч. 6). */
  'materials-received',
  /** A refusal was cancelled (УПК 148 ч. 6): the check begins anew. */
  'cancelled',
  'opened',
  'answered',
  'answer-on-site',
  'returned',
  'complaint-received',
  'ruling',
  'ruling-received',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Letters a person may type; shown beside each field. */
export const eventLimits = { number: 60, to: 200, signedBy: 120, days: 365 } as const;

/** Grounds of a refusal that these reports meet (УПК 24 ч. 1). */
export const refusalGrounds = ['no-event', 'no-elements', 'limitation', 'other'] as const;

export const event = z.strictObject({
  kind: z.enum(eventKinds),
  date: isoDate,
  /** Of an extension: the total from receipt under УПК 144 and 124, the added days under 59-ФЗ. */
  days: z.optional(z.int().check(z.minimum(1), z.maximum(eventLimits.days))),
  /** КРСП number of a registration, outgoing number of a letter, number of a decision. */
  number: z.optional(line(eventLimits.number)),
  /** Where it was sent on: an id of an office, or a name. */
  to: z.optional(line(eventLimits.to)),
  /** Post of whoever signed the letter, as the letter has it; never needed. */
  signedBy: z.optional(line(eventLimits.signedBy)),
  grounds: z.optional(z.enum(refusalGrounds)),
});
export type Event = z.infer<typeof event>;

/** Events of one document; more than a hundred are no correspondence. */
export const mostEvents = 100;
export const events = z.array(event).check(z.maxLength(mostEvents));
