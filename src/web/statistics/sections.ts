/** The statistics of an organisation as both pages show them, its own and the public one: by office and month, by document. */

import type { Norm } from '#domain/norm.ts';
import { isStale } from '#domain/provenance.ts';
import { isKnownOf } from '#domain/register/standing.ts';
import type { ToldRow } from '#domain/register/statistics.ts';
import { countedMeasures } from '#domain/register/statistics.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../content-text.ts';
import { longDate, monthAndYear } from '../parts/provenance.ts';
import type { Reader } from '../parts/reader.ts';
import { barChart, type Line } from './chart.ts';
import { countsBy, type Told } from './counts.ts';
import { countsTable } from './table.ts';
import { atLeastOf } from './told.ts';

export function statisticsSections(reader: Reader, told: Told): Html {
  const { t } = reader;
  if (told.rows.length === 0) return html`<p>${t('desk.statistics.none')}</p>`;
  return html`${section(reader, 'offices', linesBy(reader, told, 'authority'), whole(reader, told))}
${byOffice(reader, told)}
${section(reader, 'documents', linesBy(reader, told, 'template'), whole(reader, told))}
${explained(reader, told)}`;
}

/** Every office has a chart and a table by month. */
function byOffice(reader: Reader, told: Told): Html {
  const { t } = reader;
  const offices = countsBy(told, ['authority']).sort(mostFiledFirst);
  return html`<h2>${t('desk.statistics.monthsTitle')}</h2>
${offices.map(({ group }, index) => {
  const rows = told.rows.filter((row) => row.group.authority === group.authority);
  const name = officeName(reader, group.authority ?? null);
  const lines = linesBy(reader, { rows }, 'month');
  const id = `office-${index}`;
  return html`<section class="office"><h3>${name}</h3>
${barChart(t, id, lines)}
${countsTable(t, { id, caption: `${name}: ${t('desk.statistics.months')}`, head: t('desk.statistics.month'), lines, total: whole(reader, { rows }) })}</section>`;
})}`;
}

function section(
  { t }: Reader,
  id: 'offices' | 'documents',
  lines: readonly Line[],
  total: Line | undefined,
): Html {
  const title = t(`desk.statistics.${id}`);
  return html`<h2>${title}</h2>
${barChart(t, id, lines)}
${countsTable(t, { id, caption: title, head: t(`desk.statistics.${id === 'offices' ? 'office' : 'document'}`), lines, total })}`;
}

function linesBy(reader: Reader, told: Pick<Told, 'rows'>, by: 'authority' | 'template' | 'month'): Line[] {
  const rows = countsBy(told, [by]);
  const sorted =
    by === 'month'
      ? rows.sort((a, b) => (a.group.month ?? '').localeCompare(b.group.month ?? ''))
      : rows.sort(mostFiledFirst);
  return sorted.map(({ group, counts }) => ({
    label:
      by === 'authority'
        ? officeName(reader, group.authority ?? null)
        : by === 'template'
          ? documentName(reader, group.template ?? '')
          : monthAndYear(reader.language, `${group.month}-01`),
    counts,
  }));
}

function whole({ t }: Reader, told: Pick<Told, 'rows'>): Line | undefined {
  const [all] = countsBy(told, []);
  return all && { label: t('desk.statistics.total'), counts: all.counts };
}

function mostFiledFirst(a: ToldRow, b: ToldRow): number {
  return atLeastOf(b.counts.filed) - atLeastOf(a.counts.filed);
}

/** null is a court. One that the templates do not know any more is called by its id. */
function officeName({ site, language, t }: Reader, id: string | null): string {
  if (id === null) return t('desk.statistics.courts');
  return site.library.authorities.get(id)?.name[language] ?? id;
}

function documentName({ site, language }: Reader, id: string): string {
  const known = site.library.templates.get(id);
  return known ? templateText(known, language).title : id;
}

/** What is counted, and why some of it is not told. */
function explained(reader: Reader, { exact }: Told): Html {
  const { t } = reader;
  return html`<h2>${t('desk.statistics.explainedTitle')}</h2>
<dl class="explained">${countedMeasures.map((one) => html`<div><dt>${t(`desk.statistics.measures.${one}`)}</dt><dd>${t(`desk.statistics.means.${one}`)}</dd></div>`)}</dl>
<p>${t('desk.statistics.weeks')}</p>
${norms(reader)}
<p>${t(exact ? 'desk.statistics.exact' : 'desk.statistics.suppressed')}</p>`;
}

/** The rules that the time limits were counted by, and which text of them was read. */
function norms({ site, language, t, today }: Reader): Html {
  const { clock, norms: known } = site.library;
  const ids = clock.terms.filter(isKnownOf).map(({ norm }) => norm);
  const all = [...new Set(ids)].flatMap((id) => known.get(id) ?? []);
  const read = ({ edition, ...one }: Norm) =>
    [
      `${t(`common.confidence.${one.confidence}`)}.`,
      ...(edition ? [t('common.provenance.edition', { date: monthAndYear(language, edition) })] : []),
      t('common.provenance.checked', { date: longDate(language, one.checked) }),
      ...(isStale({ edition, ...one }, today) ? [t('common.provenance.stale')] : []),
    ].join(' ');
  return html`<h3>${t('desk.statistics.norms')}</h3>
${[...new Set(all.map(read))].map(
  (
    text,
  ) => html`<ul>${all.filter((one) => read(one) === text).map((one) => html`<li><span lang="ru">${one.provision} ${one.act}</span>. ${one.gist[language]}</li>`)}</ul>
<p class="hint">${text}</p>`,
)}`;
}
