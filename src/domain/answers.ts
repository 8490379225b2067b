/**
 * The body of a request for a first document: its shape, limits and defaults, for one template.
 * One schema serves the API, the walk and the published JSON Schema.
 */
import * as z from 'zod/mini';
import { shareKind } from './act-kinds.ts';
import { applicant } from './applicant.ts';
import { isoDate } from './dates.ts';
import { authoritiesFor, episodesFor, type Library } from './library.ts';
import { line } from './schema-parts.ts';
import type { ReportTemplate } from './template.ts';
import { manyLines, oneLine } from './text.ts';

/** Letters and entries a person may give; shown beside each field before they type. */
export const answerLimits = {
  ownWords: 2000,
  reports: 2000,
  ownSources: 5,
  title: 200,
  outlet: 100,
  issue: 60,
  url: 300,
} as const;

/** Where the person files from: it decides which publications may be cited. */
export const filedFromPlaces = ['russia', 'abroad'] as const;
export type FiledFrom = (typeof filedFromPlaces)[number];

const ownSource = z.strictObject({
  title: line(answerLimits.title),
  outlet: line(answerLimits.outlet),
  date: isoDate,
  issue: z.optional(line(answerLimits.issue)),
  url: z.optional(
    z.string().check(
      z.overwrite((text) => withScheme(oneLine(text).replaceAll(' ', '%20'))),
      z.maxLength(answerLimits.url, { abort: true }),
      z.refine(isWebAddress, { error: 'url' }),
    ),
  ),
});
export type OwnSource = z.infer<typeof ownSource>;

/** A name beside `blank` is a mistake that must not be passed over: it would be left out, or printed, against a wish. */
const noApplicant = z.optional(z.never({ error: 'blank-applicant' }));

type ReportSchema = ReturnType<typeof makeSchema>;
const schemas = new WeakMap<Library, WeakMap<ReportTemplate, ReportSchema>>();

/** The schema of a request for `template`, made once: zod prepares each schema when it is first used. */
export function reportSchema(library: Library, template: ReportTemplate): ReportSchema {
  const ofLibrary = schemas.get(library) ?? new WeakMap<ReportTemplate, ReportSchema>();
  const schema = ofLibrary.get(template) ?? makeSchema(library, template);
  schemas.set(library, ofLibrary.set(template, schema));
  return schema;
}

/** Ids of offices, episodes, sources and requests come from the library. */
function makeSchema(library: Library, template: ReportTemplate) {
  const episodes = episodesFor(library, template);
  const sources = episodes.flatMap((episode) =>
    episode.sources.filter(({ kinds }) => shareKind(kinds, template.matter.acts)).map(({ id }) => id),
  );
  const requests = Object.keys(template.matter.requests);
  const common = {
    template: z.literal(template.id),
    authority: z.enum(authoritiesFor(library, template).map(({ id }) => id)),
    /** Day of the complaint; the limitation clock is read on it. Default: today. */
    date: z.optional(isoDate),
    /** Sources of organisations that are "undesirable" in Russia are allowed from abroad only. */
    filedFrom: z._default(z.enum(filedFromPlaces), 'russia'),
    answers: z.strictObject({
      episode: z.enum(episodes.map(({ id }) => id)),
      /** Default: the recommended ones. */
      sources: z.optional(z.array(z.enum(sources)).check(z.maxLength(sources.length))),
      ownSources: z._default(z.array(ownSource).check(z.maxLength(answerLimits.ownSources)), []),
      /** Default: the recommended ones. */
      requests: z.optional(
        z
          .array(z.enum(requests))
          .check(z.minLength(1, { error: 'no-request' }), z.maxLength(requests.length)),
      ),
      ownWords: z.optional(z.string().check(z.overwrite(manyLines), z.maxLength(answerLimits.ownWords))),
      /** Printouts of the publications are listed as annexes. */
      printouts: z._default(z.boolean(), true),
      /** Only for an episode that the person describes: what the publication reports… */
      reports: z.optional(z.string().check(z.overwrite(manyLines), z.maxLength(answerLimits.reports))),
      /** …and the kinds of act and the days it names. */
      acts: z.optional(describedActs(template)),
    }),
  };
  return signedOrBlank(common);
}
export type ReportAnswers = z.infer<ReportSchema>;

/** Either with the name and address of whoever signs, or a sheet on which they are written by hand. */
export function signedOrBlank<Shape extends z.core.$ZodShape>(common: Shape) {
  return z.discriminatedUnion('blank', [
    z
      .strictObject({ ...common, blank: z._default(z.literal(false), false), applicant })
      .check(z.meta({ title: 'With the name and address of whoever signs' })),
    z
      .strictObject({ ...common, blank: z.literal(true), applicant: noApplicant })
      .check(z.meta({ title: 'A sheet without a name, which is written by hand' })),
  ]);
}

/** The kinds that the template is about; where it is about one, nobody has to say so. One day needs no `to`. */
function describedActs(template: ReportTemplate) {
  const kinds = z
    .array(z.enum(template.matter.acts))
    .check(z.minLength(1, { error: 'no-act' }), z.maxLength(template.matter.acts.length));
  return z.strictObject({
    kinds: template.matter.acts.length === 1 ? z._default(kinds, template.matter.acts) : kinds,
    from: isoDate,
    to: z.optional(isoDate),
  });
}

/** People type `www.example.org/page`, as the bar of their browser shows it. */
function withScheme(text: string): string {
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#]|$)/u.test(text) ? `https://${text}` : text;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"']+$/.test(text) && URL.canParse(text);
}
