/** One case: with its days, documents and notes where the key is open, by weeks alone where it is not. */
import type { Context } from 'hono';
import { caseTimeline } from '#domain/case/case-timeline.ts';
import { findings } from '#domain/case/what-they-answered.ts';
import { type Html, html } from '#html.ts';
import { dates } from '../../case/overview/dates.ts';
import { filingCard } from '../../case/overview/filing-card.ts';
import { limitation } from '../../case/overview/limitation.ts';
import { nextDocuments } from '../../case/overview/next-documents.ts';
import type { CaseView } from '../../case/view.ts';
import { weekText } from '../../parts/week.ts';
import { notHere } from '../closed.ts';
import { enteredNote } from '../entry/entered.ts';
import { askPassphrase } from '../key/unlock.ts';
import { documentName, officeOf } from '../register/filing-words.ts';
import { numberOf } from '../register/find-case.ts';
import { type FieldProblem, showDeskPage } from '../shell.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { asideOf } from './aside.ts';
import { beyondThisCase } from './beyond.ts';
import { forTrial } from './episode.ts';
import { eventText } from './event-text.ts';
import { caseView } from './home.ts';
import { lockedCase, publicFiling } from './locked.ts';
import { type OpenedCase, openingOf } from './opening.ts';

export const casePage: DeskHandler = async (c, view) => {
  const opening = await openingOf(c, view);
  if (opening.state === 'gone') return notHere(c, view);
  if (opening.state !== 'opened') return lockedCase(c, view, opening.record, opening.state);
  const { register } = view.following;
  if (opening.opened.record.isNew) await register.cases.seen(view.staff.actor, opening.opened.record.id);
  return showOpened(c, view, opening.opened);
};

/** Asks for the passphrase, and comes back here with the key open. */
export const unlockCase: DeskHandler = async (c, view) => {
  const record = await view.following.register.cases.get(view.staff.actor, c.req.param('case') ?? '');
  if (!record) return notHere(c, view);
  return (await view.identity()) === undefined
    ? askPassphrase(c, view)
    : c.redirect(deskHref(view, `/case/${record.id}`), 303);
};

export async function showOpened(
  c: Context,
  view: DeskView,
  opened: OpenedCase,
  wrong?: FieldProblem,
): Promise<Response> {
  const { t } = view;
  const shown = caseView(view, opened);
  const main = html`${found(c, view)}${enteredNote(c, view)}
${heading(view, opened)}
<div class="case-file">${theCase(view, opened, shown)}
<div class="case-beside">${await asideOf(view, opened, wrong)}</div></div>`;
  return showDeskPage(c, view, {
    title: t('desk.case.title'),
    main,
    problems: wrong ? [wrong] : [],
    path: `/case/${opened.record.id}`,
    styles: ['case.css', 'desk-work.css'],
  });
}

/** What the page before found out: a word of ours in the address, nothing of the case. */
function found(c: Context, { t }: DeskView): Html | false {
  const word = c.req.query('found');
  if (word === 'nothing-filed')
    return html`<p class="caution" role="alert">${t('desk.case.nothingFiled')}</p>`;
  const finding = [...findings, 'added' as const].find((one) => one === word);
  return (
    finding !== undefined &&
    html`<div class="finding" role="status" id="finding" tabindex="-1" data-focus><h2>${t(`case.finding.${finding}.title`)}</h2>
<p>${t(`case.finding.${finding}.text`)}</p></div>`
  );
}

const parts = ['next', 'dates', 'filings', 'notes', 'work', 'scans', 'history'] as const;

function heading(view: DeskView, { record }: OpenedCase): Html {
  const { t } = view;
  const { id, tags } = record;
  return html`<p>${numberOf(view, id)}${tags.map((tag) => html` <span class="tag">${tag}</span>`)}</p>
<p class="case-contents">${parts.map((one) => html`<a href="#${one}">${t(`desk.case.part.${one}`)}</a> `)}</p>`;
}

function theCase(view: DeskView, opened: OpenedCase, shown: CaseView): Html {
  const { t, site, today } = view;
  const line = caseTimeline(site.library, forTrial(site.library, opened.facts.case), today);
  return html`<form id="step" method="post" action="${shown.home?.path ?? ''}" enctype="multipart/form-data" autocomplete="off" novalidate>
${shown.home?.carried}
<h2 id="next">${t('desk.case.part.next')}</h2>
${beyondThisCase(view, opened, line) || nextDocuments(shown, line)}
<h2 id="dates">${t('desk.case.part.dates')}</h2>
${dates(shown, line)}
<h2 id="filings">${t('desk.case.part.filings')}</h2>
${opened.facts.case.filings.map((one) => html`${filingCard(shown, one)}${saidOtherwise(view, opened, one.id)}${knownByWeek(view, opened, one.id)}`)}
${opened.unsealed.map((one) => publicFiling(view, opened.record, one))}
<h2 id="limitation">${t('case.limitation.title')}</h2>
${limitation(shown, line)}
<p class="filing-moves"><button class="secondary" name="move" value="ics" formaction="${shown.home?.path ?? ''}/calendar" formnovalidate>${t('case.move.calendar')}</button></p>
</form>`;
}

/** Whoever seals a case says what is in clear: the two need not agree, and lists and counts believe what is in clear. */
function saidOtherwise(view: DeskView, { contradicted }: OpenedCase, filing: string): Html | false {
  const { t, language } = view;
  const one = contradicted.get(filing);
  return (
    one !== undefined &&
    html`<div class="caution"><p>${t('desk.case.differs')}</p>
<ul><li>${documentName(view, one)}</li><li>${officeOf(view, one)}</li><li>${t(`case.channel.${one.channel}`)}</li><li>${weekText(language, one.filedWeek)}</li></ul></div>`
  );
}

function knownByWeek(view: DeskView, { byWeek }: OpenedCase, filing: string): Html | false {
  const events = byWeek.get(filing) ?? [];
  return (
    events.length > 0 &&
    html`<div class="caution"><p>${view.t('desk.case.byWeek')}</p><ul>${events.map((one) => html`<li>${eventText.byWeek(view, one)}</li>`)}</ul></div>`
  );
}
