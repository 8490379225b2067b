/**
 * Which publications may be cited, from where: citing an "undesirable" organisation is punished in Russia (КоАП 20.33),
 * and a name banned as extremist stands in no document at all.
 */
import type { ComplaintAnswers, OwnSource } from './answers.ts';
import type { Complaint } from './complaint.ts';
import type { Episode, Publication } from './episode.ts';
import { found, type Library, shareKind } from './library.ts';
import type { Problem } from './problem.ts';
import { statusMatch } from './status-match.ts';
import type { Template } from './template.ts';

/** Publications of `episode` that fit `template` and may be cited from where the person files. */
export function offeredSources(
  library: Library,
  template: Template,
  episode: Episode,
  filedFrom: 'russia' | 'abroad',
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
  const offered = offeredSources(library, complaint.template, complaint.episode, 'abroad');
  const given = ticked.flatMap((id, index): Problem[] => {
    const path = `answers.sources.${index}`;
    const source = offered.find((one) => one.id === id);
    if (!source) return [{ path, code: 'source-not-in-episode' }];
    return complaint.filedFrom === 'russia' && isAbroadOnly(library, source)
      ? [{ path, code: 'source-abroad-only' }]
      : [];
  });
  const typed = complaint.ownSources.flatMap((source, index) =>
    ownSourceProblems(library, complaint, source, index),
  );
  const cited = complaint.sources.length + complaint.ownSources.length;
  const none: Problem[] =
    cited === 0 && given.length === 0 ? [{ path: 'answers.ownSources', code: 'no-source' }] : [];
  return [...given, ...typed, ...none];
}

function ownSourceProblems(
  library: Library,
  complaint: Complaint,
  source: OwnSource,
  index: number,
): Problem[] {
  const path = `answers.ownSources.${index}`;
  const problems: Problem[] =
    source.date > complaint.date ? [{ path: `${path}.date`, code: 'date-after-complaint' }] : [];
  if (complaint.filedFrom === 'abroad') return problems;
  for (const field of ['title', 'outlet', 'url'] as const) {
    const match = statusMatch(source[field] ?? '', [...library.organisations.values()]);
    if (match.some((one) => one.statusInRussia === 'undesirable')) {
      problems.push({ path: `${path}.${field}`, code: 'source-undesirable' });
    }
  }
  return problems;
}

/**
 * Names banned in Russia as extremist stand in no document, whoever types them. All free text is searched but the
 * person's own name: people may be called as organisations are.
 */
export function bannedNames(library: Library, { applicant, answers }: ComplaintAnswers): Problem[] {
  const banned = [...library.organisations.values()].filter((one) => one.statusInRussia === 'extremist');
  const texts: [string, string | undefined][] = [
    ['applicant.address', applicant.address],
    ['applicant.email', applicant.email],
    ['answers.ownWords', answers.ownWords],
    ['answers.reports', answers.reports],
    ...answers.ownSources.flatMap((source, index) =>
      (['title', 'outlet', 'issue', 'url'] as const).map((field): [string, string | undefined] => [
        `answers.ownSources.${index}.${field}`,
        source[field],
      ]),
    ),
  ];
  return texts
    .filter(([, text]) => text !== undefined && statusMatch(text, banned).length > 0)
    .map(([path]) => ({ path, code: 'banned-name' }));
}
