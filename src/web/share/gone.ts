/** Nothing lies behind the code any more: the person still has the case, on this page and in their file. */
import type { Context } from 'hono';
import type { CaseFile } from '#domain/case/case-file.ts';
import { html } from '#html.ts';
import { hidden, type ReturnView, showShare } from './view.ts';

export function showGone(
  c: Context,
  view: ReturnView,
  kept: CaseFile,
  why: 'gone' | 'deleted' = 'gone',
): Response | Promise<Response> {
  const { t, language } = view;
  return showShare(c, view, {
    title: t(`share.${why}.title`),
    step: '',
    main: html`<p>${t(`share.${why}.text`)}</p>
<form id="step" method="post" action="/${language}/case" enctype="multipart/form-data" autocomplete="off">
${hidden({ case: JSON.stringify(kept) })}
<div class="buttons"><button name="move" value="open" formaction="/${language}/case/save">${t('case.move.save')}</button>
<button class="secondary" name="move" value="show">${t('share.done.toCase')}</button></div></form>`,
  });
}
