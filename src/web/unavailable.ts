/** 503: the register cannot be written or read now. Programs and people are told why, and people keep what they typed. */
import type { Context } from 'hono';
import type { Language } from '#domain/language.ts';
import { html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import type { RegisterUnavailable } from '#register/register.ts';
import { problemHeaders } from './api/problem-details.ts';
import { carried } from './desk/form.ts';
import { layout } from './parts/layout.ts';
import type { Site } from './site.ts';

type Reason = RegisterUnavailable['reason'];

/** Seconds after which to try again. */
const patience: Readonly<Record<Reason, number>> = { full: 600, unreachable: 60, busy: 5 };

export function unavailableProblem(c: Context, t: Translate, reason: Reason): Response {
  const body = {
    type: 'about:blank',
    title: t('errors.unavailable.title'),
    status: 503,
    detail: t(`errors.unavailable.${reason}`),
  };
  return c.body(JSON.stringify(body), 503, {
    ...problemHeaders(t),
    'Retry-After': String(patience[reason]),
  });
}

/** `typed` is the body of the form, where there was one: one press sends all of it again to the same address. */
export function unavailablePage(
  c: Context,
  site: Site,
  language: Language,
  reason: Reason,
  typed?: URLSearchParams,
): Response | Promise<Response> {
  const t = site.texts(language);
  const entries = [...(typed ?? [])];
  const fields = c.req.path.startsWith(`/${language}/desk`) ? carried({ entries }) : entries; // no password into a page
  const title = t('errors.unavailable.title');
  const main = html`<h1>${title}</h1>
<p>${t(`errors.unavailable.${reason}`)}</p>
${
  fields.length === 0
    ? html`<p><a href="/${language}">${t('errors.page.home')}</a></p>`
    : html`<form method="post" action="${c.req.path}" enctype="multipart/form-data" autocomplete="off">${fields.map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
      )}
<p>${t('errors.unavailable.kept')}</p>
<div class="buttons"><button>${t('errors.unavailable.again')}</button></div></form>`
}`;
  c.header('Retry-After', String(patience[reason]));
  return c.html(layout({ site, language, t, title, main, path: undefined, wrong: true }), 503);
}
