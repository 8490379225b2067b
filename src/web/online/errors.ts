/** A problem as people see it beside its field. The steps use this file, so it knows no step. */
import type { Problem } from '#domain/problem.ts';
import type { Translate } from '#i18n.ts';
import { sentence } from '../api/problem-details.ts';
import { fieldName } from './field-name.ts';
import type { View } from './step.ts';

/** The sentence for the field at `path`, or for one of its entries. */
export function errorOf({ t, problems }: Pick<View, 't' | 'problems'>, path: string): string | undefined {
  const problem = problems.find(
    (one) => one.path === path || new RegExp(`^${path.replaceAll('.', '\\.')}\\.\\d+$`).test(one.path),
  );
  return problem && named(t, problem);
}

/** The field and what to do, the same words in the summary and beside the field. */
export function named(t: Translate, problem: Problem): string {
  const name = fieldName(t, problem.path);
  return `${name}${name.endsWith('?') ? '' : ':'} ${advice(t, problem)}`;
}

/** A missing choice is not filled in but chosen, a missing tick ticked. */
function advice(t: Translate, problem: Problem): string {
  if (problem.code !== 'required') return sentence(t, problem);
  if (problem.path === 'acknowledged') return t('walk.warning.tick');
  return sentence(t, choices.includes(problem.path) ? { path: problem.path, code: 'choice' } : problem);
}

const choices = ['filedFrom', 'template', 'authority', 'answers.episode'];
