/** The time limit for a decision on the first document, as a follow-up argues from it. */
import type { Event, EventKind } from '../case/event.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { Library } from '../library.ts';
import type { Filed } from './follow-up.ts';

export const termIds = ['crime-decision', 'crime-ext1', 'crime-ext2', 'answer-59fz'] as const;
export type TermId = (typeof termIds)[number];

export type Term = {
  id: TermId;
  /** Its last day; where the day of receipt is not known, the latest that it can be. */
  due: IsoDate;
  /** True where the day from which it runs is known. */
  certain: boolean;
  length: number;
  overdue: boolean;
};

/** The limit that holds after all extensions. */
export function termOf(_library: Library, filed: Filed, events: readonly Event[], date: IsoDate): Term {
  const days = Math.max(0, ...events.filter(({ kind }) => kind === 'extended').map((one) => one.days ?? 0));
  const base = first(events, ['received', 'accepted', 'registered']);
  const [id, length] = limitOf(filed, days);
  const due = addDays(base ?? addDays(filed.sent, 21), length);
  return { id, due, certain: base !== undefined, length, overdue: due < date };
}

function limitOf({ template }: Filed, days: number): [TermId, number] {
  if (template.matter.procedure !== 'crime-report') return ['answer-59fz', 30 + days];
  if (days > 10) return ['crime-ext2', 30];
  return days > 3 ? ['crime-ext1', 10] : ['crime-decision', 3];
}

function first(events: readonly Event[], kinds: readonly EventKind[]): IsoDate | undefined {
  return events.find(({ kind }) => kinds.includes(kind))?.date;
}
