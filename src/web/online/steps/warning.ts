/** Before the files: the warning of УК 306 and 59-ФЗ 16, acknowledged, and once more what never to write. */
import { found } from '#domain/library.ts';
import { type Html, html } from '#html.ts';
import { checkboxes } from '../../parts/fields.ts';
import { provenanceLine } from '../../parts/provenance.ts';
import { value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';
import { neverWrite } from './words.ts';

export const warning: Step = { id: 'warning', fields: ['acknowledged'], title: 'walk.warning.title', body };

function body(view: View): Html {
  const { t, draft } = view;
  return html`${answerFor(view)}
${neverWrite(view)}
${checkboxes({
  name: 'acknowledged',
  label: t('walk.warning.legend'),
  values: [value(draft, 'acknowledged')],
  error: errorOf(view, 'acknowledged'),
  options: [{ value: 'yes', label: t('walk.warning.acknowledge') }],
})}`;
}

/** What a signature means, by which rules; told to whoever was handed a document, too. */
export function answerFor({ t, site, language, today }: View): Html {
  return html`<p>${t('walk.warning.text')}</p>
<p>${t('walk.warning.protects')}</p>
${['uk-306', 'fz59-16-2'].map((id) => {
  const norm = found(site.library.norms, id);
  return html`<div class="norm"><p><strong lang="ru" dir="ltr">${norm.provision} ${norm.act}</strong> ${norm.gist[language]}</p>${provenanceLine(t, language, norm, today)}</div>`;
})}`;
}
