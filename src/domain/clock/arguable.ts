/**
 * Whether a follow-up would have anything to argue from, as its own template says (`follows`, `needs`, `unless`). Only the
 * events of a first document tell: what a later one follows is not known here.
 */

import { beginsAnew, standing } from '../case/refusals.ts';
import type { Circumstance } from '../follow-up/circumstances.ts';
import type { Library } from '../library.ts';
import { isReport } from '../template.ts';
import type { Situation } from './next.ts';

export function isArguable(library: Library, template: string | null, situation: Situation): boolean {
  const followUp = library.templates.get(template ?? '');
  const first = library.templates.get(situation.template);
  if (!followUp || !first || isReport(followUp) || !isReport(first)) return true;
  const { follows, needs, unless } = followUp.matter;
  const holds = (one: Circumstance) => isSo(one, situation);
  const stands = (one: Circumstance) => isSo(one, { ...situation, events: standing(situation.events) });
  return (
    follows.includes(first.matter.procedure) &&
    needs.every((line) => line.some(stands)) &&
    !unless.some(holds)
  );
}

/** Terms for a decision on a first document: any of them missed makes it overdue. */
const decisions = ['crime-decision', 'crime-ext1', 'crime-ext2', 'answer-59fz'];

function isSo(circumstance: Circumstance, { events, deadlines }: Situation): boolean {
  switch (circumstance) {
    case 'overdue':
      return (
        !beginsAnew(events) &&
        deadlines.some(({ term, state }) => decisions.includes(term.id) && state === 'missed')
      );
    case 'complaint-answered':
      return deadlines.some(({ term, state }) => term.id === 'complaint-124' && state === 'met');
    default:
      return events.some(({ kind }) => kind === circumstance);
  }
}
