/** The case code: shown once in two shapes, hidden again, and asked for in part, so that nobody shares a case they cannot come back to. */
import { asPhones, groupsOf } from '#domain/register/case-code.ts';
import { type Html, html } from '#html.ts';
import { errorOf, type ShareView } from './view.ts';

const nine = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** With an empty `code` the places are there, and the script fills them. */
export function codeShown({ t }: Pick<ShareView, 't'>, code: string): Html {
  const groups = groupsOf(code);
  const phones = asPhones(code);
  return html`<p>${t('share.code.lead')}</p>
<p><strong>${t('share.code.lost')}</strong></p>
<ol class="code-groups" dir="ltr">${nine.map((_, at) => html`<li><span data-code-group>${groups[at] ?? ''}</span></li>`)}</ol>
<h3>${t('share.code.phones')}</h3>
<p>${t('share.code.phonesText')}</p>
<ul class="code-phones" dir="ltr">${[0, 1, 2].map((at) => html`<li><span data-code-phone>${phones[at] ?? ''}</span></li>`)}</ul>
<h3>${t('share.code.hide')}</h3>
<ul>${(['contacts', 'note', 'paper', 'screenshot', 'person'] as const).map((one) => html`<li>${t(`share.code.${one}`)}</li>`)}</ul>`;
}

/** Fields for the groups that are asked for; for the script all of them, of which it shows two. */
export function groupFields(view: ShareView, asked: readonly number[] | undefined): Html {
  const { t, form } = view;
  return html`<p>${t('share.confirm.lead')}</p>
${errorOf(view, 'group') && html`<p class="wrong" id="f-group-error">${t('share.confirm.wrong')}</p>`}
${(asked ?? nine).map(
  (
    number,
  ) => html`<div class="field field-narrow" ${asked === undefined && html`data-group="${number}" hidden`}>
<label for="f-group-${number}">${t('share.confirm.group', { number })}</label>
<input id="f-group-${number}" type="text" ${asked !== undefined && html`name="group-${number}" value="${form.line(`group-${number}`)}"`} inputmode="numeric" autocomplete="off" dir="ltr" ${asked === undefined && html`aria-describedby="f-group-wrong"`} ${errorOf(view, 'group') && html`aria-invalid="true" aria-describedby="f-group-error"`}>
</div>`,
)}`;
}

/** The same two steps for the script, which makes the code where the page lies; only the last form is sent. */
export function codeInBrowser(view: ShareView): Html {
  const { t, language } = view;
  return html`<section data-share-code hidden>
<h2 tabindex="-1" data-share-code-title>${t('share.code.title')}</h2>
<p>${t('share.code.madeHere')}</p>
${codeShown(view, '')}
<div class="buttons"><button type="button" data-share-kept>${t('share.code.kept')}</button>
<button type="button" class="secondary" data-share-stop>${t('share.code.stop')}</button></div>
</section>
<section data-share-confirm hidden>
<h2 tabindex="-1" data-share-confirm-title>${t('share.confirm.title')}</h2>
<p class="wrong" role="alert" id="f-group-wrong" data-share-group-wrong hidden>${t('share.confirm.wrong')}</p>
${groupFields({ ...view, problems: [] }, undefined)}
<p data-share-sealing role="status" hidden>${t('share.busy')}</p>
<div class="buttons"><button type="button" data-share-seal>${t('share.confirm.button')}</button>
<button type="button" class="secondary" data-share-again>${t('share.confirm.again')}</button></div>
</section>
<form method="post" action="/${language}/share/keep" autocomplete="off" data-share-sealed hidden>
${(['organisation', 'filedFrom', 'finder', 'recipient', 'facts', 'sealed'] as const).map((name) => html`<input type="hidden" name="${name}" value="">`)}
</form>`;
}
