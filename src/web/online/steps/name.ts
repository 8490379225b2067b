/** Who signs: the name in Cyrillic, and the gender that the grammar needs. */
import { applicantLimits, genders } from '#domain/applicant.ts';
import { cyrillicSpelling } from '#domain/cyrillic-spelling.ts';
import { type Html, html } from '#html.ts';
import { checkboxes, radios, textField } from '../../parts/fields.ts';
import { placed } from '../../parts/place.ts';
import { value, values } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

const names = ['lastName', 'firstName', 'patronymic'] as const;

export const name: Step = {
  id: 'name',
  fields: ['blank', ...names.map((one) => `applicant.${one}`), 'applicant.gender'],
  title: 'walk.name.title',
  body,
};

function body(view: View): Html {
  const { t, draft } = view;
  return html`<p>${placed(view.site, t, 'walk.server', 'device.walk')}</p>
<p>${t('walk.name.why')}</p>
<p>${t('walk.name.helper')}</p>
${checkboxes({
  name: 'blank',
  label: t('walk.name.byHand.legend'),
  values: values(draft, 'blank'),
  options: [
    {
      value: 'yes',
      label: t('walk.name.byHand.label'),
      hint: placed(view.site, t, 'walk.name.byHand.hint', 'device.byHand'),
    },
  ],
})}
${names.map((one) => nameField(view, one))}
${radios({
  name: 'applicant.gender',
  label: t('walk.name.gender.legend'),
  hint: t('walk.name.gender.hint'),
  error: errorOf(view, 'applicant.gender'),
  value: value(draft, 'applicant.gender') || 'unstated',
  options: genders.map((gender) => ({ value: gender, label: t(`walk.name.gender.${gender}`) })),
})}`;
}

/** A name in Latin letters gets a Cyrillic spelling offered: taken over only by the person's own press. */
function nameField(view: View, one: (typeof names)[number]): Html {
  const { t, draft, problems } = view;
  const path = `applicant.${one}`;
  const latin = problems.some((problem) => problem.path === path && problem.code === 'latin-name');
  const spelling = cyrillicSpelling(value(draft, path));
  return html`${textField(t, {
    name: path,
    label: t(`walk.name.${one}`),
    hint: one === 'patronymic' ? t('walk.name.patronymicHint') : undefined,
    value: value(draft, path),
    error: errorOf(view, path),
    max: applicantLimits.name,
    optional: one === 'patronymic',
    lang: 'ru',
  })}
${
  latin &&
  html`<p class="suggestion">${t('walk.name.suggestion')} <strong lang="ru" dir="ltr">${spelling}</strong>
<button class="secondary" name="move" value="suggest:${path}" formnovalidate>${t('walk.name.takeSuggestion')}</button></p>`
}`;
}
