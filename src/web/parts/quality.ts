/** Whether a native speaker has checked the texts of this language, and where to report a mistake. */
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import type { Site } from '../site.ts';

/** Nothing for Russian, in which the texts are written. */
export function qualityNote(site: Site, language: Language): Html | false {
  if (language === 'ru') return false;
  const t = site.texts(language);
  const { contact } = site.operator;
  return html`<p class="hint">${t(t('quality.reviewed') === 'yes' ? 'quality.byReader' : 'quality.unreviewed')}
${contact ? t('quality.corrections', { contact }) : t('quality.noContact')}</p>`;
}
