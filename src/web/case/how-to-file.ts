/** How a document of the case gets where it has to: checklists of its office in a tab of their own, the case stays in this one. */
import type { Authority } from '#domain/authority.ts';
import { usualChannel, wayTo } from '#domain/filing/ways.ts';
import { type Html, html } from '#html.ts';
import { wayLink } from '../parts/on-the-way.ts';
import { placed } from '../parts/place.ts';
import type { Reader } from '../parts/reader.ts';

/** `authority` is null for a court, undefined where this version does not know the office. */
export function howToFile(
  { site, t, language }: Reader,
  authority: Authority | null | undefined,
  filedFrom: string,
): Html | false {
  if (authority === null) return html`<p>${t('case.way.court')}</p>`;
  if (authority === undefined) return false;
  const ways = [usualChannel(filedFrom), 'in-person'].flatMap(
    (channel) => wayTo(site.library, authority, channel) ?? [],
  );
  return (
    ways.length > 0 &&
    html`<p>${placed(site, t, 'case.way.lead', 'device.way')}</p>
<ul>${ways.map((way) => html`<li>${wayLink({ language }, authority.id, way)}</li>`)}</ul>`
  );
}
