/** The index of a case's archive: a page that opens without this service, fit to go with a submission to a UN body. */
import type { CaseDeadline } from '#domain/case/case-timeline.ts';
import { caseTimeline } from '#domain/case/case-timeline.ts';
import { type MemberOrganisation, shownName } from '#domain/register/member-organisation.ts';
import { type Html, html } from '#html.ts';
import { filingTitle, officeName } from '../../case/overview/filing-card.ts';
import { longDate } from '../../parts/provenance.ts';
import type { Reader } from '../../parts/reader.ts';
import type { OpenedCase } from '../case/opening.ts';
import { indexDocument, isUnheard, lastOf, unsealedDocument } from './index-document.ts';
import { indexNotes } from './index-notes.ts';

export type IndexReader = Reader & { organisation: MemberOrganisation };

/** `names` are the files beside it. */
export function indexPage(reader: IndexReader, opened: OpenedCase, names: readonly string[]): string {
  const { t, language, today, site, organisation } = reader;
  const { facts, unsealed } = opened;
  const name = shownName(organisation, language);
  const date = longDate(language, today);
  const limits = caseTimeline(site.library, facts.case, today).deadlines.filter(
    ({ term }) => term.actor === 'authority',
  );
  const content = html`<p>${t('desk.export.index.made', { date })}${name && html` ${t('desk.export.index.by', { name })}`}</p>
<p>${t('desk.export.index.about')}</p>
${facts.region && html`<p>${t('desk.import.column.region')}: ${facts.region}</p>`}
<h2>${t('desk.export.index.short')}</h2>
${summary(reader, opened, limits)}
${facts.case.filings.map((one, at) =>
  indexDocument(reader, opened, one, {
    at,
    names,
    limits: limits.filter(({ filing }) => filing.id === one.id),
  }),
)}
${unsealed.map((one, at) => unsealedDocument(reader, one, facts.case.filings.length + at))}
${indexNotes(reader, opened)}`;
  const scans = new Map(
    facts.scans.map((scan, at) => {
      const of = facts.case.filings.findIndex(({ id }) => id === scan.filing);
      const to = of < 0 ? '' : ` (${t('desk.export.index.toDocument', { number: of + 1 })})`;
      return [`scans/scan-${at + 1}`, `${scan.name}${to}`];
    }),
  );
  return indexFrame(reader, content, names, (file) => scans.get(file.replace(/\.\w+$/, '')));
}

/** A page of its own style, with the files beside it and how they are checked; `told` says what a file is. */
export function indexFrame(
  { t, language }: Reader,
  content: Html,
  names: readonly string[],
  told: (name: string) => string | undefined = () => undefined,
): string {
  const page = html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self'">
<title>${t('desk.export.index.title')}</title>
<style>body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}code,a{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%;margin:1rem 0}td,th{border:1px solid #999;text-align:start;vertical-align:top;padding:.25rem .5rem;font-weight:400}thead th{font-weight:700}h2{margin-top:2.5rem}@media print{body{font-size:10pt;margin:0;max-width:none}h2,h3{break-after:avoid}tr{break-inside:avoid}a{color:inherit}}</style></head>
<body><h1>${t('desk.export.index.title')}</h1>
${content}
<h2>${t('desk.export.index.files')}</h2>
<ul>${names.map((name) => html`<li><a href="${name}">${name}</a>${told(name) !== undefined && html` — ${told(name) ?? ''}`}</li>`)}<li><a href="hashes.txt">hashes.txt</a></li></ul>
<p>${t('desk.export.index.check')} <code>sha256sum -c hashes.txt</code></p>
</body></html>
`;
  return String(page);
}

/** One line a document: what, to whom, when, under which number, what came of it. */
function summary(reader: IndexReader, opened: OpenedCase, limits: readonly CaseDeadline[]): Html {
  const { t, language } = reader;
  const columns = ['number', 'document', 'to', 'filed', 'registered', 'last', 'missed'] as const;
  return html`<table><thead><tr>${columns.map((one) => html`<th scope="col">${t(`desk.export.index.column.${one}`)}</th>`)}</tr></thead>
<tbody>${opened.facts.case.filings.map((one, at) => {
    const sent = one.events.find(({ kind }) => kind === 'sent');
    const registered = one.events.find(({ kind }) => kind === 'registered');
    const missed = limits.filter((limit) => limit.filing.id === one.id && isUnheard(limit));
    return html`<tr><td>${at + 1}</td><th scope="row">${filingTitle(reader, one)}</th><td>${officeName(reader, one)}</td>
<td>${sent ? longDate(language, sent.date) : t('desk.export.index.notFiled')}</td>
<td>${registered && html`${longDate(language, registered.date)}${registered.number && html`, № ${registered.number}`}`}</td>
<td>${lastOf(reader, one)}</td>
<td>${missed.map(({ latest }) => html`${longDate(language, latest)}<br>`)}</td></tr>`;
  })}</tbody></table>`;
}
