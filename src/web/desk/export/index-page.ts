/** The index of a case's archive: a page that opens without this service, fit to go with a submission to a UN body. */
import type { Filing } from '#domain/case/case-file.ts';
import { caseTimeline } from '#domain/case/case-timeline.ts';
import { type Html, html } from '#html.ts';
import type { Translate } from '#i18n.ts';
import { filingTitle, officeName } from '../../case/overview/filing-card.ts';
import { longDate } from '../../parts/provenance.ts';
import type { Reader } from '../../parts/reader.ts';
import { whyText } from '../../timeline/why.ts';
import { eventText } from '../case/event-text.ts';
import type { OpenedCase } from '../case/opening.ts';

/** `names` are the files beside it. */
export function indexPage(reader: Reader, opened: OpenedCase, names: readonly string[]): string {
  const { t, language, today } = reader;
  const { facts } = opened;
  const content = html`<p>${t('desk.export.index.made', { date: longDate(language, today) })}</p>
${facts.region && html`<p>${t('desk.import.column.region')}: ${facts.region}</p>`}
<p>${t('desk.export.index.about')}</p>
${facts.case.filings.map((one, at) => document(reader, opened, one, at, names))}
<h2>${t('desk.export.index.dates')}</h2>
${limits(reader, opened)}`;
  return indexFrame(reader, content, names);
}

/** A page of its own style, with the files beside it and how they are checked. */
export function indexFrame({ t, language }: Reader, content: Html, names: readonly string[]): string {
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${t('desk.export.index.title')}</title>
<style>body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}td,th{text-align:start;vertical-align:top;padding:.25rem .75rem .25rem 0}code{overflow-wrap:anywhere}</style></head>
<body><h1>${t('desk.export.index.title')}</h1>
${content}
<h2>${t('desk.export.index.files')}</h2>
<ul>${names.map((name) => html`<li><a href="${name}">${name}</a></li>`)}<li><a href="hashes.txt">hashes.txt</a></li></ul>
<p>${t('desk.export.index.check')} <code>sha256sum -c hashes.txt</code></p>
</body></html>
`;
  return String(page);
}

function document(
  reader: Reader,
  { altered }: OpenedCase,
  filing: Filing,
  at: number,
  names: readonly string[],
): Html {
  const { t, language } = reader;
  const own = names.filter((name) => name.startsWith(`documents/${at + 1}-`));
  return html`<h2>${at + 1}. ${filingTitle(reader, filing)}</h2>
<p>${t('case.filing.to')}: ${officeName(reader, filing)}<br>
${t('case.filing.date')}: ${longDate(language, filing.date)}${
    filing.channel &&
    html`<br>
${t('case.filing.channel')}: ${t(`case.channel.${filing.channel}`)}`
  }</p>
${altered.includes(filing.id) && html`<p><strong>${t('desk.export.index.altered')}</strong></p>`}
${filing.text !== '' && html`<p>${t('desk.export.index.hash')} <code>${filing.sha256}</code></p>`}
<p>${filesText(t, filing, own.length)}${own.map((name) => html` <a href="${name}">${name}</a>`)}</p>
${filing.events.length > 0 && html`<ul>${filing.events.map((event) => html`<li>${eventText.line(reader, event)}</li>`)}</ul>`}`;
}

/** A submission must not pass off as filed what we only think was filed: of cases from paper we never saw the text. */
function filesText(t: Translate, filing: Filing, files: number): string {
  if (files === 0) return t('desk.export.index.noDocument');
  return t(filing.text === '' ? 'desk.export.index.unlike' : 'desk.export.index.documents');
}

/** What the office owed and when; what is the applicant's own is not its breach. */
function limits(reader: Reader, { facts }: OpenedCase): Html {
  const { t, language, site, today } = reader;
  const all = caseTimeline(site.library, facts.case, today).deadlines.filter(
    ({ term }) => term.actor === 'authority',
  );
  if (all.length === 0) return html`<p>${t('desk.export.index.noDates')}</p>`;
  return html`<ul>${all.map((one) => {
    const norm = site.library.norms.get(one.term.norm);
    return html`<li><strong>${longDate(language, one.due)}. ${t(`case.dates.state.${one.state}`)}</strong> ${one.term.receive[language]}
<br>${whyText(t, language, one.why)}${norm && html` <span lang="ru">${norm.provision} ${norm.act}</span>`}</li>`;
  })}</ul>`;
}
