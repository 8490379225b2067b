/** What to write next, and when: rules as lawyers wrote them, `templates/law/next-steps.yaml`. */
import { z } from 'zod';
import { eventKinds } from '../case/event.ts';
import { addresseeRoles } from '../follow-up/circumstances.ts';
import { localized } from '../language.ts';
import { procedures } from '../procedure.ts';
import { provenance } from '../provenance.ts';
import { uniqueIds } from '../unique-ids.ts';

const conditions = z
  .strictObject({
    /** One of these happened; the day of the last of them is the first day for the step. */
    happened: z.array(z.enum(eventKinds)).min(1).optional(),
    /** None of these happened, or none after `happened`; beside `missed`, what came before the term began does not count. */
    not: z.array(z.enum(eventKinds)).min(1).optional(),
    /** Offices: the last of `happened` is a transfer to none of them. */
    notTo: z.array(z.string()).min(1).optional(),
    /** Ids of terms: those of them that began have all run out unanswered. */
    missed: z.array(z.string()).min(1).optional(),
    /** Ids of terms: one of them is running. */
    running: z.array(z.string()).min(1).optional(),
    /** Days to wait after a missed term: a letter may be on its way. */
    wait: z.number().int().min(0).default(0),
    /** Told no longer than so many days after a missed term. */
    within: z.number().int().positive().optional(),
  })
  .refine(({ wait, missed }) => wait === 0 || missed !== undefined, {
    error: '"wait" is counted from "missed"',
  });
export type Conditions = z.infer<typeof conditions>;

export const nextStep = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Id of the template; null: there is nothing to write, and `why` says so. */
  template: z.string().nullable(),
  /** Who it goes to, seen from the office that has the document. */
  to: z.array(z.enum(addresseeRoles)).default([]),
  /** Procedures of the documents that it may follow. */
  procedures: z.array(z.enum(procedures)).min(1),
  /** Only after these documents. */
  templates: z.array(z.string()).min(1).optional(),
  when: conditions,
  /** Id of a term: no later than its last day, and not once it was met. */
  until: z.string().optional(),
  norm: z.string(),
  why: localized,
  /** Ids of other steps that may run at the same time. */
  alongside: z.array(z.string()).default([]),
  /** When a lawyer is wiser, and why. */
  lawyer: localized.optional(),
  /** Told only where nothing else is to be done. */
  otherwise: z.boolean().default(false),
});
export type NextStep = z.infer<typeof nextStep>;

export const nextStepRules = z.strictObject({
  steps: z.array(nextStep).superRefine(uniqueIds),
  ...provenance,
});
