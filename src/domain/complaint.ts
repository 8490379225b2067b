/**
 * From a request body to a complaint that can be composed, or to the list of what the person has to mend.
 */
import { type ComplaintAnswers, complaintSchema, type FiledFrom, type OwnSource } from './answers.ts';
import type { Applicant } from './applicant.ts';
import type { Authority } from './authority.ts';
import type { IsoDate } from './dates.ts';
import type { Acts, Episode, Publication } from './episode.ts';
import { found, type Library } from './library.ts';
import type { Checked, Problem } from './problem.ts';
import { problemsOf, withoutEmpty } from './schema-problems.ts';
import { bannedNames, namedIn, offeredSources, sourceProblems } from './source-check.ts';
import type { Template } from './template.ts';

export type Complaint = {
  template: Template;
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

/** A person mends a few at a time; a hostile body may hold a hundred thousand. */
const mostProblems = 100;

/**
 * Checks `body` against `template` and the library. `today` stands in where the body names no date.
 * Every problem is reported at once, by path; the values themselves are never repeated.
 */
export function readComplaint(
  library: Library,
  template: Template,
  body: unknown,
  today: IsoDate,
): Checked<Complaint> {
  const parsed = complaintSchema(library, template).safeParse(withoutEmpty(body), { reportInput: true });
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap(problemsOf);
    return { ok: false, problems: onePerPath(problems).slice(0, mostProblems) };
  }
  const complaint = resolve(library, template, parsed.data, today);
  const named = namedIn(library, parsed.data);
  const problems = [
    ...bannedNames(named),
    ...sourceProblems(library, complaint, parsed.data.answers.sources ?? [], named),
    ...episodeProblems(complaint, parsed.data),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: complaint };
}

/** A value of the wrong kind may break several rules at once; the first says what to do. */
function onePerPath(problems: readonly Problem[]): Problem[] {
  return [...new Map([...problems].reverse().map((one) => [one.path, one])).values()].reverse();
}

function resolve(library: Library, template: Template, data: ComplaintAnswers, today: IsoDate): Complaint {
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
export function actsOf(template: Template, episode: Episode, described: Acts | undefined): readonly Acts[] {
  if (episode.open && described) return actsFor(template, [described]);
  const ofTemplate = known.get(template) ?? new WeakMap<Episode, readonly Acts[]>();
  known.set(template, ofTemplate);
  const acts = ofTemplate.get(episode) ?? actsFor(template, episode.acts);
  ofTemplate.set(episode, acts);
  return acts;
}

const known = new WeakMap<Template, WeakMap<Episode, readonly Acts[]>>();

function actsFor(template: Template, acts: readonly Acts[]): Acts[] {
  return acts
    .map((one) => ({ ...one, kinds: one.kinds.filter((kind) => template.matter.acts.includes(kind)) }))
    .filter(({ kinds }) => kinds.length > 0);
}

/** An episode that the person describes needs their words and dates; the others take none. */
function episodeProblems(complaint: Complaint, { answers }: ComplaintAnswers): Problem[] {
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
