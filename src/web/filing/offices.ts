/** How to file: every office with its ways, each a checklist; and what is no way to file. */
import type { Authority } from '#domain/authority.ts';
import { information, waysTo } from '#domain/filing/ways.ts';
import { type Html, html } from '#html.ts';
import { basisLines } from '../parts/basis.ts';
import { layout } from '../parts/layout.ts';
import { provenanceLine } from '../parts/provenance.ts';
import type { Reader } from '../parts/reader.ts';

export function officesPage(reader: Reader): Html {
  const { site, t, language } = reader;
  const offices = [...site.library.authorities.values()];
  const folded = offices.filter(({ offByDefault }) => offByDefault);
  const main = html`<h1>${t('filing.title')}</h1>
<p class="lead">${t('filing.lead')}</p>
<dl class="kinds">${[...site.library.guides.values()].map(
    ({ name, summary }) => html`<dt>${name[language]}</dt><dd>${summary[language]}</dd>`,
  )}</dl>
${offices.filter((one) => !folded.includes(one)).map((one) => office(reader, one))}
${
  folded.length > 0 &&
  html`<details><summary>${t('filing.local')}</summary>
${folded.map((one) => office(reader, one))}</details>`
}
<h2>${t('filing.noWay')}</h2>
<ul class="no-ways">${site.library.guideCommon.noWay.map(
    ({ name, why, basis }) => html`<li><strong>${name[language]}.</strong> ${why[language]}
<details class="sources"><summary>${t('filing.source')}</summary>${basisLines(reader, basis)}</details></li>`,
  )}</ul>
<p><a href="/${language}/online">${t('filing.write')}</a></p>`;
  return layout({ ...reader, title: t('filing.tab'), main, path: '/filing', style: 'filing.css' });
}

function office(reader: Reader, authority: Authority): Html {
  const { site, t, language, today } = reader;
  return html`<section class="office"><h2 id="${authority.id}">${authority.name[language]}</h2>
${language !== 'ru' && html`<p class="russian-name" lang="ru" dir="ltr">${authority.name.ru}</p>`}
${authority.offByDefault && html`<p class="caution">${authority.offByDefault[language]}</p>`}
${authority.address === null && html`<p class="stale">${t('filing.noAddress')}</p>`}
<ul class="ways">${waysTo(site.library, authority).map(
    ({ channel, guide }) =>
      html`<li><a href="/${language}/filing/${authority.id}/${channel}">${guide.name[language]}</a></li>`,
  )}</ul>
<details class="sources"><summary>${t('filing.address')}</summary>
<p>${authority.address ? html`<bdi lang="ru" dir="ltr">${authority.address.text}</bdi>` : t('walk.authority.noAddress')}</p>
${authority.notes && html`<p>${authority.notes[language]}</p>`}
${provenanceLine(t, language, authority.address ?? authority, today)}
${information(authority).map(
  (one) => html`<h3>${t(`rules.channel.${one.kind}`)}</h3>
<p>${one.where && html`<bdi lang="ru" dir="ltr">${one.where}</bdi>. `}${one.limits[language]}</p>
${provenanceLine(t, language, one, today)}`,
)}</details></section>`;
}
