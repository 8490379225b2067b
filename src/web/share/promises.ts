/** Said before anything is stored: what would lie in clear, what sealed and to whom, for how long, and what a seizure would yield. */
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { mondayOf } from '#domain/register/week.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../content-text.ts';
import { longDate } from '../parts/provenance.ts';
import { comma } from '../parts/punctuation.ts';
import type { ShareView } from './view.ts';

/** `facts` where the case is known already: then the page shows exactly what would lie in clear. */
export function promises(view: ShareView, facts: readonly PublicFacts[]): Html {
  const { t, site } = view;
  const { name, contact } = site.operator;
  return html`<h2>${t('share.clear.title')}</h2>
<p>${t('share.clear.lead')}</p>
<ul>${(['template', 'office', 'channel', 'events', 'weeks', 'organisation'] as const).map(
    (one) => html`<li>${t(`share.clear.${one}`)}</li>`,
  )}</ul>
<p>${t('share.clear.why')}</p>
${facts.length > 0 && exactly(view, facts)}
<h2>${t('share.sealed.title')}</h2>
<p>${t('share.sealed.text')}</p>
<p>${t('share.sealed.who')}</p>
<p>${t('share.sealed.names')}</p>
<h2>${t('share.keeper.title')}</h2>
<p>${name === undefined ? t('share.keeper.unknown') : t('share.keeper.operator', { name })} ${contact !== undefined && html`<bdi>${contact}</bdi>`}</p>
<p>${t('share.keeper.retention')}</p>
<h2>${t('share.seizure.title')}</h2>
<ul>${(['disk', 'running', 'organisation', 'you'] as const).map((one) => html`<li>${t(`share.seizure.${one}`)}</li>`)}</ul>
<h2>${t('share.script.title')}</h2>
<p>${t('share.script.with')}</p>
<p class="caution">${t('share.script.without')}</p>`;
}

/** Every word about this case that could be read without a key. */
function exactly(view: ShareView, facts: readonly PublicFacts[]): Html {
  const { t } = view;
  return html`<div class="known"><h3>${t('share.clear.exactly')}</h3>
${facts.map((one) => {
  const { site, language } = view;
  const template = site.library.templates.get(one.template);
  const office = one.authority === null ? undefined : site.library.authorities.get(one.authority);
  const week = (day: string) => longDate(language, mondayOf(day));
  return html`<p>${template ? templateText(template, language).title : one.template}. ${office ? office.name[language] : t('share.clear.court')}${comma(t)}${t(`case.channel.${one.channel}`)}.</p>
<ul><li>${t('share.clear.week', { what: t('clock.event.sent'), day: week(one.filedWeek) })}</li>
${one.events.map(
  (event) =>
    html`<li>${t('share.clear.week', { what: t(`clock.event.${event.kind}`), day: week(event.week) })}</li>`,
)}</ul>`;
})}</div>`;
}
