/** Every document, norm, office, publication and count with its source and the date it was checked. */
import type { Language } from '#domain/language.ts';
import { found } from '#domain/library.ts';
import { quoted } from '#domain/typography.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../content-text.ts';
import { longDate, provenanceLine } from '../parts/provenance.ts';
import { comma } from '../parts/punctuation.ts';
import type { Site } from '../site.ts';
import { simplePage } from './simple.ts';

export function rulesPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const parts = ['documents', 'authorities', 'sources', 'counts', 'norms'] as const;
  const body = html`<p class="lead">${t('rules.lead')}</p>
<ul>${parts.map((part) => html`<li><a href="#${part}">${t(`rules.${part}`)}</a></li>`)}</ul>
<h2 id="documents">${t('rules.documents')}</h2>${documents(site, language)}
<h2 id="authorities">${t('rules.authorities')}</h2>${authorities(site, language)}
<h2 id="sources">${t('rules.sources')}</h2>${sources(site, language)}
<h2 id="counts">${t('rules.counts')}</h2><p>${t('rules.countsLead')}</p>${counts(site, language)}
<h2 id="norms">${t('rules.norms')}</h2>${norms(site, language)}`;
  return simplePage(site, language, t('rules.title'), body, '/rules');
}

/** Each complaint with the norms its text cites. */
function documents(site: Site, language: Language): Html[] {
  const t = site.texts(language);
  return [...site.library.templates.values()].map((template) => {
    const cited = template.norms.map((id) => found(site.library.norms, id));
    return html`<article class="rule"><h3>${templateText(template, language).title}</h3>
<p>${t('rules.cites')}</p>
<ul lang="ru" dir="ltr">${cited.map((norm) => html`<li><a href="#norm-${norm.id}">${norm.provision} ${norm.act}</a></li>`)}</ul>
${provenanceLine(t, language, template.matter, site.today())}</article>`;
  });
}

function authorities(site: Site, language: Language): Html[] {
  const t = site.texts(language);
  return [...site.library.authorities.values()].map(
    (office) => html`<article class="rule"><h3>${office.name[language]}</h3>
${language !== 'ru' && html`<p lang="ru" dir="ltr">${office.name.ru}</p>`}
<p>${office.address ? html`<span lang="ru" dir="ltr">${office.address.text}</span>` : t('walk.authority.noAddress')}</p>
${office.offByDefault && html`<p>${office.offByDefault[language]}</p>`}
${office.notes && html`<p>${office.notes[language]}</p>`}
${provenanceLine(t, language, office.address ?? office, site.today())}</article>`,
  );
}

function sources(site: Site, language: Language): Html[] {
  const t = site.texts(language);
  return [...site.library.episodes.values()].map(
    (episode) => html`<h3>${episode.title[language]}</h3>
${episode.sources.map((source) => {
  const publisher = found(site.library.organisations, source.publisher);
  return html`<article class="rule"><h4 lang="ru" dir="ltr">${source.title === null ? source.outlet : quoted(source.title)}</h4>
<p><span lang="ru" dir="ltr">${source.outlet}</span>${comma(t)}${longDate(language, source.date)}. ${source.about[language]}</p>
<p>${t(`common.status.${publisher.statusInRussia}`)} ${t('common.provenance.checked', { date: longDate(language, publisher.checked) })}</p>
${source.note && html`<p>${source.note[language]}</p>`}
${provenanceLine(t, language, source, site.today())}</article>`;
})}`,
  );
}

function counts(site: Site, language: Language): Html[] {
  const t = site.texts(language);
  return site.library.counts.map(
    (count) => html`<article class="rule"><h3><span lang="ru" dir="ltr">${count.citation} УК РФ</span></h3>
<p>${count.name[language]}. ${t(`rules.category.${count.category}`)} ${t('rules.years', { count: count.years })}
${count.courtDecides && t('rules.courtDecides')}</p>
${count.note && html`<p>${count.note[language]}</p>`}
${provenanceLine(t, language, count, site.today())}</article>`,
  );
}

function norms(site: Site, language: Language): Html[] {
  const t = site.texts(language);
  return [...site.library.norms.values()].map(
    (
      norm,
    ) => html`<article class="rule" id="norm-${norm.id}"><h3><span lang="ru" dir="ltr">${norm.provision} ${norm.act}</span></h3>
<p>${norm.gist[language]}</p>${provenanceLine(t, language, norm, site.today())}</article>`,
  );
}
