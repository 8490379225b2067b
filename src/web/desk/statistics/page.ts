/** The statistics of the organisation: exact for those who see the register anyway, small counts left out for the others. */
import { html } from '#html.ts';
import { toldCounts } from '../../statistics/counts.ts';
import { statisticsSections } from '../../statistics/sections.ts';
import { showDeskPage } from '../shell.ts';
import { staffMay } from '../staff.ts';
import { type DeskHandler, deskHref } from '../view.ts';
import { spanIn, spans } from './span.ts';

export const statisticsPage: DeskHandler = async (c, view) => {
  const { t, language, following, organisation, staff, today } = view;
  const chosen = spanIn(c.req.query('months'));
  const exact = staffMay(staff, 'read-exact-statistics');
  const told = await toldCounts(following, organisation.id, today, { exact, span: chosen.months });
  const links = spans.map((one) => {
    const name =
      one.months === undefined
        ? t('desk.statistics.allMonths')
        : t('desk.statistics.lastMonths', { count: one.months });
    return one === chosen
      ? html`<li><span aria-current="true">${name}</span></li>`
      : html`<li><a href="${deskHref(view, `/statistics?months=${one.id}`)}">${name}</a></li>`;
  });
  const main = html`<p>${t(exact ? 'desk.statistics.exactLead' : 'desk.statistics.suppressedLead')}</p>
<nav class="spans" aria-label="${t('desk.statistics.span')}"><ul>${links}</ul></nav>
${statisticsSections(view, told)}
${organisation.publicStatistics && html`<p><a href="/${language}/statistics/${organisation.id}">${t('desk.settings.publicLink')}</a></p>`}`;
  return showDeskPage(c, view, { title: t('desk.statistics.title'), path: '/statistics', main });
};
