/**
 * What the statistics count of a filing. A report of a crime is answered by a decision (УПК 145), anything else by an answer;
 * to take a report for a letter, to turn it away or to pass it on is none of these and is counted apart.
 */
import type { EventKind } from '../case/event.ts';
import type { Deadline } from '../clock/deadline.ts';
import type { Procedure } from '../procedure.ts';
import type { PublicFacts } from './public-facts.ts';
import { type IsoWeek, weekOf } from './week.ts';

/** One filing counts in several. Those that wait by `due` are counted apart. */
export const measures = [
  'filed',
  'registered',
  'in-time',
  /** In time only if the check was extended, of which nobody told: УПК 144 ч. 3 allows 10 and 30 суток. */
  'if-extended',
  'late',
  'transferred',
  'treated-as-appeal',
  'turned-away',
  'refused',
  'opened',
] as const;
export type Measure = (typeof measures)[number];

/** A time limit of the office, and the week in which it ends, with the way of the letter. */
export type OfOffice = Deadline & { end: IsoWeek };

/** The office's time limits as they are known, and as they would be had the check been extended as far as the law lets it. */
export type Limits = { known: readonly OfOffice[]; extended: () => readonly OfOffice[] };

/** Those of which an answer has one, and what has no answer none. */
export const punctualities = ['in-time', 'if-extended', 'late'] as const satisfies readonly Measure[];

/** Decisions on a report; its refusal may be known by the copy alone. */
const decisions: readonly EventKind[] = ['opened', 'refused', 'refusal-received'];
const answers: readonly EventKind[] = [
  ...decisions,
  'answered',
  'answer-on-site',
  'joined',
  'cancelled',
  'returned',
  'ruling',
  'ruling-received',
];

export function measuresOf(
  procedure: Procedure,
  { events }: PublicFacts,
  { known, extended }: Limits,
): Measure[] {
  const isReport = procedure === 'crime-report';
  const happened = (...kinds: EventKind[]) => events.some(({ kind }) => kinds.includes(kind));
  const answered = firstWeek(events, isReport ? decisions : answers);
  const when: (typeof punctualities)[number] = !isLate(known, answered)
    ? 'in-time'
    : isReport && !isLate(extended(), answered)
      ? 'if-extended'
      : 'late';
  return [
    'filed',
    ...only('registered', happened('registered')),
    ...only(when, answered !== undefined),
    ...only('transferred', happened('transferred')),
    ...only('treated-as-appeal', happened('treated-as-appeal')),
    ...only('turned-away', happened('not-accepted') || (isReport && happened('returned'))),
    ...only('refused', happened('refused', 'refusal-received')),
    ...only('opened', happened('opened')),
  ];
}

export function isUnanswered({ state, why }: Deadline): boolean {
  return state !== 'met' && !why.some(({ code }) => code === 'late');
}

function only(measure: Measure, isSo: boolean): Measure[] {
  return isSo ? [measure] : [];
}

function firstWeek(events: PublicFacts['events'], kinds: readonly EventKind[]): IsoWeek | undefined {
  return events
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ week }) => week)
    .sort()
    .at(0);
}

function isLate(limits: readonly OfOffice[], answered: IsoWeek | undefined): boolean {
  return limits.some((one) => wasLate(one) || isBehind(one, answered));
}

/** Only a later week is late: within one week nobody knows what came first. */
function wasLate({ why, end }: OfOffice): boolean {
  return why.some((reason) => reason.code === 'late' && weekOf(reason.date) > end);
}

/** An answer that no time limit asks for, the copy in place of the decision, is no better for being another thing. */
function isBehind(one: OfOffice, answered: IsoWeek | undefined): boolean {
  return answered !== undefined && isUnanswered(one) && weekOf(one.from) <= answered && one.end < answered;
}
