/** All problems of a page in one list on top of it, each leading to its field. */
import { type Html, html } from '#html.ts';
import { fieldId } from '../parts/fields.ts';
import { named } from './errors.ts';
import type { Step, View } from './step.ts';
import { stepOf } from './steps/list.ts';

/** Each line leads to its field or, on the check page, to the button that opens its step. */
export function errorSummary({ t, problems }: Pick<View, 't' | 'problems'>, step: Step): Html | false {
  if (problems.length === 0) return false;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<p>${t('common.error.kept')}</p>
<ul>${problems.map((problem) => html`<li><a href="#${step.id === 'check' ? changeId(problem.path) : fieldId(fieldPath(problem.path))}">${named(t, problem)}</a></li>`)}</ul>
</div>`;
}

/** A list is one field: an error of its third entry leads to the list. */
function fieldPath(path: string): string {
  return path === 'answers.acts'
    ? 'answers.acts.from'
    : path.replace(/^(answers\.(?:sources|requests|acts\.kinds))\.\d+$/, '$1');
}

function changeId(path: string): string {
  return `change-${stepOf(path)?.id ?? 'complaint'}`;
}
