/** One page of the walk as HTML. */
import type { Context } from 'hono';
import { type Html, html } from '#html.ts';
import { layout } from '../parts/layout.ts';
import type { Draft } from './draft.ts';
import { errorSummary } from './error-summary.ts';
import { asks, type Step, type View } from './step.ts';
import { steps } from './steps/list.ts';

/** 422 where the page has something to mend, else 200. */
export function show(c: Context, view: View, step: Step): Response | Promise<Response> {
  return c.html(String(stepPage(view, step)), view.problems.length > 0 ? 422 : 200);
}

/** What a page of the walk has besides, where it stands at an address of its own. */
export type Around = { path?: string; head?: Html; above?: Html };

/** One page: heading, what is wrong, the questions, the buttons, and every other answer as a hidden field. */
export function stepPage(view: View, step: Step, around: Around = {}): Html {
  const { site, language, t, problems } = view;
  const first = step === steps[0];
  const last = step === steps.at(-1);
  const main = html`${around.above}<p class="progress">${t('walk.progress', { number: steps.indexOf(step) + 1, total: steps.length })}</p>
<h1>${t(step.title)}</h1>
${errorSummary(view, step)}
<form id="step" method="post" action="/${language}/online/${step.id}" autocomplete="off" novalidate>
${hiddenFields(view.draft, step)}
${step.body(view)}
<div class="buttons">
${!last && html`<button name="move" value="next">${t('common.continue')}</button>`}
${!first && html`<button class="secondary" name="move" value="back" formnovalidate>${t('common.back')}</button>`}
${!first && site.place === 'server' && html`<p class="hint">${t('walk.backHere')}</p>`}
</div>
</form>`;
  return layout({
    site,
    language,
    t,
    title: t(step.title),
    main,
    path: first ? (around.path ?? '/online') : undefined,
    step: step.id,
    wrong: problems.length > 0,
    ...(around.head && { head: around.head }),
  });
}

/** Every answer but those that the page itself asks. */
export function hiddenFields(draft: Draft, step: Step | undefined): Html[] {
  return [...draft]
    .filter(([name]) => !step || !asks(step, name))
    .flatMap(([name, given]) =>
      given.map((one) => html`<input type="hidden" name="${name}" value="${one}">`),
    );
}
