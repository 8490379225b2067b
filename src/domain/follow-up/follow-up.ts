/**
 * A follow-up: from a request body to a document that can be composed, or to the list of what the person has to mend.
 */
import type { FiledFrom } from '../answers.ts';
import type { Applicant } from '../applicant.ts';
import type { Authority } from '../authority.ts';
import type { Event } from '../case/event.ts';
import type { IsoDate } from '../dates.ts';
import type { Episode } from '../episode.ts';
import { found, type Library, reportTemplate } from '../library.ts';
import type { Checked, Problem } from '../problem.ts';
import { readBy } from '../schema-problems.ts';
import { bannedNames, namedInTexts, undesirable } from '../source-check.ts';
import type { FollowUpTemplate, ReportTemplate } from '../template.ts';
import type { UncheckedCircumstance } from '../unchecked.ts';
import type { AnnexId } from './annexes.ts';
import { type FollowUpAnswers, followUpSchema, type rulings } from './answers.ts';
import { addresseeProblems, eventProblems } from './checks.ts';
import { type Term, termOf } from './term.ts';

/** The first document. */
export type Filed = {
  template: ReportTemplate;
  authority: Authority;
  sent: IsoDate;
  number: string | undefined;
  tracking: string | undefined;
};

export type EarlierComplaint = {
  authority: Authority;
  sent: IsoDate;
  answered: IsoDate | undefined;
  number: string | undefined;
};

export type FollowUp = {
  kind: 'follow-up';
  template: FollowUpTemplate;
  /** Undefined for a court. */
  authority: Authority | undefined;
  episode: Episode;
  date: IsoDate;
  filedFrom: FiledFrom;
  applicant: Applicant | undefined;
  requests: readonly string[];
  ownWords: string | undefined;
  filed: Filed;
  /** By date, `sent` first. */
  events: readonly Event[];
  complaints: readonly EarlierComplaint[];
  unchecked: readonly UncheckedCircumstance[];
  annexes: readonly AnnexId[] | undefined;
  court: { name: string; appeal?: string | undefined } | undefined;
  ruling: (typeof rulings)[number] | undefined;
  /** The time limit for a decision on the first document. */
  term: Term | undefined;
};

/** As `readComplaint`, for a follow-up. */
export function readFollowUp(
  library: Library,
  template: FollowUpTemplate,
  body: unknown,
  today: IsoDate,
): Checked<FollowUp> {
  const parsed = readBy(followUpSchema(library, template), body);
  if (!parsed.ok) return parsed;
  const named = namedInTexts(library, textsOf(parsed.value));
  const followUp = resolve(library, template, parsed.value, today);
  const problems: Problem[] = [
    ...bannedNames(named),
    ...undesirable(named, followUp.filedFrom),
    ...addresseeProblems(library, followUp),
    ...eventProblems(followUp, parsed.value),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: followUp };
}

function resolve(
  library: Library,
  template: FollowUpTemplate,
  data: FollowUpAnswers,
  today: IsoDate,
): FollowUp {
  const { answers } = data;
  const { filed: given } = answers;
  const date = data.date ?? today;
  const first = reportTemplate(library, given.template);
  if (!first) throw new Error(`not a first document: ${given.template}`);
  const filed: Filed = {
    template: first,
    authority: found(library.authorities, given.authority),
    sent: given.sent,
    number: given.number,
    tracking: given.tracking,
  };
  const events = eventsOf(answers);
  return {
    kind: 'follow-up',
    template,
    authority: data.authority === null ? undefined : found(library.authorities, data.authority),
    episode: found(library.episodes, given.episode),
    date,
    filedFrom: data.filedFrom,
    applicant: data.applicant,
    requests: Object.entries(template.matter.requests)
      .filter(([id, { recommended }]) => (answers.requests ? answers.requests.includes(id) : recommended))
      .map(([id]) => id),
    ownWords: answers.ownWords,
    filed,
    events,
    complaints: answers.complaints.map((one) => ({
      ...one,
      authority: found(library.authorities, one.authority),
      answered: one.answered,
      number: one.number,
    })),
    unchecked: [...library.unchecked.values()].filter(({ id }) => answers.unchecked.includes(id)),
    annexes: answers.annexes,
    court: answers.court,
    ruling: answers.ruling,
    term: termOf(library, filed, events, date),
  };
}

/** The days that stand beside the first document are events as well; said twice, the first document's stand; an office that it was sent on to has a receipt of its own. */
function eventsOf({ filed, events }: FollowUpAnswers['answers']): Event[] {
  const beside: Event[] = [
    { kind: 'sent', date: filed.sent },
    ...(filed.received === undefined ? [] : [{ kind: 'received' as const, date: filed.received }]),
  ];
  const moved = events.flatMap(({ kind, date }) => (kind === 'transferred' ? [date] : []));
  const isOfNext = ({ kind, date }: Event) => kind === 'received' && moved.some((day) => day < date);
  const others = events.filter((one) => isOfNext(one) || !beside.some(({ kind }) => kind === one.kind));
  return [...beside, ...others].sort((a, b) => a.date.localeCompare(b.date));
}

/** Everything a person typed but their own name. */
function textsOf({ applicant, answers }: FollowUpAnswers): [string, string | undefined][] {
  return [
    ['applicant.address', applicant?.address],
    ['applicant.email', applicant?.email],
    ['answers.ownWords', answers.ownWords],
    ['answers.filed.number', answers.filed.number],
    ['answers.filed.tracking', answers.filed.tracking],
    ['answers.court.name', answers.court?.name],
    ['answers.court.appeal', answers.court?.appeal],
    ...answers.events.flatMap((one, at) =>
      (['number', 'to', 'signedBy'] as const).map((field): [string, string | undefined] => [
        `answers.events.${at}.${field}`,
        one[field],
      ]),
    ),
    ...answers.complaints.map((one, at): [string, string | undefined] => [
      `answers.complaints.${at}.number`,
      one.number,
    ]),
  ];
}
