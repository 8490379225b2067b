/** The line with the name at the head: both kinds as they would stand, a choice, and the genitive open to correction. */
import { applicantLimits, genitiveForm } from '#domain/applicant.ts';
import { genitiveLine, type HeadingLine, nominativeLine, usualHeading } from '#domain/heading.ts';
import { type Html, html } from '#html.ts';
import { radios, textField } from '../../parts/fields.ts';
import { nameMarker, person, value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const nameForm: Step = {
  id: 'name-form',
  fields: ['applicant.heading', 'applicant.genitive', 'headingFor'],
  title: 'walk.nameForm.title',
  skip: ({ draft }) => !value(draft, 'applicant.lastName') || !value(draft, 'applicant.firstName'),
  body,
};

function body(view: View): Html {
  const { t, draft } = view;
  const named = person(draft);
  const open = named.gender === 'unstated';
  const form = genitiveForm(named);
  const marker = nameMarker(draft);
  const seen = value(draft, 'headingFor') === marker;
  const genitive = seen ? value(draft, 'applicant.genitive') : (form?.text ?? '');
  const chosen = seen ? value(draft, 'applicant.heading') : '';
  return html`<p>${t('walk.nameForm.why')}</p>
${open && html`<p>${t('walk.nameForm.open')}</p>`}
${form?.certain === false && html`<p class="caution">${t('walk.nameForm.doubt')}</p>`}
<input type="hidden" name="headingFor" value="${marker}">
${radios({
  name: 'applicant.heading',
  label: t('walk.nameForm.legend'),
  error: errorOf(view, 'applicant.heading'),
  value: chosen || usualHeading(named),
  options: [
    { value: 'genitive', label: asPrinted(genitiveLine(genitive || form?.text || '…')) },
    { value: 'nominative', label: asPrinted(nominativeLine(named)) },
  ],
})}
${textField(t, {
  name: 'applicant.genitive',
  label: t('walk.nameForm.label'),
  hint: open ? t('walk.nameForm.hintOpen') : t('walk.nameForm.hint'),
  value: genitive,
  error: errorOf(view, 'applicant.genitive'),
  max: applicantLimits.genitive,
  lang: 'ru',
})}`;
}

function asPrinted({ label, name }: HeadingLine): Html {
  return html`<span lang="ru" dir="ltr">${label}<bdi>${name}</bdi></span>`;
}
