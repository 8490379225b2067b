/** The time limit for a decision on the first document, as a follow-up argues from it: counted by the law's clock alone. */
import type { Event } from '../case/event.ts';
import { beginsAnew } from '../case/refusals.ts';
import { type Deadline, deadlines } from '../clock/deadline.ts';
import type { IsoDate } from '../dates.ts';
import type { Library } from '../library.ts';
import type { Filed } from './follow-up.ts';

/** Limits of `law/terms.yaml` for a decision on a first document, the longest first. */
export const decisionTerms = ['crime-ext2', 'crime-ext1', 'crime-decision', 'answer-59fz'] as const;
export type DecisionTerm = (typeof decisionTerms)[number];

export type Term = {
  id: DecisionTerm;
  /** Its last day; where the day of receipt is not known, the latest that it can be. */
  due: IsoDate;
  /** True where the day from which it runs is known. */
  certain: boolean;
  overdue: boolean;
};

/** The limit that holds after all extensions, on the day of the follow-up. */
export function termOf(
  { clock, calendar }: Library,
  { template, authority }: Filed,
  events: readonly Event[],
  date: IsoDate,
): Term | undefined {
  const { procedure } = template.matter;
  const filed = { procedure, events, court: authority === undefined };
  const all = deadlines({ rules: clock, calendar }, filed, date).filter((one) => one.procedure === procedure);
  const held = decisionTerms.flatMap((id) => {
    const one = all.find(({ term }) => term.id === id);
    return one ? [toTerm(id, one, beginsAnew(events))] : [];
  });
  return held[0];
}

function toTerm(id: DecisionTerm, { due, certain, state }: Deadline, anew: boolean): Term {
  return { id, due, certain, overdue: state === 'missed' && !anew };
}
