/** The first page: what this is, who may file, what happens, what it costs, and that it is not the authority. */
import type { Language } from '#domain/language.ts';
import { reportTemplates } from '#domain/library.ts';
import { type Html, html } from '#html.ts';
import { daysLeft } from '../parts/clock.ts';
import { layout } from '../parts/layout.ts';
import type { Site } from '../site.ts';

export function startPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const today = site.today();
  const [template] = reportTemplates(site.library);
  const clocks = [...site.library.episodes.values()].filter(({ open }) => !open);
  const main = html`<h1>${t('start.title')}</h1>
<p class="lead">${t('start.lead')}</p>
<p><a class="button" href="/${language}/write">${t('start.begin')}</a></p>
<p class="hint">${t('start.time')}</p>
<p><a href="/${language}${site.place === 'server' ? '/write#case' : '/case'}">${t('start.case')}</a></p>
${site.place === 'server' && html`<p>${t('kit.page.blocked')} <a href="/${language}/kit">${t('kit.page.link')}</a></p>`}
${(['what', 'kept', 'not', 'who', 'how', 'cost'] as const).map(
  (part) =>
    html`<section><h2>${t(`start.${part}.title`)}</h2><p>${part === 'kept' ? t('device.start') : t(`start.${part}.text`)}</p>${part === 'kept' && html`<p><a href="/${language}/online">${t('start.kept.sheet')}</a></p>`}${part === 'how' && html`<p><a href="/${language}/filing">${t('filing.title')}</a></p>`}${part === 'not' && html`<p><a href="/${language}/about">${t('start.not.trust')}</a></p>`}</section>`,
)}
<section class="clocks"><h2>${t('start.clock.title')}</h2>
<p>${t('start.clock.text')}</p>
${clocks.map((episode) => html`<h3>${episode.title[language]}</h3>${template && daysLeft({ site, t, language, today }, template, episode)}`)}
</section>
<p><a class="button" href="/${language}/write">${t('start.begin')}</a></p>`;
  return layout({ site, language, t, title: t('start.tab'), main, path: '' });
}
