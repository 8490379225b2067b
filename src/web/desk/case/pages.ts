/** The pages of a case at the desk: answers, events, the next document and its files, by the same questions as a filer's. */
import type { Context } from 'hono';
import { answerPage } from '../../case/answer.ts';
import { calendarFile } from '../../case/calendar.ts';
import { askedIn } from '../../case/document/asked.ts';
import { documentPage } from '../../case/document/page.ts';
import { documentPaper } from '../../case/document/papers.ts';
import { documentFile, readyPage } from '../../case/document/ready.ts';
import { eventPage } from '../../case/event.ts';
import { filedPage } from '../../case/filed.ts';
import { formOf } from '../../case/form.ts';
import { letterPage } from '../../case/letter.ts';
import { overview } from '../../case/overview/page.ts';
import type { CaseView } from '../../case/view.ts';
import { notHere } from '../closed.ts';
import { askPassphrase } from '../key/unlock.ts';
import { type DeskHandler, type DeskView, deskHref } from '../view.ts';
import { askEpisode, withoutEpisode } from './episode.ts';
import { caseView } from './home.ts';
import { lockedCase } from './locked.ts';
import { type OpenedCase, openingOf } from './opening.ts';

type CaseHandler = (c: Context, view: CaseView) => Response | Promise<Response>;

/** By the last part of their address. */
export const casePages: Readonly<Record<string, DeskHandler>> = {
  filed: opened(filedPage),
  answer: opened(answerPage),
  letter: opened(letterPage),
  event: opened(eventPage),
  document: opened(documentPage),
  ready: opened(readyPage),
  file: opened(documentFile),
  paper: opened(documentPaper),
  calendar: opened(calendarFile),
};

/** Buttons of the case itself: taking out an event or a document. */
export const caseMoves: DeskHandler = opened(overview);

/** A page that is reached by a form alone: whoever comes by its address is led to the case. */
export const backToCase: DeskHandler = (c, view) =>
  c.redirect(deskHref(view, `/case/${c.req.param('case')}`), 303);

/** The next document by its address, from the page of the day: the register's id of what it follows, and its template. */
export const nextDocument: DeskHandler = async (c, view) => {
  const filing = c.req.query('filing') ?? '';
  const template = c.req.query('template') ?? '';
  return withOpened(c, view, (case_) => {
    const at = case_.record.filings.findIndex(({ id }) => id === filing);
    const id = case_.facts.case.filings[at]?.id;
    if (id === undefined || !view.site.library.templates.has(template)) return notHere(c, view);
    const shown = caseView(view, case_, formOf([['move', `make:${id}:${template}`]]));
    return asking(c, view, case_, shown, documentPage);
  });
};

function opened(handler: CaseHandler): DeskHandler {
  return (c, view) => withOpened(c, view, (case_) => asking(c, view, case_, caseView(view, case_), handler));
}

/** What an imported case may lack is asked before the document that needs it. */
function asking(
  c: Context,
  view: DeskView,
  case_: OpenedCase,
  shown: CaseView,
  handler: CaseHandler,
): Response | Promise<Response> {
  const asked = handler === documentPage ? askedIn(shown) : undefined;
  const root = asked && withoutEpisode(view.site.library, case_.facts.case, asked.filing);
  if (!asked || !root) return handler(c, shown);
  const at = case_.facts.case.filings.findIndex(({ id }) => id === asked.filing.id);
  const filing = case_.record.filings[at]?.id ?? '';
  return askEpisode(c, view, case_, root, { filing, template: asked.template.id });
}

async function withOpened(
  c: Context,
  view: DeskView,
  handler: (opened: OpenedCase) => Response | Promise<Response>,
): Promise<Response> {
  const opening = await openingOf(c, view);
  if (opening.state === 'gone') return notHere(c, view);
  if (opening.state === 'locked') return askPassphrase(c, view);
  if (opening.state !== 'opened') return lockedCase(c, view, opening.record, opening.state);
  return handler(opening.opened);
}
