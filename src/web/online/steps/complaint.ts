/** What to demand: the choice of complaint, with what each can and cannot do. */
import { reportTemplates } from '#domain/library.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { radios } from '../../parts/fields.ts';
import { placed } from '../../parts/place.ts';
import { provenanceLine } from '../../parts/provenance.ts';
import { value } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const complaint: Step = { id: 'complaint', fields: ['template'], title: 'walk.complaint.title', body };

function body(view: View): Html {
  const { t, site, language, today } = view;
  return html`<p>${placed(site, t, 'walk.server', 'device.walk')}</p>
${radios({
  name: 'template',
  label: t('walk.complaint.legend'),
  hint: t('walk.complaint.hint'),
  error: errorOf(view, 'template'),
  value: value(view.draft, 'template'),
  options: reportTemplates(site.library).map((template) => {
    const text = templateText(template, language);
    return {
      value: template.id,
      label: text.title,
      hint: html`<p>${text.summary}</p><ul>${text.limits.map((limit) => html`<li>${limit}</li>`)}</ul>`,
      more: { label: t('common.more'), text: provenanceLine(t, language, template.matter, today) },
    };
  }),
})}`;
}
