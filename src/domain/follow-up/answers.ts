/**
 * The body of a request for a follow-up: the document that was filed, what happened to it since, and what the person adds.
 * One schema for each template; it serves the API, the pages and the published JSON Schema.
 */
import * as z from 'zod/mini';
import { answerLimits, filedFromPlaces, signedOrBlank } from '../answers.ts';
import { events } from '../case/event.ts';
import { isoDate } from '../dates.ts';
import { authoritiesFor, type Library, reportTemplates } from '../library.ts';
import { line } from '../schema-parts.ts';
import type { FollowUpTemplate, ReportTemplate } from '../template.ts';
import { manyLines } from '../text.ts';
import { goesToCourt } from './addressees.ts';
import { annexIds } from './annexes.ts';

/** Letters and entries a person may give; shown beside each field before they type. */
export const followUpLimits = { number: 60, tracking: 40, court: 200, complaints: 10 } as const;

/** What a court may have done with a complaint under УПК 125; absent: the text says only that it ruled. */
export const rulings = ['dismissed', 'returned', 'not-accepted', 'discontinued'] as const;

type FollowUpSchema = ReturnType<typeof makeSchema>;
const schemas = new WeakMap<Library, WeakMap<FollowUpTemplate, FollowUpSchema>>();

/** The schema of a request for `template`, made once. */
export function followUpSchema(library: Library, template: FollowUpTemplate): FollowUpSchema {
  const ofLibrary = schemas.get(library) ?? new WeakMap<FollowUpTemplate, FollowUpSchema>();
  const schema = ofLibrary.get(template) ?? makeSchema(library, template);
  schemas.set(library, ofLibrary.set(template, schema));
  return schema;
}

/** First documents that `template` may follow. */
export function followed(library: Library, { matter }: FollowUpTemplate): ReportTemplate[] {
  return reportTemplates(library).filter((one) => matter.follows.includes(one.matter.procedure));
}

function makeSchema(library: Library, template: FollowUpTemplate) {
  const { matter } = template;
  const first = followed(library, template);
  const offices = authoritiesFor(library, template).map(({ id }) => id);
  const reviewers = [...library.authorities.keys()];
  const sentTo = [...new Set(first.flatMap((one) => authoritiesFor(library, one).map(({ id }) => id)))];
  const requests = Object.keys(matter.requests);
  const unchecked = [...library.unchecked.keys()];
  const complaint = z.strictObject({
    authority: z.enum(reviewers),
    sent: isoDate,
    /** Day of the answer to it, where there was one. */
    answered: z.optional(isoDate),
    /** Number of that answer. */
    number: z.optional(line(followUpLimits.number)),
  });
  const common = {
    template: z.literal(template.id),
    /** Null for a court, which `answers.court` names. */
    authority: goesToCourt(template) ? z._default(z.null(), null) : z.enum(offices),
    /** Day of the document; time limits are held against it. Default: today. */
    date: z.optional(isoDate),
    filedFrom: z._default(z.enum(filedFromPlaces), 'russia'),
    answers: z.strictObject({
      /** The first document: a report of a crime, or an appeal to a prosecutor. */
      filed: z.strictObject({
        template: z.enum(first.map(({ id }) => id)),
        authority: z.enum(sentTo),
        sent: isoDate,
        received: z.optional(isoDate),
        /** Incoming number that the office gave it. */
        number: z.optional(line(followUpLimits.number)),
        /** Number of the post, to follow the letter. */
        tracking: z.optional(line(followUpLimits.tracking)),
        episode: z.enum([...library.episodes.keys()]),
      }),
      /** What happened to it; order does not matter. */
      events: z._default(events, []),
      /** Complaints about the same that were filed before (УПК 124). */
      complaints: z._default(z.array(complaint).check(z.maxLength(followUpLimits.complaints)), []),
      /** Default: the recommended ones. */
      requests: z.optional(
        z
          .array(z.enum(requests))
          .check(z.minLength(1, { error: 'no-request' }), z.maxLength(requests.length)),
      ),
      ownWords: z.optional(z.string().check(z.overwrite(manyLines), z.maxLength(answerLimits.ownWords))),
      /** Circumstances that were not checked; only where the document lists them. */
      unchecked: z._default(z.array(z.enum(unchecked)).check(z.maxLength(unchecked.length)), []),
      /** Default: everything that the events say the person has. */
      annexes: z.optional(z.array(z.enum(annexIds)).check(z.maxLength(annexIds.length))),
      court: goesToCourt(template) ? courtField : nothing,
      /** What the court did, for an appeal against it. */
      ruling: matter.procedure === 'appeal-125' ? z.optional(z.enum(rulings)) : nothing,
    }),
  };
  return signedOrBlank(common);
}

const courtField = z.strictObject({
  /** As the court is called: «Басманный районный суд города Москвы». */
  name: line(followUpLimits.court),
  /** Who hears the appeal, where it is known: «Московский городской суд». */
  appeal: z.optional(line(followUpLimits.court)),
});

/** A field that only documents to a court have. */
const nothing = z.optional(z.never({ error: 'unknown-field' }));

export type FollowUpAnswers = z.infer<FollowUpSchema>;
