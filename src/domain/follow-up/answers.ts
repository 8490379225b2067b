/**
 * The body of a request for a follow-up: the document that was filed, what happened to it since, and what the person adds.
 * One schema for each template; it serves the API, the pages and the published JSON Schema.
 */
import { z } from 'zod';
import { answerLimits, filedFromPlaces, signedOrBlank } from '../answers.ts';
import { events } from '../case/event.ts';
import { isoDate } from '../dates.ts';
import { authoritiesFor, type Library, reportTemplates } from '../library.ts';
import type { FollowUpTemplate, ReportTemplate } from '../template.ts';
import { manyLines, oneLine } from '../text.ts';
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
    answered: isoDate.optional(),
    /** Number of that answer. */
    number: line(followUpLimits.number).optional(),
  });
  const common = {
    template: z.literal(template.id),
    /** Null for a court, which `answers.court` names. */
    authority: goesToCourt(template) ? z.null().default(null) : z.enum(offices),
    /** Day of the document; time limits are held against it. Default: today. */
    date: isoDate.optional(),
    filedFrom: z.enum(filedFromPlaces).default('russia'),
    answers: z.strictObject({
      /** The first document: a report of a crime, or an appeal to a prosecutor. */
      filed: z.strictObject({
        template: z.enum(first.map(({ id }) => id)),
        authority: z.enum(sentTo),
        sent: isoDate,
        received: isoDate.optional(),
        /** Incoming number that the office gave it. */
        number: line(followUpLimits.number).optional(),
        /** Number of the post, to follow the letter. */
        tracking: line(followUpLimits.tracking).optional(),
        episode: z.enum([...library.episodes.keys()]),
      }),
      /** What happened to it; order does not matter. */
      events: events.default([]),
      /** Complaints about the same that were filed before (УПК 124). */
      complaints: z.array(complaint).max(followUpLimits.complaints).default([]),
      /** Default: the recommended ones. */
      requests: z.array(z.enum(requests)).min(1, { error: 'no-request' }).max(requests.length).optional(),
      ownWords: z.string().overwrite(manyLines).max(answerLimits.ownWords).optional(),
      /** Circumstances that were not checked; only where the document lists them. */
      unchecked: z.array(z.enum(unchecked)).max(unchecked.length).default([]),
      /** Default: everything that the events say the person has. */
      annexes: z.array(z.enum(annexIds)).max(annexIds.length).optional(),
      court: goesToCourt(template) ? courtField : nothing,
      /** What the court did, for an appeal against it. */
      ruling: matter.procedure === 'appeal-125' ? z.enum(rulings).optional() : nothing,
    }),
  };
  return signedOrBlank(common);
}

const courtField = z.strictObject({
  /** As the court is called: «Басманный районный суд города Москвы». */
  name: line(followUpLimits.court),
  /** Who hears the appeal, where it is known: «Московский городской суд». */
  appeal: line(followUpLimits.court).optional(),
});

/** A field that only documents to a court have. */
const nothing = z.never({ error: 'unknown-field' }).optional();

export type FollowUpAnswers = z.infer<FollowUpSchema>;

function line(max: number) {
  return z.string().overwrite(oneLine).min(1, { error: 'required' }).max(max);
}
