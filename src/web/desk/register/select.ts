/** One of many in a list that opens: where a page of radio buttons would be too long. */
import { type Html, html, nothing } from '#html.ts';
import { fieldId, type Option } from '../../parts/fields.ts';

export type SelectField = {
  name: string;
  label: string;
  /** What stands for nothing chosen. */
  empty: string;
  value: string;
  options: readonly (Pick<Option, 'value'> & { label: string })[];
  hint?: string | undefined;
  error?: string | undefined;
};

export function select({ name, label, empty, value, options, hint, error }: SelectField): Html {
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field${error ? ' field-wrong' : ''}">
<label for="${id}">${label}</label>
${hint && html`<div class="hint" id="${id}-hint">${hint}</div>`}
${error && html`<p class="wrong" id="${id}-error">${error}</p>`}
<select id="${id}" name="${name}" autocomplete="off" ${described ? html`aria-describedby="${described}"` : nothing} ${error ? html`aria-invalid="true"` : nothing}>
<option value="">${empty}</option>
${options.map((one) => html`<option value="${one.value}" ${one.value === value ? html`selected` : nothing}>${one.label}</option>`)}
</select>
</div>`;
}
