/**
 * Which publications may be cited, from where: citing an "undesirable" organisation is punished in Russia (КоАП 20.33),
 * and a name banned as extremist stands in no document at all.
 */
import type { ComplaintAnswers, FiledFrom, OwnSource } from './answers.ts';
import type { Complaint } from './complaint.ts';
import { type Episode, type Publication, shareKind } from './episode.ts';
import { found, type Library } from './library.ts';
import type { Organisation } from './organisation.ts';
import type { Problem } from './problem.ts';
import { statusMatch } from './status-match.ts';
import type { Template } from './template.ts';

/** Publications of `episode` that fit `template` and may be cited from where the person files. */
export function offeredSources(
  library: Library,
  template: Template,
  episode: Episode,
  filedFrom: FiledFrom,
): Publication[] {
  return episode.sources.filter(
    (one) =>
      shareKind(one.kinds, template.matter.acts) && (filedFrom === 'abroad' || !isAbroadOnly(library, one)),
  );
}

function isAbroadOnly(library: Library, source: Publication): boolean {
  return found(library.organisations, source.publisher).statusInRussia === 'undesirable';
}

/** What is wrong with the sources of `complaint`; `ticked` are the ids as they came. */
export function sourceProblems(library: Library, complaint: Complaint, ticked: readonly string[]): Problem[] {
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
  return [...given, ...own, ...late, ...undesirable(library, complaint), ...none];
}

function tickedProblems(library: Library, complaint: Complaint, id: string, path: string): Problem[] {
  const offered = offeredSources(library, complaint.template, complaint.episode, 'abroad');
  const source = offered.find((one) => one.id === id);
  if (!source) return [{ path, code: 'source-not-in-episode' }];
  if (complaint.filedFrom === 'russia' && isAbroadOnly(library, source)) {
    return [{ path, code: 'source-abroad-only' }];
  }
  return [];
}

/** From Russia, nothing a person types names or links to an "undesirable" organisation. */
function undesirable(library: Library, { filedFrom, ownSources, ownWords, reports }: Complaint): Problem[] {
  if (filedFrom === 'abroad') return [];
  return matching(library, 'undesirable', [
    ...ownSourceTexts(ownSources),
    ['answers.ownWords', ownWords],
    ['answers.reports', reports],
  ]).map((path) => ({ path, code: 'source-undesirable' }));
}

/**
 * Names banned in Russia as extremist stand in no document, whoever types them. All free text is searched but the
 * person's own name: people may be called as organisations are.
 */
export function bannedNames(library: Library, { applicant, answers }: ComplaintAnswers): Problem[] {
  return matching(library, 'extremist', [
    ['applicant.address', applicant.address],
    ['applicant.email', applicant.email],
    ['answers.ownWords', answers.ownWords],
    ['answers.reports', answers.reports],
    ...ownSourceTexts(answers.ownSources),
  ]).map((path) => ({ path, code: 'banned-name' }));
}

type TextAt = [path: string, text: string | undefined];

function ownSourceTexts(sources: readonly OwnSource[]): TextAt[] {
  return sources.flatMap((source, index) =>
    (['title', 'outlet', 'issue', 'url'] as const).map(
      (field): TextAt => [`answers.ownSources.${index}.${field}`, source[field]],
    ),
  );
}

/** Paths of the texts that name an organisation of this status. */
function matching(
  library: Library,
  status: Organisation['statusInRussia'],
  texts: readonly TextAt[],
): string[] {
  const listed = [...library.organisations.values()].filter((one) => one.statusInRussia === status);
  return texts.flatMap(([path, text]) => (text && statusMatch(text, listed).length > 0 ? [path] : []));
}
