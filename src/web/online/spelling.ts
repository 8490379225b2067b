/** A name typed in Latin letters: the person takes the Cyrillic spelling that the page offers. */
import { cyrillicSpelling } from '#domain/cyrillic-spelling.ts';
import { stepProblems } from './check-step.ts';
import { value, withValue } from './draft.ts';
import type { Step, View } from './step.ts';

/** Takes the spelling for the name at `path`; another name still in Latin letters keeps its error and its offer. */
export function withSpelling(view: View, step: Step, path: string): View {
  if (!/^applicant\.(?:lastName|firstName|patronymic)$/.test(path)) return view;
  const taken = { ...view, draft: withValue(view.draft, path, cyrillicSpelling(value(view.draft, path))) };
  return { ...taken, problems: stepProblems(taken, step).filter(({ code }) => code === 'latin-name') };
}
