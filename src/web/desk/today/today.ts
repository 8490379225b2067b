/** The first page of whoever works on cases: what is overdue, what falls due, what of one's own ends, what arrived, whose next word is ours. */

import { nextInPublic } from '#domain/register/public-case.ts';
import { type Html, html } from '#html.ts';
import type { ListedFiling, TodayLists } from '#register/register.ts';
import { filedSince, mostOfEach, ourTurns, turningAway } from '../../our-turn.ts';
import { showDeskPage } from '../shell.ts';
import type { DeskHandler, DeskView } from '../view.ts';
import { deskHref } from '../view.ts';
import { todayLine } from './line.ts';

/** Lines of one list; the rest are in the register. */
const mostLines = 20;

const lists = ['overdue', 'due', 'own', 'arrived'] as const satisfies readonly (keyof TodayLists)[];

/** Where the whole of a list is. Those of one's own time and of arrivals are sorted here alone. */
const whole: Partial<Record<keyof TodayLists, string>> = {
  overdue: '/register?state=overdue&sort=due',
  due: '/register?state=due&sort=due',
};

export const todayPage: DeskHandler = async (c, view) => {
  const { t, following, staff, today } = view;
  const { cases, people } = following.register;
  const [found, turns, staffList] = await Promise.all([
    cases.today(staff.actor, today, mostLines),
    ourTurns(following.register, view.site.library, staff.actor, today),
    people.all(staff.actor.organisation),
  ]);
  const all = [...lists.flatMap((one) => found[one].filings), ...turns];
  const known = await cases.filingsOf(staff.actor, [...new Set(all.map(({ caseId }) => caseId))]);
  const line = (list: keyof TodayLists) => (one: ListedFiling) => {
    const filings = known.get(one.caseId) ?? [one];
    const next = nextInPublic(view.site.library, filings, one.id, today);
    return todayLine(view, staffList, one, next, filedSince(filings, one), list);
  };
  const main = html`${summary(view, found, turns.length)}
${lists.map(
  (
    list,
  ) => html`<section class="today-list"><h2 id="${list}">${t(`desk.today.${list}.title`)} <span class="count">${counted(found[list])}</span></h2>
${
  found[list].filings.length === 0
    ? html`<p class="hint">${t(`desk.today.${list}.none`)}</p>`
    : html`<ul class="work-lines">${found[list].filings.map(line(list))}</ul>`
}
${found[list].count > found[list].filings.length && more(view, list, counted(found[list]))}</section>`,
)}
${ourTurn(view, turns.map(line('overdue')))}`;
  return showDeskPage(c, view, { title: t('desk.today.title'), main, styles: ['desk-work.css'] });
};

function summary(view: DeskView, found: TodayLists, ours: number): Html {
  const { t, staff } = view;
  const mine = `/register?assignee=${staff.actor.person}&sort=due`;
  return html`<p class="today-summary">${lists.map(
    (list) =>
      html`<a href="#${list}">${t(`desk.today.${list}.short`)}: <strong>${counted(found[list])}</strong></a> `,
  )}<a href="#turn">${t('desk.today.turn.short')}: <strong>${ours}</strong></a> <a href="${deskHref(view, mine)}">${t('desk.today.mine')}</a></p>
<p class="filing-moves"><a class="button" href="${deskHref(view, '/entry')}">${t('desk.today.enter')}</a>
<a class="button secondary" href="${deskHref(view, '/import')}">${t('desk.today.import')}</a>
<a class="button secondary" href="${deskHref(view, '/export')}">${t('desk.today.export')}</a></p>
<details class="filter"><summary>${t('desk.today.leadTitle')}</summary><p>${t('desk.today.lead')}</p></details>`;
}

/** A thousand and more is many: nobody counts further. */
function counted({ count, isMore }: TodayLists[keyof TodayLists]): string {
  return isMore ? `${count}+` : String(count);
}

function more(view: DeskView, list: keyof TodayLists, count: string): Html {
  const { t } = view;
  const at = whole[list];
  return at
    ? html`<p><a href="${deskHref(view, at)}">${t('desk.today.all', { count })}</a></p>`
    : html`<p class="hint">${t('desk.today.first', { count: mostLines })}</p>`;
}

/** Without a time limit nothing would remind of them. */
function ourTurn(view: DeskView, lines: readonly Html[]): Html {
  const { t } = view;
  return html`<section class="today-list"><h2 id="turn">${t('desk.today.turn.title')} <span class="count">${lines.length}</span></h2>
<p class="hint">${t('desk.today.turn.about', { count: mostOfEach })}</p>
${lines.length === 0 ? html`<p class="hint">${t('desk.today.turn.none')}</p>` : html`<ul class="work-lines">${lines}</ul>`}
<p>${t('desk.today.turn.all')}</p>
<p class="today-summary">${turningAway.map((one) => html`<a href="${deskHref(view, `/register?standing=${one}`)}">${t(`desk.register.standings.${one}`)}</a> `)}</p></section>`;
}
