/** Which step comes before and after which, given the answers so far. */
import { stepProblems } from './check-step.ts';
import { sourcesMarker, value } from './draft.ts';
import type { Step, View } from './step.ts';
import { steps } from './steps/list.ts';

/** The step before this one that the answers do not make needless. */
export function stepBefore(view: View, step: Step): Step {
  return steps.slice(0, steps.indexOf(step)).findLast(({ skip }) => !skip?.(view)) ?? steps[0];
}

/** The step after this one that the answers do not make needless; after the last, that one itself. */
export function stepAfter(view: View, step: Step): Step {
  return steps.slice(steps.indexOf(step) + 1).find(({ skip }) => !skip?.(view)) ?? step;
}

/** Boxes ticked for another complaint, episode or place: the person has not seen those that are offered now. */
function isOutOfDate({ draft }: View, step: Step): boolean {
  if (step.id === 'sources') return value(draft, 'sourcesFor') !== sourcesMarker(draft);
  return step.id === 'requests' && value(draft, 'requestsFor') !== value(draft, 'template');
}

/** Back to the check page, by way of what the change has made unanswered. */
export function afterChange(view: View, step: Step): Step {
  const check = stepNamed('check');
  if (step.id === 'name') return stepAfter(view, step); // a new name has a new genitive, which is shown first
  const questions = steps.slice(0, steps.indexOf(check)).filter(({ skip }) => !skip?.(view));
  return questions.find((one) => isOutOfDate(view, one) || stepProblems(view, one).length > 0) ?? check;
}

/** The step of that id; a name that no page sends leads to the first. */
export function stepNamed(id: string): Step {
  return steps.find((step) => step.id === id) ?? steps[0];
}
