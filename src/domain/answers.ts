/**
 * The body of a request for a first document: its shape, limits and defaults, for one template.
 * One schema serves the API, the walk and the published JSON Schema.
 */
import { z } from 'zod';
import { applicant } from './applicant.ts';
import { isoDate } from './dates.ts';
import { shareKind } from './episode.ts';
import { authoritiesFor, episodesFor, type Library } from './library.ts';
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
  issue: line(answerLimits.issue).optional(),
  url: z
    .string()
    .overwrite((text) => withScheme(oneLine(text).replaceAll(' ', '%20')))
    .max(answerLimits.url, { abort: true })
    .refine(isWebAddress, { error: 'url' })
    .optional(),
});
export type OwnSource = z.infer<typeof ownSource>;

/** A name beside `blank` is a mistake that must not be passed over: it would be left out, or printed, against a wish. */
const noApplicant = z.never({ error: 'blank-applicant' }).optional();

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
    date: isoDate.optional(),
    /** Sources of organisations that are "undesirable" in Russia are allowed from abroad only. */
    filedFrom: z.enum(filedFromPlaces).default('russia'),
    answers: z.strictObject({
      episode: z.enum(episodes.map(({ id }) => id)),
      /** Default: the recommended ones. */
      sources: z.array(z.enum(sources)).max(sources.length).optional(),
      ownSources: z.array(ownSource).max(answerLimits.ownSources).default([]),
      /** Default: the recommended ones. */
      requests: z.array(z.enum(requests)).min(1, { error: 'no-request' }).max(requests.length).optional(),
      ownWords: z.string().overwrite(manyLines).max(answerLimits.ownWords).optional(),
      /** Printouts of the publications are listed as annexes. */
      printouts: z.boolean().default(true),
      /** Only for an episode that the person describes: what the publication reports… */
      reports: z.string().overwrite(manyLines).max(answerLimits.reports).optional(),
      /** …and the kinds of act and the days it names. */
      acts: describedActs(template).optional(),
    }),
  };
  return signedOrBlank(common);
}
export type ReportAnswers = z.infer<ReportSchema>;

/** Either with the name and address of whoever signs, or a sheet on which they are written by hand. */
export function signedOrBlank<Shape extends z.core.$ZodShape>(common: Shape) {
  return z.discriminatedUnion('blank', [
    z
      .strictObject({ ...common, blank: z.literal(false).default(false), applicant })
      .meta({ title: 'With the name and address of whoever signs' }),
    z
      .strictObject({ ...common, blank: z.literal(true), applicant: noApplicant })
      .meta({ title: 'A sheet without a name, which is written by hand' }),
  ]);
}

/** The kinds that the template is about; where it is about one, nobody has to say so. One day needs no `to`. */
function describedActs(template: ReportTemplate) {
  const kinds = z
    .array(z.enum(template.matter.acts))
    .min(1, { error: 'no-act' })
    .max(template.matter.acts.length);
  return z.strictObject({
    kinds: template.matter.acts.length === 1 ? kinds.default(template.matter.acts) : kinds,
    from: isoDate,
    to: isoDate.optional(),
  });
}

function line(max: number) {
  return z.string().overwrite(oneLine).min(1, { error: 'required' }).max(max);
}

/** People type `www.example.org/page`, as the bar of their browser shows it. */
function withScheme(text: string): string {
  return /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:[/?#]|$)/u.test(text) ? `https://${text}` : text;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"']+$/.test(text) && URL.canParse(text);
}
