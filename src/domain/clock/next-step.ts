/** What to write next, and when: rules as lawyers wrote them, `templates/law/next-steps.yaml`. */
import * as z from 'zod/mini';
import { eventKinds } from '../case/event.ts';
import { addresseeRoles } from '../follow-up/circumstances.ts';
import { localized } from '../language.ts';
import { procedures } from '../procedure.ts';
import { provenance } from '../provenance.ts';
import { some } from '../schema-parts.ts';
import { uniqueIds } from '../unique-ids.ts';

const conditions = z
  .strictObject({
    /** One of these happened; the day of the last of them is the first day for the step. */
    happened: z.optional(some(z.enum(eventKinds))),
    /** None of these happened, or none after `happened`; beside `missed`, what came before the term began does not count. */
    not: z.optional(some(z.enum(eventKinds))),
    /** Offices: the last of `happened` is a transfer to none of them. */
    notTo: z.optional(some(z.string())),
    /** Ids of terms: those of them that began have all run out unanswered. */
    missed: z.optional(some(z.string())),
    /** Ids of terms: one of them is running. */
    running: z.optional(some(z.string())),
    /** Days to wait after a missed term: a letter may be on its way. */
    wait: z._default(z.int().check(z.minimum(0)), 0),
    /** Told no longer than so many days after a missed term. */
    within: z.optional(z.int().check(z.positive())),
  })
  .check(
    z.refine(({ wait, missed }) => wait === 0 || missed !== undefined, {
      error: '"wait" is counted from "missed"',
    }),
  );
export type Conditions = z.infer<typeof conditions>;

export const nextStep = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  /** Id of the template; null: there is nothing to write, and `why` says so. */
  template: z.nullable(z.string()),
  /** Who it goes to, seen from the office that has the document. */
  to: z._default(z.array(z.enum(addresseeRoles)), []),
  /** Procedures of the documents that it may follow. */
  procedures: some(z.enum(procedures)),
  /** Only after these documents. */
  templates: z.optional(some(z.string())),
  when: conditions,
  /** Id of a term: no later than its last day, and not once it was met. */
  until: z.optional(z.string()),
  norm: z.string(),
  why: localized,
  /** Ids of other steps that may run at the same time. */
  alongside: z._default(z.array(z.string()), []),
  /** When a lawyer is wiser, and why. */
  lawyer: z.optional(localized),
  /** Told only where nothing else is to be done. */
  otherwise: z._default(z.boolean(), false),
});
export type NextStep = z.infer<typeof nextStep>;

export const nextStepRules = z.strictObject({
  steps: z.array(nextStep).check(uniqueIds),
  ...provenance,
});
