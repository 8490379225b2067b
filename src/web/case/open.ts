/** The way into a case: a saved file, or its text. What travels, and where to, is said before anything is chosen. */

import type { Context } from 'hono';
import type { Refusal } from '#domain/case/open-case.ts';
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import { textField } from '../parts/fields.ts';
import { layout } from '../parts/layout.ts';
import { placed } from '../parts/place.ts';
import { unsealCase } from '../parts/unseal.ts';
import type { Site } from '../site.ts';
import { isBanned } from './banned-in-case.ts';

/** Longest text that is shown again in the field, so that nothing is lost. */
const shownAgain = 100_000;

export type OpenProblem = Refusal | 'lost' | 'banned';

/** `text` is what could not be opened. */
export function openPage(site: Site, language: Language, problem?: OpenProblem, text = ''): Html {
  const t = site.texts(language);
  const error = problem && t(`case.open.problem.${problem}`);
  const again = text.includes('\u0000') ? '' : text;
  const main = html`<h1>${t('case.open.title')}</h1>
${
  error &&
  html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<ul><li><a href="#f-file">${error}</a></li></ul></div>`
}
<p>${t('case.open.lead')}</p>
<p class="caution"><strong>${placed(site, t, 'case.open.travels', 'device.opens')}</strong></p>
<form id="step" method="post" action="/${language}/case/open" enctype="multipart/form-data" autocomplete="off" novalidate>
<div class="field${error ? ' field-wrong' : ''}">
<label for="f-file">${t('case.open.file')}</label>
<div class="hint" id="f-file-hint">${t('case.open.fileHint')}</div>
${error && html`<p class="wrong" id="f-file-error">${error}</p>`}
<input type="file" id="f-file" name="file" autocomplete="off" accept=".json,.age,application/json" aria-describedby="f-file-hint${error ? ' f-file-error' : ''}">
</div>
${unsealCase(t)}
<details ${again ? html`open` : false}><summary>${t('case.open.paste')}</summary>
${textField(t, { name: 'pasted', label: t('case.open.pasted'), value: again, rows: 8 })}</details>
<div class="buttons"><button name="move" value="next" data-open>${t('case.open.button')}</button></div>
</form>
${site.following && html`<p><a href="/${language}/share/open">${t('share.open.title')}</a></p>`}
<h2>${t('case.open.none.title')}</h2>
<p>${t('case.open.none.text')} <a href="/${language}/write">${t('start.begin')}</a></p>`;
  return layout({
    site,
    language,
    t,
    title: t('case.tab'),
    main,
    path: problem === undefined ? '/case' : undefined,
    ...(problem === undefined ? {} : { step: 'open', formPath: '/case/open' }),
    wrong: problem !== undefined,
    script: 'sealing.js',
  });
}

export function showOpenPage(
  c: Context,
  site: Site,
  language: Language,
  problem: OpenProblem,
  text: string,
): Response | Promise<Response> {
  const words = text.replace(/\\[bfnrt"/]/g, ' '); // as JSON writes line breaks and quotation marks
  const shown = text.length <= shownAgain && !isBanned(site.library, words) ? text : '';
  return c.html(String(openPage(site, language, problem, shown)), 422);
}
