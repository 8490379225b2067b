/** The filer's way in: the helper's file, or the whole link pasted. Where it goes is said before anything is chosen. */

import type { Context } from 'hono';
import type { HandoverProblem } from '#domain/handover/open-handover.ts';
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { textField } from '../parts/fields.ts';
import { layout } from '../parts/layout.ts';
import { placed } from '../parts/place.ts';
import { unsealField } from '../parts/unseal.ts';
import type { Site } from '../site.ts';

/** `sealed`, what still waits for its passphrase, is no mistake: the phrase is asked for first. */
export function openPage(site: Site, language: Language, problem?: HandoverProblem, sealed = ''): Html {
  const t = site.texts(language);
  const error = sealed === '' && problem ? t(`handover.open.problem.${problem}`) : undefined;
  const ways = html`${fileField(t, error)}
<details><summary>${t('handover.open.paste')}</summary>
${textField(t, { name: 'pasted', label: t('handover.open.pasted'), value: sealed, rows: 5 })}</details>`;
  const main = html`<h1>${t('handover.open.title')}</h1>
${
  error &&
  html`<div class="error-summary" role="alert" tabindex="-1" id="errors" data-focus>
<h2>${t('common.error.title')}</h2>
<ul><li><a href="#f-file">${error}</a></li></ul></div>`
}
<p>${t('handover.open.lead')}</p>
<p class="caution"><strong>${placed(site, t, 'handover.open.travels', 'device.opens')}</strong></p>
<form id="step" method="post" action="/${language}/online/handover/open" enctype="multipart/form-data" autocomplete="off" novalidate>
${sealed ? passphrase(t) : ways}
${sealed ? site.place === 'server' && html`<p class="hint">${t('handover.open.problem.sealed')}</p>` : passphrase(t)}
<div class="buttons"><button name="move" value="next" data-open>${t('case.open.button')}</button></div>
${sealed && html`<details><summary>${t('handover.open.another')}</summary>${ways}</details>`}
</form>`;
  return layout({
    site,
    language,
    t,
    title: t('handover.tab'),
    main,
    path: problem === undefined ? '/online/handover/open' : undefined,
    ...(problem === undefined ? {} : { step: 'open', formPath: '/online/handover/open' }),
    wrong: error !== undefined,
    script: 'sealing.js',
  });
}

function fileField(t: Translate, error: string | undefined): Html {
  return html`<div class="field${error ? ' field-wrong' : ''}">
<label for="f-file">${t('handover.open.file')}</label>
<div class="hint" id="f-file-hint">${t('handover.open.fileHint')}</div>
${error && html`<p class="wrong" id="f-file-error">${error}</p>`}
<input type="file" id="f-file" name="file" autocomplete="off" accept=".json,.age,application/json" aria-describedby="f-file-hint${error ? ' f-file-error' : ''}">
</div>`;
}

function passphrase(t: Translate): Html {
  return unsealField(t, {
    hint: t('handover.open.sealed'),
    withoutScript: t('handover.open.sealedWithoutScript'),
  });
}

/** Only letters that say nothing by themselves come back into the field. */
export function showOpenPage(
  c: Context,
  site: Site,
  language: Language,
  problem: HandoverProblem,
  text: string,
): Response | Promise<Response> {
  const sealed = problem === 'sealed' && /^(?:\S*#draft=)?[\w-]+\s*$/.test(text) ? text : '';
  return c.html(String(openPage(site, language, problem, sealed)), sealed === '' ? 422 : 200);
}
