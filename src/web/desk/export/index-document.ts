/** One document in the index of an archive: what it is, every event with all that is known of it, what was owed and when. */
import type { Filing } from '#domain/case/case-file.ts';
import type { CaseDeadline } from '#domain/case/case-timeline.ts';
import { procedureFor } from '#domain/case/case-timeline.ts';
import type { Event } from '#domain/case/event.ts';
import { silentTerms } from '#domain/clock/silent.ts';
import { byDate } from '#domain/clock/window.ts';
import type { Procedure } from '#domain/procedure.ts';
import { type Html, html } from '#html.ts';
import type { RegisteredFiling } from '#register/register.ts';
import { filingTitle, officeName } from '../../case/overview/filing-card.ts';
import { longDate } from '../../parts/provenance.ts';
import type { Reader } from '../../parts/reader.ts';
import { weekText } from '../../parts/week.ts';
import { whyText } from '../../timeline/why.ts';
import type { OpenedCase } from '../case/opening.ts';
import { documentName, officeOf } from '../register/filing-words.ts';

type Beside = { at: number; names: readonly string[]; limits: readonly CaseDeadline[] };

export function indexDocument(
  reader: Reader,
  { altered, byWeek, facts }: OpenedCase,
  filing: Filing,
  { at, names, limits }: Beside,
): Html {
  const { t, language, site } = reader;
  const own = names.filter((name) => name.startsWith(`documents/${at + 1}-`));
  const procedure = procedureFor(site.library, filing);
  const before = facts.case.filings.findIndex(({ id }) => id === filing.follows);
  const lines = [
    ...(procedure ? [t(`desk.export.index.kind.${procedure}`)] : []),
    ...(before < 0 ? [] : [t('desk.export.index.after', { number: before + 1 })]),
    `${t('case.filing.to')}: ${officeName(reader, filing)}`,
    `${t('case.filing.date')}: ${longDate(language, filing.date)}`,
    ...(filing.channel ? [`${t('case.filing.channel')}: ${t(`case.channel.${filing.channel}`)}`] : []),
  ];
  return html`<h2>${at + 1}. ${filingTitle(reader, filing)}</h2>
<p>${lines.map((line) => html`${line}<br>\n`)}</p>
${altered.includes(filing.id) && html`<p><strong>${t('desk.export.index.altered')}</strong></p>`}
<h3>${t('desk.export.index.events')}</h3>
${eventsTable(reader, filing, byWeek.get(filing.id) ?? [])}
<h3>${t('desk.export.index.dates')}</h3>
${limits.length === 0 ? html`<p>${t('desk.export.index.noDates')}</p>` : limitsTable(reader, limits)}
<h3>${t('desk.export.index.documentFiles')}</h3>
${filing.text !== '' && html`<p>${t('desk.export.index.hash')} <code>${filing.sha256}</code></p>`}
<p>${filesText(reader, filing, own.length)}${own.map((name) => html` <a href="${name}">${name}</a>`)}</p>`;
}

/** A document that the register knows by weeks, and the sealed case does not hold. */
export function unsealedDocument(reader: Reader, one: RegisteredFiling, at: number): Html {
  const { t, language } = reader;
  return html`<h2>${at + 1}. ${documentName(reader, one)}</h2>
<p>${t('case.filing.to')}: ${officeOf(reader, one)}<br>${t('desk.register.column.filed')}: ${weekText(language, one.filedWeek)}<br>${t('desk.export.index.weeksOnly')}</p>
<ul>${one.events.map(({ kind, week }) => html`<li>${weekText(language, week)}: ${t(`clock.event.${kind}`)}</li>`)}</ul>`;
}

/** What happened last, the sending left out. */
export function lastOf({ t, language }: Reader, { events }: Filing): Html {
  const last = byDate(events.filter(({ kind }) => kind !== 'sent')).at(-1);
  return last
    ? html`${longDate(language, last.date)}: ${t(`clock.event.${last.kind}`)}`
    : html`${t('desk.export.index.nothing')}`;
}

