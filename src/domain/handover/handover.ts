/**
 * What a helper hands over to whoever files: the choices of the walk, and nothing about a person. It is made field by field
 * from a report and read by a schema that knows no other field, so that no name, address or day can travel in it.
 * Version 1. An unknown version is refused with a sentence, never guessed.
 */
import * as z from 'zod/mini';
import { actKinds } from '../act-kinds.ts';
import { answerLimits, filedFromPlaces } from '../answers.ts';
import type { Report } from '../report.ts';

export const handoverVersion = 1;

const id = z.string().check(z.regex(/^[\w.-]{1,64}$/));
const ids = z.array(id).check(z.maxLength(100));
const text = (max: number) => z.string().check(z.maxLength(max));

const ownSource = z.strictObject({
  title: text(answerLimits.title),
  outlet: text(answerLimits.outlet),
  date: text(10),
  issue: z.optional(text(answerLimits.issue)),
  url: z.optional(text(answerLimits.url)),
});

/** Its shape alone: whether the ids are of this library, and the texts fit a document, `openHandover` finds out. */
export const handover = z.strictObject({
  format: z.literal('handover'),
  version: z.literal(handoverVersion),
  template: id,
  authority: id,
  filedFrom: z.enum(filedFromPlaces),
  answers: z.strictObject({
    episode: id,
    sources: ids,
    ownSources: z.array(ownSource).check(z.maxLength(answerLimits.ownSources)),
    requests: ids,
    printouts: z.boolean(),
    ownWords: z.optional(text(answerLimits.ownWords)),
    /** Only for an episode that the helper describes. */
    reports: z.optional(text(answerLimits.reports)),
    acts: z.optional(
      z.strictObject({
        kinds: z.array(z.enum(actKinds)).check(z.maxLength(actKinds.length)),
        from: text(10),
        to: text(10),
      }),
    ),
  }),
});
export type Handover = z.infer<typeof handover>;

/** Every choice as it stands, those that were left as we ticked them too: the filer signs what the helper saw. */
export function handoverOf(report: Report): Handover {
  const { template, authority, filedFrom, episode, sources, requests, printouts, ownWords, reports } = report;
  const [acts] = episode.open ? report.acts : [];
  return {
    format: 'handover',
    version: handoverVersion,
    template: template.id,
    authority: authority.id,
    filedFrom,
    answers: {
      episode: episode.id,
      sources: sources.map((source) => source.id),
      ownSources: report.ownSources.map(({ title, outlet, date, issue, url }) => ({
        title,
        outlet,
        date,
        ...(issue !== undefined && { issue }),
        ...(url !== undefined && { url }),
      })),
      requests: [...requests],
      printouts,
      ...(ownWords && { ownWords }),
      ...(reports && { reports }),
      ...(acts && { acts: { kinds: [...acts.kinds], from: acts.from, to: acts.to } }),
    },
  };
}

/** The request for the sheet without a name: what the filer reads before anything is asked of them. */
export function bodyOf({ template, authority, filedFrom, answers }: Handover): Record<string, unknown> {
  return { template, authority, filedFrom, blank: true, answers };
}

/** The file that a helper passes on. */
export function handoverText(given: Handover): string {
  return `${JSON.stringify(given, null, 2)}\n`;
}
