/** What to ask for: the items of the petition. */
import { type Html, html } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { checkboxes } from '../../parts/fields.ts';
import { value, values } from '../draft.ts';
import { errorOf } from '../errors.ts';
import type { Step, View } from '../step.ts';

export const requests: Step = {
  id: 'requests',
  fields: ['answers.requests', 'requestsFor'],
  title: 'walk.requests.title',
  body,
};

function body(view: View): Html {
  const { t, template, draft, language } = view;
  if (!template) return html``;
  const all = Object.entries(template.matter.requests);
  const seen = value(draft, 'requestsFor') === template.id;
  return html`<input type="hidden" name="requestsFor" value="${template.id}">
${checkboxes({
  name: 'answers.requests',
  label: t('walk.requests.legend'),
  hint: t('walk.requests.hint'),
  error: errorOf(view, 'answers.requests'),
  values: seen
    ? values(draft, 'answers.requests')
    : all.filter(([, { recommended }]) => recommended).map(([id]) => id),
  options: all.map(([id]) => ({ value: id, label: templateText(template, language).requests[id] ?? id })),
})}`;
}
