/**
 * Fields of the desk that hold secrets. Staff may keep a password in a password manager, so here, unlike in the forms of
 * filers, it is a password's field and says which one it is.
 */
import { type Html, html, nothing } from '#html.ts';
import { fieldId } from '../parts/fields.ts';

export type SecretField = {
  name: string;
  label: string;
  hint?: string | Html | undefined;
  error?: string | undefined;
  /** WHATWG autofill: what a password manager may put here. 'off' for what it must not keep. */
  autocomplete: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  /** masked: hidden, but no password's field, so that no browser offers to keep it. code: six digits. */
  kind: 'hidden' | 'masked' | 'shown' | 'code';
  /** Of a name only: nothing secret is ever put back. */
  value?: string;
};

export function secretField({ name, label, hint, error, autocomplete, kind, value }: SecretField): Html {
  const id = fieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`<div class="field${error ? ' field-wrong' : ''}${kind === 'code' ? ' field-narrow' : ''}">
<label for="${id}">${label}</label>
${hint && html`<div class="hint" id="${id}-hint">${hint}</div>`}
${error && html`<p class="wrong" id="${id}-error">${error}</p>`}
<input id="${id}" name="${name}" type="${kind === 'hidden' ? 'password' : 'text'}" value="${value ?? ''}" autocomplete="${autocomplete}" autocapitalize="none" ${kind === 'masked' ? html`class="masked"` : nothing} ${kind === 'code' ? html`inputmode="numeric"` : nothing} ${described ? html`aria-describedby="${described}"` : nothing} ${error ? html`aria-invalid="true"` : nothing}>
</div>`;
}

export function hidden(fields: readonly (readonly [string, string])[]): Html {
  return html`${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
