/** `/share/open`: the way back to a shared case. One field; every wrong code gets the same answer. */
import type { Context } from 'hono';
import { openCase } from '#domain/case/open-case.ts';
import { type Html, html } from '#html.ts';
import { isBannedCase } from '../case/banned-in-case.ts';
import { setPolicy } from '../middleware/own-policy.ts';
import type { Program } from '../site.ts';
import { type ByCode, findByCode } from './by-code.ts';
import { showShared, standingOf } from './home.ts';
import { opening, tabHead, tabPolicy, wayOfCode } from './in-tab.ts';
import { type ReturnView, sharePage } from './view.ts';

type Problem = (ByCode & { ok: false })['reason'] | 'banned';

/** On the server the page brings what opens the case in the tab; there it asks for the code alone. */
export async function showOpen(
  c: Context,
  view: ReturnView,
  problem?: Problem,
  typed = '',
): Promise<Response> {
  const program = await view.site.program?.();
  if (program) setPolicy(c, tabPolicy);
  const page = openByCodePage(view, program, problem, typed);
  return c.html(String(page), problem ? statuses[problem] : 200);
}

function openByCodePage(
  view: ReturnView,
  program: Program | undefined,
  problem: Problem | undefined,
  typed: string,
): Html {
  const { t, language } = view;
  const error = problem && t(`share.open.problem.${problem}`);
  const main = html`${
    error &&
    html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<ul><li><a href="#f-code">${error}</a></li></ul></div>`
  }
<p>${t('share.open.lead')}</p>
${program ? wayOfCode(view) : html`<p>${t('share.tab.stays')}</p>`}
<form id="step" method="post" action="/${language}/share/open" enctype="multipart/form-data" autocomplete="off" novalidate>
<div class="field${error ? ' field-wrong' : ''}">
<label for="f-code">${t('share.open.code')}</label>
<div class="hint" id="f-code-hint">${t('share.open.hint')}</div>
${error && html`<p class="wrong" id="f-code-error">${error}</p>`}
<textarea id="f-code" name="code" rows="3" dir="ltr" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="f-code-hint${error ? ' f-code-error' : ''}" ${error && html`aria-invalid="true"`}>
${typed}</textarea>
</div>
${program ? opening(view) : html`<div class="buttons"><button name="move" value="next">${t('share.open.button')}</button></div>`}
</form>
<p class="hint">${t('share.open.lost')}</p>
<p><a href="/${language}/share">${t('share.open.none')}</a></p>`;
  return sharePage(
    { ...view, problems: problem ? [{ path: 'code', code: 'choice' }] : [] },
    {
      title: t('share.open.title'),
      main,
      step: 'open',
      ...(problem ? {} : { path: '/share/open' }),
      ...(program ? { head: tabHead(view, program) } : {}),
    },
  );
}

export async function openByCode(c: Context, view: ReturnView): Promise<Response> {
  const typed = view.form.raw('code');
  if (view.form.line('move') === 'stay') return showOpen(c, view);
  const found = await findByCode(c, view.following, typed);
  if (!found.ok) return refused(c, view, found.reason, typed);
  const { facts } = found.value;
  if (await isBannedCase(view.site.library, facts.case)) return refused(c, view, 'banned', typed);
  const opened = openCase(JSON.stringify(facts.case));
  const altered = opened.ok ? opened.altered : [];
  return showShared(c, view, await standingOf(view, found.value), facts.case, { altered });
}

const statuses = { wrong: 422, banned: 422, damaged: 422, limited: 429 } as const;

function refused(c: Context, view: ReturnView, reason: Problem, typed: string) {
  const again = typed.length <= 400 && !typed.includes('\u0000') ? typed : '';
  return showOpen(c, view, reason, again);
}
