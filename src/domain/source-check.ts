/**
 * Which publications may be cited, from where: citing an "undesirable" organisation is punished in Russia (КоАП 20.33),
 * and a name banned as extremist stands in no document at all.
 */
import type { OwnSource } from './answers.ts';
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
  const none: Problem[] = cited === 0 ? [{ path: 'answers.ownSources', code: 'no-source' }] : [];
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

/** Names banned in Russia as extremist stand in no document, whoever types them and wherever. */
export function bannedNames(library: Library, value: unknown, path: string): Problem[] {
  if (typeof value === 'string') {
    if (/^applicant\.(?!address|email)/.test(path)) return []; // a person may be called as an organisation is
    const match = statusMatch(value.slice(0, 4000), [...library.organisations.values()]);
    return match.some((one) => one.statusInRussia === 'extremist') ? [{ path, code: 'banned-name' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    bannedNames(library, inner, path ? `${path}.${key}` : key),
  );
}
