/** Which refusal stands: of several the last counts, one that was cancelled (УПК 148 ч. 6) counts no more, nor does its copy. */
import type { Event, EventKind } from './event.ts';

const refusals: readonly EventKind[] = ['refused', 'refusal-received'];

/** The events without refusals that no longer stand; the cancellation itself stays. */
export function standing(events: readonly Event[]): readonly Event[] {
  const latest = (kind: EventKind) =>
    events.reduce((day, one) => (one.kind === kind && one.date > day ? one.date : day), '');
  const refused = latest('refused');
  const cancelled = latest('cancelled');
  const stands = ({ kind, date }: Event): boolean => {
    const decided = kind === 'refused' || refused === '' ? date : refused;
    return decided >= refused && date >= refused && decided >= cancelled;
  };
  return events.filter((one) => !refusals.includes(one.kind) || stands(one));
}

/** The check begins anew, and the law names no term that could be missed (УПК 148 ч. 6). */
export function beginsAnew(events: readonly Event[]): boolean {
  return (
    events.some(({ kind }) => kind === 'cancelled') &&
    !standing(events).some(({ kind }) => kind === 'refused')
  );
}
