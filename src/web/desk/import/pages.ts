/** The import of a table: first a look at it, with every problem by row and column; then all of it at once, or nothing. */
import type { Context } from 'hono';
import type { ImportProblem, ImportRow } from '#domain/register/import-row.ts';
import { type Html, html } from '#html.ts';
import type { NewContent } from '#register/register.ts';
import { longDate } from '../../parts/provenance.ts';
import { needsKey } from '../entry/needs-key.ts';
import { once, onceField } from '../entry/once.ts';
import { documentName, officeOf } from '../register/filing-words.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { knownAlready } from './known-already.ts';
import { contentOf, type ReadImport, readImport } from './read-import.ts';
import { largestTable, mostRows, textOf } from './table.ts';

/** Rows of the preview. */
const mostShown = 10;

export const importPage: DeskHandler = (c, view) => needsKey(c, view) ?? ask(c, view);

export const importTable: DeskHandler = async (c, view) => {
  const stop = needsKey(c, view);
  if (stop) return stop;
  const { t, form, site, today, organisation } = view;
  const text = await tableIn(view);
  if (text.trim() === '') return ask(c, view, t('desk.import.none'));
  const read = await readImport(site.library, text, today, site.texts, organisation.tags);
  if (form.line('move') === 'import' && read.problems.length === 0) return takeOver(c, view, read.rows);
  return preview(c, view, text, read);
};

/** The file that was chosen, or the table that the preview carries. */
async function tableIn({ form }: DeskView): Promise<string> {
  const file = form.upload('table');
  return file ? textOf(new Uint8Array(await file.arrayBuffer())) : form.raw('text');
}

/** One transaction: whatever goes wrong, nothing is half done. */
async function takeOver(c: Context, view: DeskView, rows: readonly ImportRow[]): Promise<Response> {
  const { t, organisation, following, staff, site, today } = view;
  const recipients = [organisation.recipient].flatMap((one) => one ?? []);
  const wrote = { today, by: staff.session.person.login, newId: () => crypto.randomUUID() };
  const answer = await once(view, JSON.stringify(rows), async (claimed) => {
    const contents: NewContent[] = [];
    for (const row of rows)
      contents.push(await contentOf(site.library, row, following.sealing, recipients, wrote));
    const ids = rows.map(() => crypto.randomUUID());
    const answer = String(ids.length);
    await following.register.cases.addAll(staff.actor, contents, today, claimed(answer, ids));
    return answer;
  });
  if (answer === 'running') return c.redirect(deskHref(view, '/register'), 303);
  const main = html`<p><a class="button" href="${deskHref(view, '/today')}">${t('desk.today.title')}</a> <a href="${deskHref(view, '/register')}">${t('desk.register.title')}</a></p>`;
  const done = t('desk.import.done', { count: Number(answer) });
  return showDeskPage(c, view, { title: t('desk.import.title'), main, done, path: '/import' });
}

function ask(c: Context, view: DeskView, wrong?: string): Response | Promise<Response> {
  const { t } = view;
  const main = html`<p>${t('desk.import.lead')}</p>
<ul><li><a href="${deskHref(view, '/import/example.csv')}">${t('desk.import.example')}</a></li>
<li><a href="${deskHref(view, '/import/columns')}">${t('desk.import.guide.link')}</a></li></ul>
${chooser(view, wrong)}`;
  const problems = wrong ? [{ field: 'table', text: wrong }] : [];
  return showDeskPage(c, view, { title: t('desk.import.title'), main, problems, styles: ['desk-work.css'] });
}

function chooser(view: DeskView, wrong?: string): Html {
  const { t } = view;
  return html`<form method="post" action="${deskHref(view, '/import')}" enctype="multipart/form-data" autocomplete="off" novalidate>
<div class="field${wrong ? ' field-wrong' : ''}"><label for="f-table">${t('desk.import.file')}</label>
<div class="hint" id="f-table-hint">${t('desk.import.fileHint', { rows: mostRows, size: largestTable / 1_000_000 })}</div>
${wrong && html`<p class="wrong" id="f-table-error">${wrong}</p>`}
<input type="file" id="f-table" name="table" accept=".csv,.tsv,.txt,text/csv" aria-describedby="f-table-hint${wrong ? ' f-table-error' : ''}"></div>
<div class="buttons"><button name="move" value="look">${t('desk.import.look')}</button></div></form>`;
}

