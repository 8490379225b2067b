/** What may be done next, why, by which norm and until when; where there is nothing to write, the reason. */
import type { CaseNext, CaseTimeline } from '#domain/case/case-timeline.ts';
import type { Next } from '#domain/clock/next.ts';
import { type Html, html, nothing } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { longDate, provenanceLine } from '../../parts/provenance.ts';
import { semicolon } from '../../parts/punctuation.ts';
import { type CaseView, pathIn } from '../view.ts';
import { filingTitle } from './filing-card.ts';

export function nextDocuments(view: CaseView, { next }: CaseTimeline): Html {
  const { t, kept, language } = view;
  if (next.length === 0) {
    const sent = kept.filings.some(({ events }) => events.length > 0);
    return html`<p>${t(sent ? 'case.next.wait' : 'case.next.file')}</p>`;
  }
  const [first] = next.flatMap(({ steps }) => steps.filter(({ step }) => step.template !== null));
  return html`${next.map(
    (
      one,
    ) => html`${kept.filings.length > 1 && html`<h3>${t('case.next.after', { document: filingTitle(view, one.filing), date: longDate(language, one.filing.date) })}</h3>`}
<ul class="next-documents">${one.steps.map((step) => item(view, one, step, step === first))}</ul>`,
  )}`;
}

/** The rest can be found among the documents themselves. */
const mostNamed = 3;

function item(
  view: CaseView,
  { filing }: CaseNext,
  { step, from, until, addressees, alongside }: Next,
  isFirst: boolean,
): Html {
  const { t, language, site, today } = view;
  const template = step.template === null ? undefined : site.library.templates.get(step.template);
  const norm = site.library.norms.get(step.norm);
  const title = template ? templateText(template, language).title : t('case.next.nothing');
  const others = alongside.flatMap((other) => {
    const known = site.library.templates.get(other.template ?? '');
    return known ? [templateText(known, language).title] : [];
  });
  return html`<li class="next-document">
<p><strong>${title}</strong></p>
<p>${step.why[language]}</p>
${step.lawyer && html`<p class="caution"><strong>${t('case.next.lawyer')}</strong> ${step.lawyer[language]}</p>`}
${
  template &&
  html`<p>${addressees.length > 0 ? t('case.next.to', { offices: addressees.map(({ name }) => name[language]).join(semicolon(t)) }) : t('case.next.toCourt')}</p>
<p>${until === null ? t('case.next.from', { from: longDate(language, from) }) : t('case.next.until', { from: longDate(language, from), until: longDate(language, until) })}
${others.length > 0 ? t(others.length > mostNamed ? 'case.next.alongsideMore' : 'case.next.alongside', { documents: others.slice(0, mostNamed).join(semicolon(t)) }) : nothing}</p>
<p><button ${isFirst ? nothing : html`class="secondary"`} name="move" value="make:${filing.id}:${template.id}" formaction="${pathIn(view, 'document')}" formnovalidate>${t('case.move.make')}<span class="unseen">: ${title}</span></button></p>`
}
${
  norm &&
  html`<details><summary>${t('case.next.norm')}<span class="unseen">: ${title}</span></summary>
<p><strong lang="ru" dir="ltr">${norm.provision} ${norm.act}</strong>. ${norm.gist[language]}</p>
${provenanceLine(t, language, norm, today)}</details>`
}
</li>`;
}
