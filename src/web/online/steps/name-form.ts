/** The name in the genitive, as it will stand after «от»: worked out, shown, and open to correction. */
import { applicantLimits, fullName, genitiveOf } from '#domain/applicant.ts';
import { type Html, html } from '#html.ts';
import { textField } from '../../parts/fields.ts';
import { type Draft, value } from '../draft.ts';
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
<input type="hidden" name="genitiveFor" value="${marker}">
${textField(t, {
  name: 'applicant.genitive',
  label: t('walk.nameForm.label'),
  hint: t('walk.nameForm.hint'),
  value: seen ? value(draft, 'applicant.genitive') : (workedOut(draft) ?? ''),
  error: errorOf(view, 'applicant.genitive'),
  max: applicantLimits.genitive,
  lang: 'ru',
})}`;
}

/** The name and gender that a genitive was worked out from: a change of either makes it void. */
export function nameMarker(draft: Draft): string {
  return `${fullName(person(draft))}/${person(draft).gender}`;
}

function workedOut(draft: Draft): string | undefined {
  const { lastName, firstName } = person(draft);
  return lastName && firstName ? genitiveOf(person(draft)) : undefined;
}

function person(draft: Draft): Parameters<typeof genitiveOf>[0] {
  const gender = value(draft, 'applicant.gender');
  return {
    lastName: value(draft, 'applicant.lastName'),
    firstName: value(draft, 'applicant.firstName'),
    patronymic: value(draft, 'applicant.patronymic') || undefined,
    gender: gender === 'female' || gender === 'male' ? gender : 'unstated',
  };
}
