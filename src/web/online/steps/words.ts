/** The person's own words: two short prompts, and what never to write. */
import { answerLimits } from '#domain/answers.ts';
import { type Html, html } from '#html.ts';
import { offerHandover } from '../../handover/offer.ts';
import { textField } from '../../parts/fields.ts';
import { value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const words: Step = { id: 'words', fields: ['answers.ownWords'], title: 'walk.words.title', body };

function body(view: View): Html {
  const { t, draft } = view;
  return html`<p>${t('walk.words.why')}</p>
${neverWrite(view)}
${textField(t, {
  name: 'answers.ownWords',
  label: t('walk.words.label'),
  hint: html`<ol><li>${t('walk.words.prompt1')}</li><li>${t('walk.words.prompt2')}</li></ol><p>${t('walk.words.russian')}</p>`,
  value: value(draft, 'answers.ownWords'),
  error: errorOf(view, 'answers.ownWords'),
  max: answerLimits.ownWords,
  rows: 9,
  optional: true,
  lang: 'ru',
})}
${offerHandover(view)}`;
}

/** Told beside the field, and once more before the files. */
export function neverWrite({ t }: Pick<View, 't'>): Html {
  return html`<div class="caution"><p><strong>${t('walk.words.never.title')}</strong></p>
<ul>${(['self', 'orientation', 'names', 'places'] as const).map((one) => html`<li>${t(`walk.words.never.${one}`)}</li>`)}</ul></div>`;
}
