/** The case: what was filed, what happened, the dates, what may be done next. It is never called closed. */
import type { Context } from 'hono';
import { caseTimeline, isKnown } from '#domain/case/case-timeline.ts';
import { filingOf, withoutEvent, withoutFiling } from '#domain/case/edit.ts';
import { type Html, html } from '#html.ts';
import { placed } from '../../parts/place.ts';
import { calendarReveals } from '../../parts/reveals.ts';
import { pressed } from '../form.ts';
import { showCasePage } from '../shell.ts';
import { type CaseView, pathIn, withCase } from '../view.ts';
import { dates } from './dates.ts';
import { filingCard } from './filing-card.ts';
import { limitation } from './limitation.ts';
import { nextDocuments } from './next-documents.ts';
import { shareOffer } from './share-offer.ts';

/** The buttons that stay on this page: remove an event, take out a document. */
export function overview(c: Context, view: CaseView): Response | Promise<Response> {
  const [move, id, at] = pressed(view.form);
  const filing = filingOf(view.kept, id);
  if (move === 'remove' && filing)
    return showOverview(c, withCase(view, withoutEvent(view.kept, id, Number(at))));
  if (move === 'drop' && filing && view.kept.filings.length > 1)
    return showOverview(c, withCase(view, withoutFiling(view.kept, id)));
  return showOverview(c, view);
}

export function showOverview(c: Context, view: CaseView): Response | Promise<Response> {
  const { t, home } = view;
  if (home) return home.overview(c, view);
  const body = caseBody(view, html`${keep(view)}${shareOffer(view)}`);
  return showCasePage(c, view, { id: '', title: t('case.title'), body, back: false });
}

/** `keep` says where the case lies and what keeps it. */
export function caseBody(view: CaseView, keep: Html): Html {
  const { t, kept, site, today, finding } = view;
  const line = caseTimeline(site.library, kept, today);
  return html`${
    finding &&
    html`<div class="finding" role="status" id="finding" tabindex="-1" data-focus><h2>${t(`case.finding.${finding}.title`)}</h2>
<p>${t(`case.finding.${finding}.text`)}</p></div>`
  }
${keep}
<p class="case-contents"><a href="#next">${t('case.next.title')}</a> <a href="#dates">${t('case.dates.title')}</a> <a href="#filings">${t('case.filings')}</a> <a href="#limitation">${t('case.limitation.title')}</a></p>
<h2 id="next">${t('case.next.title')}</h2>
${nextDocuments(view, line)}
<h2 id="dates">${t('case.dates.title')}</h2>
${dates(view, line)}
<h2 id="filings">${t('case.filings')}</h2>
${kept.filings.map((one) => filingCard(view, one))}
${kept.filings.some((one) => !isKnown(site.library, one)) && html`<p class="caution">${t('case.unknownDocument')}</p>`}
<h2 id="limitation">${t('case.limitation.title')}</h2>
${limitation(view, line)}`;
}

function keep(view: CaseView): Html {
  const { t, site, unsaved } = view;
  return html`<div class="keep">
<p>${unsaved ? html`<strong>${placed(site, t, 'case.unsaved', 'device.unsaved')}</strong>` : placed(site, t, 'case.kept', 'device.kept')}</p>
${keepMoves(view)}
</div>`;
}

/** What of a case can be taken along: the file, and the days. */
export function keepMoves(view: CaseView): Html {
  const { t } = view;
  return html`<p class="filing-moves"><button name="move" value="open" formaction="${pathIn(view, 'save')}" formnovalidate>${t('case.move.save')}</button>
<button class="secondary" name="move" value="ics" formaction="${pathIn(view, 'calendar')}" formnovalidate>${t('case.move.calendar')}</button></p>
<p class="hint">${t('case.calendarHint')}</p>
${calendarReveals(t)}`;
}
