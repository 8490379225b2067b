/**
 * Extensions, each an event of its own: under УПК 144 ч. 3 and 124 ч. 1 the days are the total from receipt, under 59-ФЗ 12
 * those added. One that came when the time had run out prolongs nothing; more than the law allows counts as what it allows.
 */
import type { Event } from '../case/event.ts';
import type { IsoDate } from '../dates.ts';
import type { Term } from './term.ts';
import type { Reason } from './why.ts';
import { byDate } from './window.ts';

export type Extended = { length: number; event: Event | undefined; why: readonly Reason[] };

/** The stage of a check (10, 30 суток) that each extension reached, by id of its term; the last extension to it counts. */
export function stagesReached(
  terms: readonly Term[],
  events: readonly Event[],
): ReadonlyMap<string, Extended> {
  const stages = terms
    .flatMap((one) => (one.extendedFrom === undefined ? [] : [{ ...one, extendedFrom: one.extendedFrom }]))
    .sort((a, b) => a.extendedFrom - b.extendedFrom);
  const reached = new Map<string, Extended>();
  for (const [index, event] of extensions(events).entries()) {
    // without a number of days it goes as far as the law lets the next extension go
    const days = event.days ?? stages[Math.min(index, stages.length - 1)]?.length ?? 0;
    const stage = stages.filter(({ extendedFrom }) => extendedFrom <= days).at(-1);
    if (!stage) continue;
    const length = Math.min(days, stage.length);
    const before = reached.get(stage.id);
    reached.set(stage.id, {
      length: Math.max(length, before?.length ?? 0),
      event: before?.event ?? event,
      why: [
        { code: 'extended-total', date: event.date, days: length },
        ...(days > stage.length ? [{ code: 'extension-capped', days: stage.length } as const] : []),
      ],
    });
  }
  return reached;
}

/** The length of a term that an extension itself makes longer; `due` is its last day without one. */
export function prolonged(term: Term, events: readonly Event[], due: IsoDate): Extended {
  const { extension, length } = term;
  const given = extension ? extensions(events) : [];
  const inTime = given.filter(({ date }) => date <= due);
  const late = given.filter(({ date }) => date > due);
  const tooLate = late.slice(0, 1).map(({ date }) => ({ code: 'extension-late', date }) as const);
  const last = inTime.at(-1);
  if (!extension || !last) return { length, event: undefined, why: tooLate };
  const most = 'total' in extension ? extension.total : extension.added;
  const days = inTime.map((one) => one.days ?? most);
  const wanted = 'total' in extension ? Math.max(...days) : days.reduce((a, b) => a + b, 0);
  const counted = Math.min(wanted, most);
  return {
    length: 'total' in extension ? Math.max(length, counted) : length + counted,
    event: last,
    why: [
      {
        code: 'total' in extension ? 'extended-total' : 'extended-added',
        date: last.date,
        days: counted,
      },
      ...(wanted > most ? [{ code: 'extension-capped', days: most } as const] : []),
      ...tooLate,
    ],
  };
}

function extensions(events: readonly Event[]): Event[] {
  return byDate(events.filter(({ kind }) => kind === 'extended')).sort((a, b) =>
    a.date === b.date ? (a.days ?? 0) - (b.days ?? 0) : 0,
  );
}
