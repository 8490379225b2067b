/** Folded away on the last step before the name, and where answers are checked: who files for themselves passes it by. */
import { type Html, html } from '#html.ts';
import type { Reader } from '../parts/reader.ts';

export function offerHandover({ t, language }: Pick<Reader, 't' | 'language'>): Html {
  return html`<details class="handover"><summary>${t('handover.offer.summary')}</summary>
<p>${t('handover.offer.text')}</p>
<p><button class="secondary" formaction="/${language}/online/handover" formnovalidate>${t('handover.offer.button')}</button></p></details>`;
}

/** The way in for whoever was handed something. */
export function findHandover({ t, language }: Pick<Reader, 't' | 'language'>): Html {
  return html`<p><a href="/${language}/online/handover/open">${t('handover.find')}</a></p>`;
}
