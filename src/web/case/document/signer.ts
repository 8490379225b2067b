/** Who signs: from the case, where the person had it kept; typed anew; or by hand on paper. */
import { applicantLimits, genders } from '#domain/applicant.ts';
import { type Html, html } from '#html.ts';
import { checkboxes, radios, textField } from '../../parts/fields.ts';
import { placed } from '../../parts/place.ts';
import { errorAt } from '../shell.ts';
import type { CaseView } from '../view.ts';
import type { Asked } from './asked.ts';
import { documentLabels } from './labels.ts';

export function signerFields(view: CaseView, { again }: Asked): Html {
  const { t, form, kept, site, home } = view;
  const labels = documentLabels(view);
  const value = (name: 'lastName' | 'firstName' | 'patronymic' | 'gender' | 'address') =>
    again ? form.lines(`applicant.${name}`) : (kept.applicant?.[name] ?? '');
  return html`<h2>${t('walk.name.title')}</h2>
${!home && html`<p>${placed(site, t, 'walk.server', 'device.walk')}</p>`}
${checkboxes({
  name: 'blank',
  label: t('walk.name.byHand.legend'),
  values: home && !again && !kept.applicant ? ['yes'] : form.all('blank'), // a register asks for no name
  options: [
    {
      value: 'yes',
      label: t('walk.name.byHand.label'),
      hint: placed(site, t, 'walk.name.byHand.hint', 'device.byHand'),
    },
  ],
})}
${(['lastName', 'firstName', 'patronymic'] as const).map((name) =>
  textField(t, {
    name: `applicant.${name}`,
    label: labels[`applicant.${name}`],
    hint: name === 'patronymic' ? t('walk.name.patronymicHint') : undefined,
    value: value(name),
    error: errorAt(view, `applicant.${name}`, labels[`applicant.${name}`]),
    max: applicantLimits.name,
    optional: name === 'patronymic',
    lang: 'ru',
  }),
)}
${radios({
  name: 'applicant.gender',
  label: labels['applicant.gender'],
  hint: t('walk.name.gender.hint'),
  value: value('gender') || 'unstated',
  options: genders.map((gender) => ({ value: gender, label: t(`walk.name.gender.${gender}`) })),
})}
${textField(t, {
  name: 'applicant.address',
  label: labels['applicant.address'],
  hint: t('walk.reply.addressHint'),
  value: value('address'),
  error: errorAt(view, 'applicant.address', labels['applicant.address']),
  max: applicantLimits.address,
  rows: 3,
  lang: 'ru',
})}`;
}
