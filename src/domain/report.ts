/**
 * A first document: from a request body to a report that can be composed, or to the list of what the person has to mend.
 */
import { type FiledFrom, type OwnSource, type ReportAnswers, reportSchema } from './answers.ts';
import type { Applicant } from './applicant.ts';
import type { Authority } from './authority.ts';
import type { IsoDate } from './dates.ts';
import type { Acts, Episode, Publication } from './episode.ts';
import { found, type Library } from './library.ts';
import type { Checked, Problem } from './problem.ts';
import { readBy } from './schema-problems.ts';
import { bannedNames, namedIn, offeredSources, sourceProblems } from './source-check.ts';
import type { ReportTemplate } from './template.ts';

export type Report = {
  kind: 'report';
  template: ReportTemplate;
  authority: Authority;
  episode: Episode;
  date: IsoDate;
  filedFrom: FiledFrom;
  /** Undefined on the paper sheet: the name and address are written by hand. */
  applicant: Applicant | undefined;
  acts: readonly Acts[];
  sources: readonly Publication[];
  ownSources: readonly OwnSource[];
  requests: readonly string[];
  ownWords: string | undefined;
  reports: string | undefined;
  printouts: boolean;
};

/**
 * Checks `body` against `template` and the library. `today` stands in where the body names no date.
 * Every problem is reported at once, by path; the values themselves are never repeated.
 */
export function readReport(
  library: Library,
  template: ReportTemplate,
  body: unknown,
  today: IsoDate,
): Checked<Report> {
  const parsed = readBy(reportSchema(library, template), body);
  if (!parsed.ok) return parsed;
  const complaint = resolve(library, template, parsed.value, today);
  const named = namedIn(library, parsed.value);
  const problems = [
    ...bannedNames(named),
    ...sourceProblems(library, complaint, parsed.value.answers.sources ?? [], named),
    ...episodeProblems(complaint, parsed.value),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: complaint };
}

function resolve(library: Library, template: ReportTemplate, data: ReportAnswers, today: IsoDate): Report {
  const { answers } = data;
  const episode = found(library.episodes, answers.episode);
  const date = data.date ?? today;
  const recommended = offeredSources(library, template, episode, data.filedFrom).filter(
    (one) => one.recommended,
  );
  const published = recommended.filter((one) => one.date <= date);
  const given = answers.sources;
  const requests = Object.entries(template.matter.requests)
    .filter(([id, { recommended }]) => (answers.requests ? answers.requests.includes(id) : recommended))
    .map(([id]) => id);
  return {
    kind: 'report',
    template,
    authority: found(library.authorities, data.authority),
    episode,
    date,
    filedFrom: data.filedFrom,
    applicant: data.applicant,
    acts: actsOf(
      template,
      episode,
      answers.acts && { ...answers.acts, to: answers.acts.to ?? answers.acts.from },
    ),
    sources: given
      ? episode.sources.filter(({ id }) => given.includes(id))
      : published.length > 0
        ? published
        : recommended,
    ownSources: answers.ownSources,
    requests,
    ownWords: answers.ownWords,
    reports: answers.reports,
    printouts: answers.printouts,
  };
}

/** The acts of the episode that this template is about; of one that nobody describes, the same object each time. */
export function actsOf(
  template: ReportTemplate,
  episode: Episode,
  described: Acts | undefined,
): readonly Acts[] {
  if (episode.open && described) return actsFor(template, [described]);
  const ofTemplate = known.get(template) ?? new WeakMap<Episode, readonly Acts[]>();
  known.set(template, ofTemplate);
  const acts = ofTemplate.get(episode) ?? actsFor(template, episode.acts);
  ofTemplate.set(episode, acts);
  return acts;
}

const known = new WeakMap<ReportTemplate, WeakMap<Episode, readonly Acts[]>>();

function actsFor(template: ReportTemplate, acts: readonly Acts[]): Acts[] {
  return acts
    .map((one) => ({ ...one, kinds: one.kinds.filter((kind) => template.matter.acts.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 0);
}

/** An episode that the person describes needs their words and dates; the others take none. */
function episodeProblems(complaint: Report, { answers }: ReportAnswers): Problem[] {
  const { episode, date } = complaint;
  if (!episode.open) {
    return (['reports', 'acts'] as const)
      .filter((field) => answers[field] !== undefined)
      .map((field) => ({ path: `answers.${field}`, code: 'unknown-field' }));
  }
  if (!answers.acts) return [...missingReports(answers.reports), { path: 'answers.acts', code: 'required' }];
  const { from, to = from } = answers.acts;
  return [
    ...missingReports(answers.reports),
    ...(from > to ? [{ path: 'answers.acts.to', code: 'date-order' } as const] : []),
    ...(to > date ? [{ path: 'answers.acts.to', code: 'date-after-complaint' } as const] : []),
  ];
}

function missingReports(reports: string | undefined): Problem[] {
  return reports === undefined ? [{ path: 'answers.reports', code: 'required' }] : [];
}
