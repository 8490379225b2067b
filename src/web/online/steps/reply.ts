/** Where the answer goes: the postal address the law asks for, and nothing more unless the person wants it. */
import { applicantLimits } from '#domain/applicant.ts';
import { type Html, html } from '#html.ts';
import { textField } from '../../parts/fields.ts';
import { isByHand, value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const reply: Step = {
  id: 'reply',
  fields: ['applicant.address', 'applicant.email', 'applicant.phone', 'date'],
  title: 'walk.reply.title',
  skip: ({ draft }) => isByHand(draft),
  body,
};

function body(view: View): Html {
  const { t, draft, today } = view;
  return html`<p>${t('walk.reply.why')}</p>
<p class="caution"><strong>${t('walk.reply.caution')}</strong></p>
${textField(t, {
  name: 'applicant.address',
  label: t('walk.reply.address'),
  hint: t('walk.reply.addressHint'),
  value: value(draft, 'applicant.address'),
  error: errorOf(view, 'applicant.address'),
  max: applicantLimits.address,
  rows: 3,
})}
${textField(t, {
  name: 'applicant.email',
  label: t('walk.reply.email'),
  hint: t('walk.reply.emailHint'),
  type: 'email',
  value: value(draft, 'applicant.email'),
  error: errorOf(view, 'applicant.email'),
  max: applicantLimits.email,
  optional: true,
})}
${textField(t, {
  name: 'applicant.phone',
  label: t('walk.reply.phone'),
  hint: t('walk.reply.phoneHint'),
  type: 'tel',
  value: value(draft, 'applicant.phone'),
  error: errorOf(view, 'applicant.phone'),
  max: applicantLimits.phone,
  optional: true,
  narrow: true,
})}
${textField(t, {
  name: 'date',
  label: t('walk.reply.date'),
  hint: t('walk.reply.dateHint'),
  type: 'date',
  value: value(draft, 'date') || today,
  error: errorOf(view, 'date'),
  narrow: true,
})}`;
}
