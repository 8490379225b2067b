/** The register: filings of the organisation by what is in clear, page by page; a table, or cards on a phone. */

import type { FilingSort } from '#domain/register/listing.ts';
import { type Html, html, nothing } from '#html.ts';
import type { ListedFiling, Person } from '#register/register.ts';
import { weekText } from '../../parts/week.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { documentName, loginOf, officeOf, standingText, timeText } from './filing-words.ts';
import { type Filter, filterForm, filterIn, queryOf, registerAddress } from './filter.ts';
import { caseNumbered, findForm, numberOf } from './find-case.ts';
import { searchForm } from './search-page.ts';

const perPage = 50;

export const registerPage: DeskHandler = async (c, view) => {
  const { t, following, staff, today } = view;
  const { cases, people } = following.register;
  const number = c.req.query('number');
  const found = number === undefined ? undefined : await caseNumbered(view, number);
  if (found !== undefined) return c.redirect(deskHref(view, `/case/${found}`), 303);
  const filter = filterIn((name) => c.req.query(name));
  const after = c.req.query('after');
  const query = queryOf(view, filter, after, perPage);
  const [page, staffList] = await Promise.all([
    cases.list(staff.actor, query, today),
    people.all(staff.actor.organisation),
  ]);
  const main = html`<p class="filing-moves"><a class="button" href="${deskHref(view, '/entry')}">${t('desk.today.enter')}</a>
<a class="button secondary" href="${deskHref(view, '/import')}">${t('desk.today.import')}</a>
<a class="button secondary" href="${deskHref(view, '/export')}">${t('desk.today.export')}</a></p>
${searchForm(view, filter)}
${findForm(view, number)}
${filterForm(view, filter, staffList)}
${page.filings.length === 0 ? html`<p>${t(nothingHere(filter, after))}</p>` : table(view, page.filings, staffList, query.sort)}
<p class="pages">${after && html`<a href="${registerAddress(view, filter)}">${t('desk.register.first')}</a>`}
${page.next && html`<a class="button secondary" rel="next" href="${registerAddress(view, filter, page.next)}">${t('desk.register.next')}</a>`}</p>`;
  const problems = number === undefined ? [] : [{ field: 'number', text: t('desk.register.find.none') }];
  const title = t('desk.register.title');
  return showDeskPage(c, view, { title, main, problems, styles: ['desk-work.css'] });
};

/** Nothing at all, nothing that the filter lets through, or nothing after the last page. */
function nothingHere(filter: Filter, after: string | undefined) {
  if (after) return 'desk.register.end';
  const asked = Object.entries(filter).some(([name, value]) => name !== 'sort' && value !== '');
  return asked ? 'desk.register.none' : 'desk.register.empty';
}

const columns = ['document', 'authority', 'filed', 'standing', 'due', 'assignee'] as const;

/** Offices, documents and people stand together in the order of their ids, which is not that of the names one reads. */
const sortedBy = {
  filed: { column: 'filed', way: 'descending' },
  due: { column: 'due', way: 'ascending' },
  authority: { column: 'authority', way: 'other' },
  template: { column: 'document', way: 'other' },
  assignee: { column: 'assignee', way: 'other' },
} as const satisfies Record<FilingSort, { column: (typeof columns)[number]; way: string }>;

function table(
  view: DeskView,
  filings: readonly ListedFiling[],
  people: readonly Person[],
  sort: FilingSort,
): Html {
  const { t } = view;
  const { column, way } = sortedBy[sort];
  return html`<table class="cards filings" role="table"><caption class="unseen">${t('desk.register.title')}</caption>
<thead role="rowgroup"><tr role="row">${columns.map((one) => html`<th scope="col" role="columnheader" ${one === column ? html`aria-sort="${way}"` : nothing}>${t(`desk.register.column.${one}`)}</th>`)}</tr></thead>
<tbody role="rowgroup">${filings.map((one) => row(view, one, people))}</tbody></table>`;
}

function row(view: DeskView, one: ListedFiling, people: readonly Person[]): Html {
  const { t, language } = view;
  const cell = (column: (typeof columns)[number], content: Html | string | false | undefined) =>
    html`<td role="cell" data-label="${t(`desk.register.column.${column}`)}">${content || '—'}</td>`;
  return html`<tr role="row" class="work-${one.state}">
<th scope="row" role="rowheader"><a href="${deskHref(view, `/case/${one.caseId}`)}">${documentName(view, one)}</a>${one.isNew && html` <span class="new">${t('desk.register.new')}</span>`}${one.tags.map((tag) => html` <span class="tag">${tag}</span>`)} ${numberOf(view, one.caseId)}</th>
${cell('authority', officeOf(view, one))}
${cell('filed', weekText(language, one.filedWeek))}
${cell('standing', standingText(view, one))}
${cell('due', timeText(view, one))}
${cell('assignee', loginOf(people, one.assignee))}
</tr>`;
}
