/**
 * Said before anything is stored: what would lie in clear, what sealed and to whom, for how long, and what a seizure would
 * yield. First in five lines that somebody who is afraid can read at once; the rest is a press away.
 */
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
  return html`<h2>${t('share.short.title')}</h2>
<ul>${(['clear', 'sealed', 'time', 'risk'] as const).map((one) => html`<li>${t(`share.short.${one}`)}</li>`)}</ul>
<p><strong>${t('share.short.doubt')}</strong></p>
${facts.length > 0 && exactly(view, facts)}
<details><summary>${t('share.clear.title')}</summary>
<p>${t('share.clear.lead')}</p>
<ul>${(['template', 'office', 'channel', 'events', 'weeks', 'organisation'] as const).map(
    (one) => html`<li>${t(`share.clear.${one}`)}</li>`,
  )}</ul>
<p>${t('share.clear.why')}</p></details>
<details><summary>${t('share.sealed.title')}</summary>
<p>${t('share.sealed.text')}</p>
<p>${t('share.sealed.who')}</p>
<p>${t('share.sealed.names')}</p></details>
<details><summary>${t('share.keeper.title')}</summary>
<p>${name === undefined ? t('share.keeper.unknown') : t('share.keeper.operator', { name })} ${contact !== undefined && html`<bdi>${contact}</bdi>`}</p>
<p>${t('share.keeper.retention')}</p></details>
<details><summary>${t('share.seizure.title')}</summary>
<ul>${(['disk', 'running', 'organisation', 'you'] as const).map((one) => html`<li>${t(`share.seizure.${one}`)}</li>`)}</ul></details>
<details><summary>${t('share.script.title')}</summary>
<p>${t('share.script.with')}</p>
<p>${t('share.script.without')}</p></details>`;
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
