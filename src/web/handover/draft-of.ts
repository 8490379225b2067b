/** What was handed over as answers of the walk, and answers of the walk without whoever signs. */
import type { Handover } from '#domain/handover/handover.ts';
import { type Draft, readDraft, sourcesMarker, withValue } from '../online/draft.ts';

/** Every choice counts as seen: the filer sees all of them on one page. */
export function draftOf({ template, authority, filedFrom, answers }: Handover): Draft {
  const { sources, requests, ownSources, printouts, acts } = answers;
  const one = (name: string, value: string | undefined): [string, string][] =>
    value === undefined ? [] : [[name, value]];
  const draft = readDraft(
    new URLSearchParams([
      ['template', template],
      ['authority', authority],
      ['filedFrom', filedFrom],
      ['answers.episode', answers.episode],
      ...sources.map((id) => ['answers.sources', id]),
      ...requests.map((id) => ['answers.requests', id]),
      ...one('answers.printouts', printouts ? 'yes' : undefined),
      ...one('answers.ownWords', answers.ownWords),
      ...one('answers.reports', answers.reports),
      ...(acts?.kinds ?? []).map((kind) => ['answers.acts.kinds', kind]),
      ...one('answers.acts.from', acts?.from),
      ...one('answers.acts.to', acts?.to),
      ...ownSources.flatMap((source, index) =>
        (['title', 'outlet', 'date', 'issue', 'url'] as const).flatMap((field) =>
          one(`answers.ownSources.${index}.${field}`, source[field]),
        ),
      ),
    ]),
  );
  return withValue(withValue(draft, 'sourcesFor', sourcesMarker(draft)), 'requestsFor', template);
}

/** The choices alone: nothing about whoever signs, and no way back that another page had noted. */
export function choicesIn(draft: Draft): Draft {
  const personal = /^(?:applicant\..*|headingFor|date|blank|acknowledged|return|limit)$/;
  return new Map([...draft].filter(([name]) => !personal.test(name)));
}
