/** What the columns of a table may hold, and a table to begin with. */
import { filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import { answerKinds, type ImportColumn, importColumns, neededColumns } from '#domain/register/import-row.ts';
import { type Html, html } from '#html.ts';
import { templateText } from '../../content-text.ts';
import { csvLine } from '../export/csv.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';

export const columnGuide: DeskHandler = (c, view) => {
  const { t } = view;
  const main = html`<p>${t('desk.import.guide.lead')}</p>
<dl class="guide">${importColumns.map(
    (
      one,
    ) => html`<dt>${t(`desk.import.column.${one}`)} <code>${one}</code> ${isNeeded(one) && html`<em>${t('desk.import.guide.needed')}</em>`}</dt>
<dd>${t(`desk.import.guide.column.${one}`)}${values(view, one)}</dd>`,
  )}</dl>
<p><a href="${deskHref(view, '/import')}">${t('desk.import.title')}</a></p>`;
  return showDeskPage(c, view, { title: t('desk.import.guide.title'), main, styles: ['desk-work.css'] });
};

function isNeeded(column: ImportColumn): boolean {
  return neededColumns.some((one) => one === column);
}

/** Ids, with what each is called: either may be written. */
function values(view: DeskView, column: ImportColumn): Html | false {
  const all = valuesOf(view, column);
  return (
    all.length > 0 && html`<ul>${all.map(([id, name]) => html`<li><code>${id}</code> ${name}</li>`)}</ul>`
  );
}

function valuesOf({ site, language, t, organisation }: DeskView, column: ImportColumn): [string, string][] {
  const { library } = site;
  if (column === 'document')
    return [...library.templates.values()].map((one) => [one.id, templateText(one, language).title]);
  if (column === 'office')
    return [...library.authorities.values()].map(({ id, name }) => [id, name[language]]);
  if (column === 'channel') return filingChannels.map((id) => [id, t(`case.channel.${id}`)]);
  if (column === 'answer') return answerKinds.map((id) => [id, t(`clock.event.${id}`)]);
  if (column === 'events')
    return eventKinds.filter((id) => id !== 'sent').map((id) => [id, t(`clock.event.${id}`)]);
  if (column === 'tags') return organisation.tags.map((tag) => [tag, '']);
  if (column === 'episode')
    return [...library.episodes.values()].map(({ id, title }) => [id, title[language]]);
  return [];
}

const examples: readonly Readonly<Partial<Record<ImportColumn, string>>>[] = [
  {
    document: 'crime-report-media',
    office: 'sk-central',
    channel: 'post',
    filed: '05.10.2026',
    tracking: '10100012345678',
    received: '12.10.2026',
    events: '15.10.2026 registered № 45; 16.10.2026 extended',
    episode: '2017',
  },
  {
    document: 'crime-report-media',
    office: 'sk-central',
    channel: 'in-person',
    filed: '12.10.2026',
    registered: '12.10.2026',
    number: '123пр-26',
    answer: 'refused',
    answered: '15.10.2026',
    answerNumber: '18-р',
  },
];

/** Opens right in a Russian spreadsheet, and is taken back as it is. */
export const exampleTable: DeskHandler = (c, { t, organisation }) => {
  const [tags = ''] = organisation.tags;
  const lines = [
    importColumns.map((one) => t(`desk.import.column.${one}`)),
    ...examples.map((row) => importColumns.map((one) => ({ tags, ...row })[one] ?? '')),
  ];
  return c.body(`\ufeff${lines.map(csvLine).join('')}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="example.csv"',
  });
};
