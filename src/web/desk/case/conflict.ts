/** Two people changed one case: nothing is lost. The page shows what stands there now and what was about to be stored. */
import type { Context } from 'hono';
import { type Html, html } from '#html.ts';
import { hidden } from '../fields.ts';
import { carried } from '../form.ts';
import { showDeskPage } from '../shell.ts';
import { type DeskView, deskHref } from '../view.ts';
import { eventText } from './event-text.ts';
import { historyLines } from './history.ts';
import { type OpenedCase, openedWith } from './opening.ts';

export type Mine = {
  /** What was typed, as people read it. */
  lines: readonly (string | Html)[];
  /** False where it names something by its place in a list that has changed since. */
  again: boolean;
};

const mostHistory = 5;

export async function showConflict(
  c: Context,
  view: DeskView,
  seen: OpenedCase,
  mine: Mine,
): Promise<Response> {
  const { t, following, staff } = view;
  const { register } = following;
  const identity = await view.identity();
  const record = (await register.cases.get(staff.actor, seen.record.id)) ?? seen.record;
  const now = identity === undefined ? seen : await openedWith(view, record, identity);
  const { facts } = typeof now === 'string' ? seen : now;
  const [entries, people] = await Promise.all([
    register.audit.ofCase(staff.actor, record.id),
    register.people.all(staff.actor.organisation),
  ]);
  const changes = entries.filter(({ action }) => action !== 'sealed-viewed').sort((a, b) => b.seq - a.seq);
  const fields = carried(view.form).filter(([name]) => name !== 'version');
  const main = html`<p>${t('desk.case.conflict.lead')}</p>
<h2>${t('desk.case.conflict.theirs')}</h2>
${historyLines(view, changes.slice(0, mostHistory), people)}
${facts.case.filings.map((one) => html`<h3>${eventText.title(view, one)}</h3><ul>${one.events.map((event) => html`<li>${eventText.line(view, event)}</li>`)}</ul>`)}
<h2>${t('desk.case.conflict.yours')}</h2>
<ul>${mine.lines.map((one) => html`<li>${one}</li>`)}</ul>
${
  mine.again
    ? html`<form method="post" action="${c.req.path}" enctype="multipart/form-data" autocomplete="off">
${hidden(fields)}<input type="hidden" name="version" value="${record.version}">
<div class="buttons"><button>${t('desk.case.conflict.again')}</button></div></form>`
    : html`<p>${t('desk.case.conflict.anew')}</p>`
}
<p><a href="${deskHref(view, `/case/${record.id}`)}">${t('desk.case.back')}</a></p>`;
  return showDeskPage(
    c,
    view,
    { title: t('desk.case.conflict.title'), main, path: `/case/${record.id}`, styles: ['desk-work.css'] },
    409,
  );
}
