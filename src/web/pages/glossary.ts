/** The words of the papers: as they stand there in Russian, what they are called in the reader's language, and what they mean. */
import type { Language } from '#domain/language.ts';
import { type Html, html } from '#html.ts';
import type { Site } from '../site.ts';
import { simplePage } from './simple.ts';

/** In the order in which a person meets them. */
const terms = [
  'crimeReport',
  'crimeNotice',
  'citizenAppeal',
  'complaint',
  'motion',
  'applicant',
  'victim',
  'addressee',
  'preInvestigationInquiry',
  'caseOpening',
  'decision',
  'refusal',
  'jurisdiction',
  'transfer',
  'forwarding',
  'investigator',
  'headOfBody',
  'prosecutor',
  'officerReport',
  'slip',
  'crimeRegister',
  'incomingNumber',
  'deliveryReceipt',
  'inventory',
  'valuableLetter',
  'trackingNumber',
  'gosuslugi',
  'annexes',
  'timeLimit',
  'days',
  'workingDays',
  'extension',
  'failureToAct',
  'formalReply',
  'review124',
  'review125',
  'limitation',
  'falseReport',
  'protection',
  'foreignAgent',
  'undesirable',
  'extremist',
] as const;

export function glossaryPage(site: Site, language: Language): Html {
  const t = site.texts(language);
  const russian = site.texts('ru');
  const body = html`<p>${t('glossary.lead')}</p>
<dl class="glossary">${terms.map(
    (
      term,
    ) => html`<div id="term-${term}"><dt><span lang="ru" dir="ltr">${russian(`glossary.terms.${term}.term`)}</span>${
      language !== 'ru' && html` — ${t(`glossary.terms.${term}.term`)}`
    }</dt>
<dd>${t(`glossary.terms.${term}.means`)}</dd></div>`,
  )}</dl>`;
  return simplePage(site, language, t('glossary.title'), body, '/glossary');
}
