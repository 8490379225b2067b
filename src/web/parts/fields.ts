/** Questions as form fields: label, hint with its limit, error in the same words as the summary. */
import { type Html, html, nothing } from '#html.ts';
import type { Translate } from '#i18n.ts';

type Common = {
  name: string;
  label: string;
  hint?: string | Html | undefined;
  error?: string | undefined;
  /** Where two groups share a name, the second has an id of its own. */
  id?: string;
};

/** The id that an error summary links to. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll('.', '-')}`;
}

/** A line or, with `rows`, several lines of text. `max` is told beside the field and never cuts what is typed. */
export function textField(
  t: Translate,
  field: Common & {
    value: string;
    max?: number;
    rows?: number;
    optional?: boolean;
    type?: 'text' | 'email' | 'tel' | 'date' | 'url' | 'number';
    /** Language of what is typed, where it is not that of the page. */
    lang?: string;
    narrow?: boolean;
  },
): Html {
  const id = fieldId(field.name);
  const limit = field.max === undefined ? undefined : t('common.field.limit', { count: field.max });
  const described = describedBy(id, field.hint, limit, field.error);
  const label = field.optional ? `${field.label} (${t('common.field.optional')})` : field.label;
  const control = field.rows
    ? html`<textarea id="${id}" name="${field.name}" rows="${field.rows}" autocomplete="off" ${attributes(field, described)}>
${field.value}</textarea>`
    : html`<input id="${id}" name="${field.name}" type="${field.type ?? 'text'}" value="${field.value}" autocomplete="off" ${attributes(field, described)}>`;
  return html`<div class="field${field.error ? ' field-wrong' : ''}${field.narrow ? ' field-narrow' : ''}">
<label for="${id}">${label}</label>
${notes(id, field)}
${control}
${limit ? html`<div class="hint limit" id="${id}-limit">${limit}</div>` : nothing}
</div>`;
}

export type Option = {
  value: string;
  label: string | Html;
  hint?: string | Html | undefined;
  /** What a careful reader opens; it is not read out with the choice. */
  more?: { label: string; text: Html } | undefined;
};

/** One choice of several. */
export function radios(field: Common & { options: readonly Option[]; value: string }): Html {
  return choices(field, 'radio', (option) => option.value === field.value);
}

/** Any number of choices. */
export function checkboxes(field: Common & { options: readonly Option[]; values: readonly string[] }): Html {
  return choices(field, 'checkbox', (option) => field.values.includes(option.value));
}

function choices(
  field: Common & { options: readonly Option[] },
  type: 'radio' | 'checkbox',
  checked: (option: Option) => boolean,
): Html {
  const id = field.id ?? fieldId(field.name);
  const described = describedBy(id, field.hint, undefined, field.error);
  return html`<fieldset class="field${field.error ? ' field-wrong' : ''}" ${described ? html`aria-describedby="${described}"` : nothing}>
<legend>${field.label}</legend>
${notes(id, field)}
${field.options.map((option, index) => choice(field.name, index === 0 ? id : `${id}-${index}`, type, option, checked(option)))}
</fieldset>`;
}

function choice(
  name: string,
  id: string,
  type: 'radio' | 'checkbox',
  option: Option,
  checked: boolean,
): Html {
  return html`<div class="choice">
<input type="${type}" id="${id}" name="${name}" value="${option.value}" ${checked ? html`checked` : nothing} ${option.hint ? html`aria-describedby="${id}-note"` : nothing}>
<label for="${id}">${option.label}</label>
${option.hint ? html`<div class="choice-note" id="${id}-note">${option.hint}</div>` : nothing}
${option.more ? html`<details class="choice-more"><summary>${option.more.label}</summary>${option.more.text}</details>` : nothing}
</div>`;
}

function notes(id: string, field: Common): Html {
  return html`${field.hint ? html`<div class="hint" id="${id}-hint">${field.hint}</div>` : nothing}
${field.error ? html`<p class="wrong" id="${id}-error">${field.error}</p>` : nothing}`;
}

/** What is typed stands in its own direction: a Russian address on an Arabic page. Days and numbers stand in the page's. */
const turned = new Set<string | undefined>([undefined, 'text', 'email', 'tel', 'url']);

function attributes(
  field: { error?: string | undefined; lang?: string; max?: number; type?: string },
  described: string,
): Html {
  return html`${turned.has(field.type) ? html`dir="auto"` : nothing} ${described ? html`aria-describedby="${described}"` : nothing} ${field.error ? html`aria-invalid="true"` : nothing} ${field.lang ? html`lang="${field.lang}"` : nothing} ${field.max ? html`data-max="${field.max}"` : nothing}`;
}

function describedBy(id: string, hint: unknown, limit: unknown, error: unknown): string {
  return [hint && `${id}-hint`, limit && `${id}-limit`, error && `${id}-error`].filter(Boolean).join(' ');
}
