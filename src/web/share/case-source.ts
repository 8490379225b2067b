/** Where the case comes from on a page that does not have it yet: a file or its text; a sealed file opens in the browser. */

import { type Html, html } from '#html.ts';
import { textField } from '../parts/fields.ts';
import { unsealCase } from '../parts/unseal.ts';
import type { Known, WrongCase } from './explain.ts';
import type { ShareView } from './view.ts';

/** What the script may find wrong with the file. */
export const fileWrongs = ['empty', 'not-a-case', 'older', 'damaged', 'not-filed'] as const;

export function wrongCaseText({ t }: ShareView, wrong: WrongCase): string {
  return wrong === 'not-filed' ? t('share.wrong.not-filed') : t(`case.open.problem.${wrong}`);
}

export function caseSource(view: ShareView, { wrongCase, text = '' }: Known): Html {
  const { t } = view;
  const error = wrongCase && wrongCaseText(view, wrongCase);
  return html`<div class="field${error ? ' field-wrong' : ''}">
<label for="f-file">${t('case.open.file')}</label>
<div class="hint" id="f-file-hint">${t('case.open.fileHint')}</div>
${error && html`<p class="wrong" id="f-file-error">${error}</p>`}
<div id="f-file-told">${fileWrongs.map((one) => html`<p class="wrong" data-wrong="${one}" hidden>${t(`share.wrong.${one}`)}</p>`)}</div>
<input type="file" id="f-file" name="file" autocomplete="off" accept=".json,.age,application/json" aria-describedby="f-file-hint f-file-told${error ? ' f-file-error' : ''}">
</div>
${unsealCase(t)}
<details ${text !== '' && html`open`}><summary>${t('case.open.paste')}</summary>
${textField(t, { name: 'pasted', label: t('case.open.pasted'), value: text, rows: 8 })}</details>`;
}