/** Run out, and nobody heard that it was done: not of those that nobody is told of. */
export function isUnheard({ state, why, term }: CaseDeadline): boolean {
  return state === 'missed' && !why.some(({ code }) => code === 'late') && !silentTerms.includes(term.id);
}

/** A submission must not pass off as filed what we only think was filed: of cases from paper we never saw the text. */
function filesText({ t }: Reader, filing: Filing, files: number): string {
  if (files === 0) return t('desk.export.index.noDocument');
  return t(filing.text === '' ? 'desk.export.index.unlike' : 'desk.export.index.documents');
}

function eventsTable(
  reader: Reader,
  filing: Filing,
  byWeek: readonly { kind: Event['kind']; week: string }[],
): Html {
  const { t, language, site } = reader;
  const procedure = procedureFor(site.library, filing);
  if (filing.events.length + byWeek.length === 0) return html`<p>${t('desk.export.index.notFiled')}</p>`;
  const columns = ['day', 'event', 'letter', 'more'] as const;
  return html`<table><thead><tr>${columns.map((one) => html`<th scope="col">${t(`desk.export.index.column.${one}`)}</th>`)}</tr></thead>
<tbody>${byDate(filing.events).map((one) => html`<tr><td>${longDate(language, one.date)}</td><td>${t(`clock.event.${one.kind}`)}</td><td>${one.number && `№ ${one.number}`}</td><td>${moreOf(reader, one, procedure)}</td></tr>`)}${byWeek.map(({ kind, week }) => html`<tr><td>${weekText(language, week)}</td><td>${t(`clock.event.${kind}`)}</td><td></td><td>${t('desk.export.index.weekOnly')}</td></tr>`)}</tbody></table>`;
}

/** Where it went, for how long, on which ground, signed by whom. */
function moreOf(
  { t, site, language }: Reader,
  { to, days, grounds, signedBy }: Event,
  procedure: Procedure | undefined,
): string {
  return [
    ...(to
      ? [`${t('desk.export.eventColumn.to')}: ${site.library.authorities.get(to)?.name[language] ?? to}`]
      : []),
    ...(days
      ? [t(`desk.export.index.days.${procedure === 'appeal-59fz' ? 'added' : 'total'}`, { days })]
      : []),
    ...(grounds ? [t(`case.grounds.${grounds}`)] : []),
    ...(signedBy ? [`${t('case.event.signedLine')} ${signedBy}`] : []),
  ].join('; ');
}

/** What the office owed and when, told of it and not to it; what is the applicant's own is not its breach. */
function limitsTable({ t, language, site }: Reader, limits: readonly CaseDeadline[]): Html {
  const columns = ['duty', 'lastDay', 'state', 'why'] as const;
  return html`<table><thead><tr>${columns.map((one) => html`<th scope="col">${t(`desk.export.index.column.${one}`)}</th>`)}</tr></thead>
<tbody>${limits.map((one) => {
    const norm = site.library.norms.get(one.term.norm);
    const might = one.state === 'missed' && one.term.prolongedBy.length > 0;
    return html`<tr><th scope="row">${norm && html`${norm.gist[language]}<br><span lang="ru">${norm.provision} ${norm.act}</span>`}</th><td>${longDate(language, one.latest)}</td><td>${t(`desk.export.index.state.${stateOf(one)}`)}</td>
<td>${whyText(t, language, one.why)}${might && ` ${t('desk.export.index.mightBeExtended')}`}</td></tr>`;
  })}</tbody></table>`;
}

function stateOf(one: CaseDeadline) {
  if (one.state === 'running') return 'running';
  if (one.why.some(({ code }) => code === 'prolonged')) return 'prolonged';
  if (one.state === 'met') return 'met';
  if (one.why.some(({ code }) => code === 'late')) return 'late';
  return isUnheard(one) ? 'missed' : 'unheard';
}
