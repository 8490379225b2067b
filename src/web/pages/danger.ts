/** In danger now: what to do first, and where help is, each with its status and caution. */
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import { helpContacts } from '../parts/help.ts';
import type { Site } from '../site.ts';
import { simplePage } from './simple.ts';

export function dangerPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const body = html`<p class="lead">${t('before.danger.lead')}</p>
<ul>${(['leave', 'device', 'papers', 'nobody', 'file'] as const).map((one) => html`<li>${t(`before.danger.${one}`)}</li>`)}</ul>
<p><a href="/${language}/online">${t('before.danger.sheet')}</a></p>
<h2>${t('before.help.title')}</h2>
<p>${t('before.help.text')}</p>
${helpContacts({ site, t, language, today: site.today() })}`;
  return simplePage(site, language, t('before.danger.title'), body, '/danger', t('before.danger.tab'));
}