async function preview(c: Context, view: DeskView, text: string, read: ReadImport): Promise<Response> {
  const { t } = view;
  const { rows, problems, warnings } = read;
  const main =
    problems.length > 0
      ? html`<p><strong>${t('desk.import.wrong', { count: problems.length })}</strong> ${t('desk.import.nothingDone')}</p>
${findings(view, problems)}
${chooser(view)}
<p><a href="${deskHref(view, '/import/columns')}">${t('desk.import.guide.link')}</a></p>`
      : html`<p><strong>${t('desk.import.right', { count: rows.length })}</strong> ${t('desk.import.nothingDone')}</p>
${warnings.length > 0 && html`<div class="caution"><p>${t('desk.import.warnings')}</p>${findings(view, warnings)}</div>`}
${await knownAlready(view, rows)}
${rowsOf(view, rows)}
<form id="step" method="post" action="${deskHref(view, '/import')}" enctype="multipart/form-data" autocomplete="off">
${onceField(view)}<input type="hidden" name="text" value="${text}">
<div class="buttons"><button name="move" value="import">${t('desk.import.button', { count: rows.length })}</button> <a href="${deskHref(view, '/import')}">${t('desk.import.other')}</a></div></form>`;
  return showDeskPage(
    c,
    view,
    {
      title: t('desk.import.preview'),
      main,
      wrong: problems.length > 0,
      path: '/import',
      styles: ['desk-work.css'],
    },
    problems.length > 0 ? 422 : 200,
  );
}

function findings({ t }: DeskView, all: readonly ImportProblem[]): Html {
  return html`<table class="cards" role="table"><caption class="unseen">${t('desk.import.findings')}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${t('desk.import.row')}</th><th scope="col" role="columnheader">${t('desk.import.columnName')}</th><th scope="col" role="columnheader">${t('desk.import.whatToDo')}</th></tr></thead>
<tbody role="rowgroup">${all.map(
    ({
      row,
      column,
      code,
      params,
    }) => html`<tr role="row"><td role="cell" data-label="${t('desk.import.row')}">${row || '—'}</td>
<td role="cell" data-label="${t('desk.import.columnName')}">${column ? t(`desk.import.column.${column}`) : '—'}</td>
<td role="cell" data-label="${t('desk.import.whatToDo')}">${t(`desk.import.code.${code}`, params)}</td></tr>`,
  )}</tbody></table>`;
}

/** The first rows as they were understood, so that a wrong column is seen. */
function rowsOf(view: DeskView, rows: readonly ImportRow[]): Html {
  const { t, language } = view;
  const columns = ['document', 'office', 'channel', 'filed', 'number', 'region', 'tags'] as const;
  const cells = ({ filing, region, tags }: ImportRow) => ({
    document: documentName(view, filing),
    office: filing.court ?? officeOf(view, filing),
    channel: t(`case.channel.${filing.channel}`),
    filed: longDate(language, filing.filed),
    number: filing.events?.find(({ kind }) => kind === 'registered')?.number ?? '—',
    region: region ?? '—',
    tags: tags?.join(', ') ?? '—',
  });
  return html`<h2>${t('desk.import.understood')}</h2>
<table class="cards" role="table"><caption class="unseen">${t('desk.import.understood')}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${t('desk.import.row')}</th>${columns.map((one) => html`<th scope="col" role="columnheader">${t(`desk.import.column.${one}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.slice(0, mostShown).map((row) => {
    const shown = cells(row);
    return html`<tr role="row"><th scope="row" role="rowheader" data-label="${t('desk.import.row')}">${row.row}</th>${columns.map((one) => html`<td role="cell" data-label="${t(`desk.import.column.${one}`)}">${shown[one]}</td>`)}</tr>`;
  })}</tbody></table>
${rows.length > mostShown && html`<p class="hint">${t('desk.import.more', { count: rows.length - mostShown })}</p>`}`;
}
