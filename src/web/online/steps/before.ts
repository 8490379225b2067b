/** Before you begin: the risks, as a step. With JavaScript the questions are answered on the device; only `filedFrom` travels. */
import { type Html, html } from '#html.ts';
import type { Key } from '#i18n.ts';
import { findHandover } from '../../handover/offer.ts';
import { fieldId, radios } from '../../parts/fields.ts';
import { helpContacts } from '../../parts/help.ts';
import { placed } from '../../parts/place.ts';
import { value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const before: Step = { id: 'before', fields: ['filedFrom'], title: 'before.title', body };

/** Each advice is shown to whom it concerns; without a script all are read. */
const advice = ['caucasus', 'close', 'foreigner', 'abroad', 'go-on'] as const;

/** Questions that never leave the page: no form owns them. */
const questions: { id: string; options: readonly string[] }[] = [
  { id: 'caucasus', options: ['no', 'yes'] },
  { id: 'role', options: ['none', 'witness', 'relative', 'victim'] },
  { id: 'citizen', options: ['yes', 'no'] },
];

function body(view: View): Html {
  const { t } = view;
  return html`<p class="lead">${t('before.lead')}</p>
<div class="caution"><p><strong>${t('before.stop.title')}</strong></p>
<ul><li>${t('before.stop.caucasus')}</li><li>${t('before.stop.close')}</li></ul>
<p><a href="#help">${t('before.stop.help')}</a></p></div>
<h2>${t('before.risks.title')}</h2>
<ul class="risks">
${(['read', 'reply', 'summons', 'false', 'signs', 'name', 'device'] as const).map((risk) => html`<li>${t(`before.risks.${risk}`)}</li>`)}
</ul>
<h2>${t('before.place.title')}</h2>
${radios({
  name: 'filedFrom',
  label: t('before.place.legend'),
  hint: t('before.place.hint'),
  error: errorOf(view, 'filedFrom'),
  value: value(view.draft, 'filedFrom'),
  options: (['russia', 'abroad'] as const).map((place) => ({
    value: place,
    label: t(`before.place.${place}`),
  })),
})}
<p class="hint" id="${fieldId('filedFrom')}-why">${placed(view.site, t, 'before.place.why', 'device.why')}</p>
<section class="questions" data-questions hidden aria-labelledby="questions-title">
<h2 id="questions-title">${t('before.questions.title')}</h2>
<p class="hint">${t('before.questions.stay')}</p>
${questions.map(
  (
    question,
  ) => html`<fieldset class="field"><legend>${t(key(`before.questions.${question.id}.legend`))}</legend>
${question.options.map(
  (
    option,
  ) => html`<div class="choice"><input type="radio" form="nowhere" name="q-${question.id}" id="q-${question.id}-${option}" value="${option}">
<label for="q-${question.id}-${option}">${t(key(`before.questions.${question.id}.${option}`))}</label></div>`,
)}</fieldset>`,
)}
</section>
<div aria-live="polite" data-advice-area>
<h2>${t('before.advice.title')}</h2>
${advice.map(
  (one) => html`<section class="advice advice-${one}" data-advice="${one}">
<h3>${t(`before.advice.${one}.title`)}</h3>
<p>${t(`before.advice.${one}.text`)}</p>
</section>`,
)}
</div>
<section class="help" id="help"><h2>${t('before.help.title')}</h2>
<p>${t('before.help.text')}</p>
${helpContacts(view)}
</section>
${findHandover(view)}`;
}

/** The questions above are the keys: a test walks them all. */
function key(text: string): Key {
  return text as Key; // built from the lists above, which the locale files mirror
}
