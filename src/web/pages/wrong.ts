/** 403, 404, 413 and 500 for people: what happened, what to do, and what they typed still in the form. */
import type { Context } from 'hono';
import type { Language } from '#domain/language.ts';
import { html } from '#html.ts';
import { readDraft } from '../online/draft.ts';
import { hiddenFields } from '../online/step-page.ts';
import { layout } from '../parts/layout.ts';
import type { Site } from '../site.ts';

export type WrongStatus = 403 | 404 | 413 | 500;

/** `typed` is the body of the form, where there was one that could be read: one press carries it on. */
export function wrongPage(
  c: Context,
  site: Site,
  language: Language,
  status: WrongStatus,
  typed?: URLSearchParams,
): Response | Promise<Response> {
  const t = site.texts(language);
  const held = typed?.get('case') ?? '';
  const draft = typed && held === '' ? readDraft(typed) : undefined;
  const main = html`<h1>${t(`errors.page.${status}.title`)}</h1>
<p>${t(`errors.page.${status}.text`)}</p>
${
  held !== ''
    ? html`<form id="step" method="post" action="/${language}/case" enctype="multipart/form-data" autocomplete="off">
<input type="hidden" name="case" value="${held}">
<p>${t('errors.page.kept')}</p>
<div class="buttons"><button name="move" value="show">${t('errors.page.goOn')}</button></div></form>`
    : draft && draft.size > 0
      ? html`<form id="step" method="post" action="/${language}/online/reply" autocomplete="off">${hiddenFields(draft, undefined)}
<p>${t('errors.page.kept')}</p>
<div class="buttons"><button name="move" value="next">${t('errors.page.goOn')}</button></div></form>`
      : html`<p><a href="/${language}">${t('errors.page.home')}</a></p>`
}`;
  return c.html(
    layout({
      site,
      language,
      t,
      title: t(`errors.page.${status}.title`),
      main,
      path: undefined,
      ...(draft && draft.size > 0 ? { step: 'reply' } : {}),
      ...(held === '' ? {} : { step: '', formPath: '/case' }),
      wrong: true,
    }),
    status,
  );
}
