/**
 * Which publications may be cited, from where: citing an "undesirable" organisation is punished in Russia (КоАП 20.33),
 * and a name banned as extremist stands in no document at all.
 */
import { shareKind } from './act-kinds.ts';
import type { FiledFrom, ReportAnswers } from './answers.ts';
import type { Episode, Publication } from './episode.ts';
import { found, type Library } from './library.ts';
import type { Organisation } from './organisation.ts';
import type { Problem } from './problem.ts';
import type { Report } from './report.ts';
import { statusMatch } from './status-match.ts';
import type { ReportTemplate } from './template.ts';

/** Publications of `episode` that fit `template` and may be cited from where the person files. */
export function offeredSources(
  library: Library,
  template: ReportTemplate,
  episode: Episode,
  filedFrom: FiledFrom,
): Publication[] {
  return episode.sources.filter(
    (one) =>
      shareKind(one.kinds, template.matter.acts) && (filedFrom === 'abroad' || !isAbroadOnly(library, one)),
  );
}

/** True where the publisher is "undesirable": offered abroad only, and its address printed nowhere. */
export function isAbroadOnly(library: Library, source: Publication): boolean {
  return found(library.organisations, source.publisher).statusInRussia === 'undesirable';
}

/** What is wrong with the sources of `complaint`; `ticked` are the ids as they came, `named` what its texts name. */
export function sourceProblems(
  library: Library,
  complaint: Report,
  ticked: readonly string[],
  named: readonly Named[],
): Problem[] {
  const given = ticked.flatMap((id, index) =>
    tickedProblems(library, complaint, id, `answers.sources.${index}`),
  );
  const own = complaint.ownSources.flatMap(({ date }, index): Problem[] =>
    date > complaint.date ? [{ path: `answers.ownSources.${index}.date`, code: 'date-after-complaint' }] : [],
  );
  const late: Problem[] = complaint.sources.some(({ date }) => date > complaint.date)
    ? [{ path: 'date', code: 'date-before-sources' }]
    : [];
  const cited = complaint.sources.length + complaint.ownSources.length;
  const none: Problem[] =
    cited === 0 && given.length === 0 ? [{ path: 'answers.ownSources', code: 'no-source' }] : [];
  return [...given, ...own, ...late, ...undesirable(named, complaint.filedFrom), ...none];
}

function tickedProblems(library: Library, complaint: Report, id: string, path: string): Problem[] {
  const offered = offeredSources(library, complaint.template, complaint.episode, 'abroad');
  const source = offered.find((one) => one.id === id);
  if (!source) return [{ path, code: 'source-not-in-episode' }];
  if (complaint.filedFrom === 'russia' && isAbroadOnly(library, source)) {
    return [{ path, code: 'source-abroad-only' }];
  }
  return [];
}

/** A text that names an organisation of the list, with the standing of those it names. */
export type Named = { path: string; statuses: readonly Organisation['statusInRussia'][] };

type Typed = [path: string, text: string | undefined];

/** Searches all free text of a first document once, but not the person's own name: people may be called as organisations are. */
export function namedIn(library: Library, { applicant, answers }: ReportAnswers): Named[] {
  return namedInTexts(library, [
    ['applicant.address', applicant?.address],
    ['applicant.email', applicant?.email],
    ...answers.ownSources.flatMap((source, index) =>
      (['title', 'outlet', 'issue', 'url'] as const).map(
        (field): Typed => [`answers.ownSources.${index}.${field}`, source[field]],
      ),
    ),
    ['answers.ownWords', answers.ownWords],
    ['answers.reports', answers.reports],
  ]);
}

/** The same for any texts, each under its path. */
export function namedInTexts(library: Library, texts: readonly Typed[]): Named[] {
  const dangerous = dangerousOf(library);
  return texts.map(([path, text]) => ({
    path,
    statuses: text ? statusMatch(text, dangerous).map(({ statusInRussia }) => statusInRussia) : [],
  }));
}

const dangerousIn = new WeakMap<Library, readonly Organisation[]>();

function dangerousOf(library: Library): readonly Organisation[] {
  const dangerous =
    dangerousIn.get(library) ??
    [...library.organisations.values()].filter(
      ({ statusInRussia }) => statusInRussia === 'extremist' || statusInRussia === 'undesirable',
    );
  dangerousIn.set(library, dangerous);
  return dangerous;
}

/** Names banned in Russia as extremist stand in no document, whoever types them. */
export function bannedNames(named: readonly Named[]): Problem[] {
  return named
    .filter(({ statuses }) => statuses.includes('extremist'))
    .map(({ path }) => ({ path, code: 'banned-name' }));
}

/** From Russia, no answer names or links to an "undesirable" organisation. */
export function undesirable(named: readonly Named[], filedFrom: FiledFrom): Problem[] {
  if (filedFrom === 'abroad') return [];
  return named
    .filter(({ path, statuses }) => path.startsWith('answers.') && statuses.includes('undesirable'))
    .map(({ path }) => ({ path, code: 'source-undesirable' }));
}
