/** What a step of a checklist rests on: a mark beside it, and the sources for who wants to look. */
import type { Basis } from '#domain/filing/guide.ts';
import { factsOf } from '#domain/filing/ways.ts';
import { isStale } from '#domain/provenance.ts';
import { type Html, html, nothing } from '#html.ts';
import { provenanceLine } from './provenance.ts';
import type { Reader } from './reader.ts';

/** § where there is a source; "not verified" where there is none; nothing for usual practice, as the legend says. */
export function basisMark({ site, t }: Reader, basis: Basis): Html {
  const facts = factsOf(site.library, basis);
  if (facts.length === 0) return nothing;
  if (facts.some(({ confidence }) => confidence === 'unverified'))
    return html`<em class="stale">${t('filing.unverified')}</em>`;
  return html`<span class="mark" aria-hidden="true">§</span><span class="unseen">${t('filing.sourced')}</span>`;
}

/** Every norm or page that it rests on; for usual practice a sentence that says so. */
export function basisLines({ site, t, language, today }: Reader, basis: Basis): Html {
  const facts = factsOf(site.library, basis);
  if (facts.length === 0) return html`<p class="provenance">${t('filing.practice')}</p>`;
  return html`${facts.map(
    (fact) => html`${
      'gist' in fact &&
      html`<p><span lang="ru" dir="ltr">${fact.provision} ${fact.act}</span>. ${fact.gist[language]}</p>`
    }
${provenanceLine(t, language, fact, today)}`,
  )}`;
}

/** Whether it rests on something that was read too long ago. */
export function isBasisStale({ site, today }: Reader, basis: Basis): boolean {
  return factsOf(site.library, basis).some((fact) => isStale(fact, today));
}
