/** Who runs this installation, how to reach them, what is stored, how to recognise a fake. */
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import type { Site } from '../site.ts';
import { simplePage } from './simple.ts';

export function aboutPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const { name, contact } = site.operator;
  const body = html`<h2>${t('about.who.title')}</h2>
<p>${name ? t('about.who.name', { name }) : t('about.who.unnamed')}</p>
<p>${contact ? t('about.who.contact', { contact }) : t('about.who.noContact')}</p>
<h2>${t('about.stored.title')}</h2>
<p>${t('about.stored.text')}</p>
<p>${t('device.about')}</p>
<h2>${t('about.fake.title')}</h2>
<ul>${(['address', 'ask', 'money', 'account', 'mail'] as const).map((one) => html`<li>${t(`about.fake.${one}`)}</li>`)}</ul>
${site.publicUrl && html`<p>${t('about.fake.here')} <bdi>${site.publicUrl}</bdi></p>`}
<h2>${t('about.law.title')}</h2>
<p>${t('about.law.text')} <a href="/${language}/rules">${t('common.nav.rules')}</a>.</p>
<h2>${t('about.open.title')}</h2>
<p>${t('about.open.text')}</p>`;
  return simplePage(site, language, t('about.title'), body, '/about');
}
