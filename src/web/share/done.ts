/** The case is shared: with whom, until when, who sealed it, and how to come back. The code is on no page any more. */
import type { Context } from 'hono';
import type { CaseFile } from '#domain/case/case-file.ts';
import { weekOf } from '#domain/register/week.ts';
import { html } from '#html.ts';
import { monthAndYear } from '../parts/provenance.ts';
import type { Offered } from './organisations.ts';
import { deletedIn } from './until.ts';
import { hidden, type ShareView, showShare } from './view.ts';

/** `kept` where the server had the case: then it goes along, to be saved. */
export function showDone(
  c: Context,
  view: ShareView,
  to: Offered,
  kept: CaseFile | undefined,
): Response | Promise<Response> {
  const { t, language } = view;
  const until = monthAndYear(language, deletedIn(weekOf(view.today), to.retentionMonths));
  const told = html`<div class="finding" role="status"><p>${t('share.done.to', { name: to.shown })}</p>
<p>${t('share.done.until', { month: until })}</p>
<p>${t(kept ? 'share.done.there' : 'share.done.here')}</p></div>
<p>${t('share.done.code')} <a href="/${language}/share/open">${t('share.open.title')}</a></p>
<p>${t('share.done.file')}</p>`;
  return showShare(c, view, {
    title: t('share.done.title'),
    main: kept
      ? html`${told}<form id="step" method="post" action="/${language}/case" enctype="multipart/form-data" autocomplete="off">
${hidden({ case: JSON.stringify(kept) })}
<div class="buttons"><button name="move" value="open" formaction="/${language}/case/save">${t('case.move.save')}</button>
<button class="secondary" name="move" value="show">${t('share.done.toCase')}</button></div></form>`
      : told,
  });
}
