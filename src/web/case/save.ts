/** Saving the case: sealed by a passphrase in the browser, or plain after a warning. This server keeps neither. */
import type { Context } from 'hono';
import { html } from '#html.ts';
import { caseReveals } from '../parts/reveals.ts';
import { showCasePage } from './shell.ts';
import { type CaseView, pathIn } from './view.ts';

export function savePage(c: Context, view: CaseView): Response | Promise<Response> {
  const { t, today, kept } = view;
  const body = html`<p>${t('case.save.lead')}</p>
<p>${t(kept.applicant ? 'case.save.withName' : 'case.save.withoutName')}</p>
<section data-seal data-name="${caseFileName(today)}" hidden>
<h2>${t('case.save.sealed.title')}</h2>
<p>${t('case.save.sealed.text')}</p>
<div class="field"><label for="f-seal">${t('case.save.sealed.label')}</label>
<div class="hint" id="f-seal-hint">${t('case.save.sealed.hint')}</div>
<p class="wrong" id="f-seal-wrong" data-seal-short hidden>${t('case.save.sealed.short')}</p>
<input type="text" id="f-seal" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="f-seal-hint f-seal-wrong"></div>
<p class="filing-moves"><button type="button" class="secondary" data-suggest>${t('case.save.sealed.suggest')}</button>
<button type="button" data-seal-button>${t('case.save.sealed.button')}</button></p>
<p data-seal-busy role="status" hidden>${t('case.save.sealed.busy')}</p>
<p data-seal-done role="status" hidden>${t('case.save.sealed.done')}</p>
<p class="hint">${t('case.save.sealed.forgot')}</p>
</section>
<h2>${t('case.save.plain.title')}</h2>
<p class="caution"><strong>${t('case.save.plain.warning')}</strong></p>
<noscript><p class="hint">${t('case.save.plain.withoutScript')}</p></noscript>
<p><button class="secondary" name="move" value="download" formaction="${pathIn(view, 'download')}" data-plain>${t('case.save.plain.button')}</button></p>
${caseReveals(t, kept.applicant !== undefined)}
<p class="hint">${t('case.save.after')}</p>`;
  return showCasePage(c, view, { id: 'save', title: t('case.save.title'), body, seals: true });
}

/** The case as the person keeps it: a name that tells nothing, kept by no cache. */
export function saveFile(c: Context, { kept, today }: CaseView): Response {
  return c.body(`${JSON.stringify(kept, null, 2)}\n`, 200, {
    'Content-Type': 'application/json',
    'Content-Disposition': `attachment; filename="${caseFileName(today)}"`,
    'Cache-Control': 'no-store',
  });
}

function caseFileName(today: string): string {
  return `case-${today}.json`;
}
