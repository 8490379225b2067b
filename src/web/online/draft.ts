/**
 * What a person has answered so far. It travels in the form from page to page and is kept nowhere:
 * each field is named by its path in the request body, so a problem finds its field by its path.
 */
import { answerLimits } from '#domain/answers.ts';
import { type Applicant, fullName } from '#domain/applicant.ts';
import type { Library } from '#domain/library.ts';
import type { ReportTemplate } from '#domain/template.ts';
import { manyLines } from '#domain/text.ts';

export type Draft = ReadonlyMap<string, readonly string[]>;

/** Fields that take several values. */
const lists = ['answers.sources', 'answers.requests', 'answers.acts.kinds'];

const known = new RegExp(
  [
    'template|authority|filedFrom|date|blank|acknowledged|return|limit|requestsFor|sourcesFor|headingFor',
    'applicant\\.(lastName|firstName|patronymic|gender|address|email|phone|heading|genitive)',
    'answers\\.(episode|sources|requests|ownWords|reports|printouts|acts\\.(from|to|kinds))',
    'answers\\.ownSources\\.\\d\\.(title|outlet|date|issue|url)',
  ]
    .map((names) => `^(${names})$`)
    .join('|'),
);

/** Reads the fields of a posted form; names that no page has are dropped, empty publications closed up. */
export function readDraft(form: URLSearchParams): Draft {
  const draft = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (!known.test(name)) continue;
    const text = isDay.test(name) ? isoDay(manyLines(value)) : manyLines(value);
    if (lists.includes(name)) addToList(draft, name, text);
    else draft.set(name, [text]);
  }
  const given = closeUp(draft);
  return isByHand(given) ? withoutApplicant(given) : given;
}

/** Whether the person writes their name on the paper themselves. */
export function isByHand(draft: Draft): boolean {
  return value(draft, 'blank') === 'yes';
}

/** The same answers for a paper sheet: what was typed about the person is forgotten, not carried along unseen. */
export function withoutApplicant(draft: Draft): Draft {
  const others = [...draft].filter(([name]) => !/^(?:applicant\..*|headingFor|date)$/.test(name));
  return new Map([...others, ['blank', ['yes']]]);
}

/** No list of ours has more entries than this; repeats say nothing. */
const longestList = 100;

function addToList(draft: Map<string, string[]>, name: string, text: string): void {
  const list = draft.get(name) ?? [];
  if (list.length < longestList && !list.includes(text)) list.push(text);
  draft.set(name, list);
}

/** The answer of a field that takes one, `''` where it is not given. */
export function value(draft: Draft, name: string): string {
  return draft.get(name)?.[0] ?? '';
}

/** The answers of a field that takes several. */
export function values(draft: Draft, name: string): readonly string[] {
  return draft.get(name) ?? [];
}

/** The same draft with another answer in one field. */
export function withValue(draft: Draft, name: string, ...given: string[]): Draft {
  return new Map([...draft, [name, given]]);
}

/** How many publications of their own the person has begun to type. */
export function ownSourceCount(draft: Draft): number {
  return new Set([...draft.keys()].flatMap((name) => /^answers\.ownSources\.(\d)/.exec(name)?.[1] ?? []))
    .size;
}

/** The marker that the person has seen the sources of this complaint, episode and place. */
export function sourcesMarker(draft: Draft): string {
  return [value(draft, 'template'), value(draft, 'answers.episode'), value(draft, 'filedFrom')].join('/');
}

/** The name and gender that the heading was chosen for: a change of either makes it void. */
export function nameMarker(draft: Draft): string {
  return `${fullName(person(draft))}/${person(draft).gender}`;
}

/** The name as typed so far. */
export function person(draft: Draft): Pick<Applicant, 'lastName' | 'firstName' | 'patronymic' | 'gender'> {
  const gender = value(draft, 'applicant.gender');
  return {
    lastName: value(draft, 'applicant.lastName'),
    firstName: value(draft, 'applicant.firstName'),
    patronymic: value(draft, 'applicant.patronymic') || undefined,
    gender: gender === 'female' || gender === 'male' ? gender : 'unstated',
  };
}

/**
 * The request body that the draft amounts to. A box that was never shown is absent, so that the default holds;
 * answers that the chosen complaint or episode does not ask for are left out.
 */
export function toBody(
  draft: Draft,
  library: Library,
  template: ReportTemplate | undefined,
): Record<string, unknown> {
  const open = library.episodes.get(value(draft, 'answers.episode'))?.open ?? false;
  const sourcesSeen = value(draft, 'sourcesFor') === sourcesMarker(draft);
  const kinds = template?.matter.acts.length === 1 ? {} : { kinds: values(draft, 'answers.acts.kinds') };
  return {
    ...group(draft, '', ['template', 'authority', 'filedFrom', 'date']),
    ...(isByHand(draft) ? { blank: true } : { applicant: applicantOf(draft) }),
    answers: {
      ...group(draft, 'answers.', ['episode', 'ownWords']),
      ...(open ? group(draft, 'answers.', ['reports']) : {}),
      ...(open ? { acts: { ...group(draft, 'answers.acts.', ['from', 'to']), ...kinds } } : {}),
      ...(sourcesSeen ? { sources: values(draft, 'answers.sources') } : {}),
      ...(sourcesSeen ? { printouts: value(draft, 'answers.printouts') === 'yes' } : {}),
      ...(value(draft, 'requestsFor') === value(draft, 'template')
        ? { requests: values(draft, 'answers.requests') }
        : {}),
      ownSources: Array.from({ length: ownSourceCount(draft) }, (_, index) =>
        group(draft, `answers.ownSources.${index}.`, ['title', 'outlet', 'date', 'issue', 'url']),
      ),
    },
  };
}

function applicantOf(draft: Draft): Record<string, string> {
  return group(draft, 'applicant.', [
    'lastName',
    'firstName',
    'patronymic',
    'gender',
    'address',
    'email',
    'phone',
    ...headingFields(draft),
  ]);
}

/** The line at the head as chosen for this very name; a genitive that will not stand need not be right. */
function headingFields(draft: Draft): string[] {
  if (value(draft, 'headingFor') !== nameMarker(draft)) return [];
  return value(draft, 'applicant.heading') === 'nominative' ? ['heading'] : ['heading', 'genitive'];
}

function group(draft: Draft, prefix: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = value(draft, prefix + name);
      return text === '' ? [] : [[name, text]];
    }),
  );
}

const isDay = /(?:^|\.)(?:date|from|to)$/;

/** A browser without date fields lets people type 01.04.2017. */
function isoDay(text: string): string {
  return text.replace(/^(\d{2})\.(\d{2})\.(\d{4})$/, '$3-$2-$1');
}

/** Drops publications with no field filled in and numbers the rest from 0. */
function closeUp(draft: Map<string, string[]>): Draft {
  const own = Array.from({ length: answerLimits.ownSources }, (_, index) =>
    [...draft].filter(([name]) => name.startsWith(`answers.ownSources.${index}.`)),
  );
  const rest = [...draft].filter(([name]) => !name.startsWith('answers.ownSources.'));
  const filled = own.filter((fields) => fields.some(([, [text]]) => text !== ''));
  const renumbered = filled.flatMap((fields, index) =>
    fields.map(([name, given]): [string, string[]] => [name.replace(/\.\d\./, `.${index}.`), given]),
  );
  return new Map([...rest, ...renumbered]);
}
