/** Problems as people see them: beside the field and in a summary that leads to it, in the same words. */
import type { Problem } from '#domain/problem.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { sentence } from '../api/problem-details.ts';
import { fieldId } from '../parts/fields.ts';
import { fieldName } from './field-name.ts';
import type { Step, View } from './step.ts';
import { stepOf } from './steps/list.ts';

/** The sentence for the field at `path`, or for one of its entries. */
export function errorOf({ t, problems }: Pick<View, 't' | 'problems'>, path: string): string | undefined {
  const problem = problems.find(
    (one) => one.path === path || new RegExp(`^${path.replaceAll('.', '\\.')}\\.\\d+$`).test(one.path),
  );
  return problem && named(t, problem);
}

/** On top of the page; each line leads to its field or, on the check page, to the button that opens its step. */
export function errorSummary({ t, problems }: Pick<View, 't' | 'problems'>, step: Step): Html | false {
  if (problems.length === 0) return false;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<p>${t('common.error.kept')}</p>
<ul>${problems.map((problem) => html`<li><a href="#${step.id === 'check' ? changeId(problem.path) : fieldId(fieldPath(problem.path))}">${named(t, problem)}</a></li>`)}</ul>
</div>`;
}

/** The field and what to do, the same words in the summary and beside the field. */
function named(t: Translate, problem: Problem): string {
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

/** A list is one field: an error of its third entry leads to the list. */
function fieldPath(path: string): string {
  return path === 'answers.acts'
    ? 'answers.acts.from'
    : path.replace(/^(answers\.(?:sources|requests|acts\.kinds))\.\d+$/, '$1');
}

function changeId(path: string): string {
  return `change-${stepOf(path)?.id ?? 'complaint'}`;
}
