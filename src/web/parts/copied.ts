/** A text to copy: by a button, or without a script by hand. */
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';

export function copied(t: Translate, id: string, label: string, text: string, rows: number): Html {
  return html`<div class="field copied"><label for="${id}">${label}</label>
<textarea id="${id}" lang="ru" dir="auto" rows="${rows}" readonly>
${text}</textarea>
<p><button type="button" class="secondary" data-copy="${id}" hidden>${t('filing.form.copy')}<span class="unseen"> ${label}</span></button> <span data-copied role="status" hidden>${t('filing.form.copied')}</span></p></div>`;
}
