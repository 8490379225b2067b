/** Where a person in danger can turn. */
import { found } from '#domain/library.ts';
import { type Html, html } from '#html.ts';
import { provenanceLine } from './provenance.ts';
import type { Reader } from './reader.ts';

/** Where to turn, with the status of each organisation and the caution that goes with it. */
export function helpContacts({ site, t, language, today }: Reader): Html {
  return html`<ul class="contacts">${site.library.help.map((one) => {
    const organisation = found(site.library.organisations, one.organisation);
    return html`<li><p><strong>${organisation.name?.[language]}</strong>: <bdi class="contact">${one.contact}</bdi>. ${one.about[language]}</p>
<p>${t(`common.status.${organisation.statusInRussia}`)} ${one.caution[language]}</p>
${provenanceLine(t, language, one, today)}</li>`;
  })}</ul>`;
}
