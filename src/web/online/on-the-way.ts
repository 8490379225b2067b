/** After the files: the checklist of the way that fits, the other ways, and papers made from the answers. */
import { usualChannel, waysTo, wayTo } from '#domain/filing/ways.ts';
import { type Html, html } from '#html.ts';
import { paperItems, wayLink } from '../parts/on-the-way.ts';
import { placed } from '../parts/place.ts';
import type { Written } from './dispatch.ts';
import type { View } from './step.ts';

/** The checklist for where this person files from, in a tab of its own: the answers stay in this one. */
export function checklistLink(view: View, { authority, filedFrom }: Written): Html | false {
  const way = wayTo(view.site.library, authority, usualChannel(filedFrom));
  return way !== undefined && wayLink(view, authority.id, way);
}

/** Papers for the way, and every other way to this office. */
export function onTheWay(view: View, written: Written): Html {
  const { site, t, language } = view;
  const { authority, filedFrom } = written;
  const others = waysTo(site.library, authority).filter(({ channel }) => channel !== usualChannel(filedFrom));
  return html`<h2>${t('filing.paper.title')}</h2>
<p>${placed(site, t, 'filing.paper.lead', 'device.papers')}</p>
<ul class="files papers">${paperItems(view, `/${language}/online/paper`)}
<li><button class="secondary" formaction="/${language}/online/paper" name="paper" value="text">${t('filing.paper.text')}</button></li>
<li><button class="secondary" formaction="/${language}/online/form">${t('filing.form.title')}</button>
<p class="hint">${t('filing.form.hint')}</p></li></ul>
<h2>${t('filing.others')}</h2>
${site.place === 'server' && html`<p>${t('filing.paper.others')}</p>`}
<ul>${others.map((way) => html`<li>${wayLink(view, authority.id, way)}</li>`)}</ul>`;
}
