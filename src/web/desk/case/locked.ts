/** A case while the key is locked, or that it does not open: what lies in clear, by weeks. */
import type { Context } from 'hono';
import { nextInPublic } from '#domain/register/public-case.ts';
import { type Html, html } from '#html.ts';
import type { RegisteredCase, RegisteredFiling } from '#register/register.ts';
import { templateText } from '../../content-text.ts';
import { weekText } from '../../parts/week.ts';
import { enteredNote } from '../entry/entered.ts';
import { documentName, officeOf, standingText } from '../register/filing-words.ts';
import { numberOf } from '../register/find-case.ts';
import { showDeskPage } from '../shell.ts';
import { staffMay } from '../staff.ts';
import { type DeskView, deskHref } from '../view.ts';
import { eventText } from './event-text.ts';

export function lockedCase(
  c: Context,
  view: DeskView,
  record: RegisteredCase,
  why: 'locked' | 'unreadable' | 'banned',
): Response | Promise<Response> {
  const { t, staff } = view;
  const here = deskHref(view, `/case/${record.id}`);
  const main = html`${enteredNote(c, view)}
<p>${numberOf(view, record.id)}</p>
<div class="caution"><p><strong>${t(`desk.case.closed.${why}`)}</strong></p>
${why === 'locked' && html`<p><a class="button" href="${here}/unlock">${t('desk.case.unlock')}</a></p>`}</div>
${record.tags.length > 0 && html`<p>${record.tags.map((tag) => html`<span class="tag">${tag}</span> `)}</p>`}
${record.filings.map((one) => publicFiling(view, record, one))}
${why !== 'locked' && staffMay(staff, 'delete-case') && html`<p><a href="${here}/delete">${t('desk.case.delete.link')}</a></p>`}`;
  return showDeskPage(c, view, { title: t('desk.case.title'), main, styles: ['case.css', 'desk-work.css'] });
}

/** A document as far as it lies in clear. */
export function publicFiling(view: DeskView, record: RegisteredCase, one: RegisteredFiling): Html {
  const { t, language, site, today } = view;
  const { steps } = nextInPublic(site.library, record.filings, one.id, today);
  return html`<article class="filing"><h2>${documentName(view, one)}</h2>
<dl class="filing-facts">
<div><dt>${t('case.filing.to')}</dt><dd>${officeOf(view, one)}</dd></div>
<div><dt>${t('case.filing.channel')}</dt><dd>${t(`case.channel.${one.channel}`)}</dd></div>
<div><dt>${t('desk.register.column.filed')}</dt><dd>${weekText(language, one.filedWeek)}</dd></div>
<div><dt>${t('desk.register.column.standing')}</dt><dd>${standingText(view, one)}</dd></div>
${one.dueWeek && html`<div><dt>${t('desk.register.column.due')}</dt><dd>${weekText(language, one.dueWeek)}</dd></div>`}
</dl>
${one.events.length > 0 && html`<ol class="events">${one.events.map((event) => html`<li><p>${eventText.byWeek(view, event)}</p></li>`)}</ol>`}
${steps.length > 0 && html`<h3>${t('desk.case.part.next')}</h3><ul>${steps.map(({ step }) => html`<li>${name(view, step.template)} ${step.why[language]}</li>`)}</ul>`}
</article>`;
}

function name({ site, language }: DeskView, id: string | null): Html | false {
  const template = site.library.templates.get(id ?? '');
  return template !== undefined && html`<strong>${templateText(template, language).title}.</strong>`;
}
