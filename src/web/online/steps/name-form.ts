/** The name in the genitive, as it will stand after «от»: worked out, shown, and open to correction. */
import { applicantLimits, genitiveForm } from '#domain/applicant.ts';
import { type Html, html } from '#html.ts';
import { textField } from '../../parts/fields.ts';
import { type Draft, nameMarker, person, value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const nameForm: Step = {
  id: 'name-form',
  fields: ['applicant.genitive', 'genitiveFor'],
  title: 'walk.nameForm.title',
  skip: ({ draft }) => workedOut(draft) === undefined,
  body,
};

function body(view: View): Html {
  const { t, draft } = view;
  const marker = nameMarker(draft);
  const seen = value(draft, 'genitiveFor') === marker;
  return html`<p>${t('walk.nameForm.why')}</p>
${workedOut(draft)?.certain === false && html`<p class="caution">${t('walk.nameForm.doubt')}</p>`}
<input type="hidden" name="genitiveFor" value="${marker}">
${textField(t, {
  name: 'applicant.genitive',
  label: t('walk.nameForm.label'),
  hint: t('walk.nameForm.hint'),
  value: seen ? value(draft, 'applicant.genitive') : (workedOut(draft)?.text ?? ''),
  error: errorOf(view, 'applicant.genitive'),
  max: applicantLimits.genitive,
  lang: 'ru',
})}`;
}

function workedOut(draft: Draft): ReturnType<typeof genitiveForm> {
  const { lastName, firstName } = person(draft);
  return lastName && firstName ? genitiveForm(person(draft)) : undefined;
}
