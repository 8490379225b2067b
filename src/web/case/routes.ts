/**
 * The routes below `/<lng>/case`. The case travels in one hidden field from page to page and is kept nowhere: every page
 * reads it by the schema before anything else, and one that cannot be read leads back to the way in.
 */
import { type Context, Hono } from 'hono';
import { openCase } from '#domain/case/open-case.ts';
import type { Language } from '#domain/language.ts';
import { oncePerDay } from '../once-per-day.ts';
import type { Site } from '../site.ts';
import { answerPage } from './answer.ts';
import { isBannedCase, isBannedEntry } from './banned-in-case.ts';
import { calendarFile } from './calendar.ts';
import { documentPage } from './document/page.ts';
import { documentPaper } from './document/papers.ts';
import { documentFile, readyPage } from './document/ready.ts';
import { eventPage } from './event.ts';
import { filedPage } from './filed.ts';
import { readCaseForm } from './form.ts';
import { keepCase } from './keep.ts';
import { letterPage } from './letter.ts';
import { openPage, showOpenPage } from './open.ts';
import { overview, showOverview } from './overview/page.ts';
import { saveFile, savePage } from './save.ts';
import { type CaseView, viewOf } from './view.ts';

export type CaseHandler = (c: Context, view: CaseView) => Response | Promise<Response>;

/** Pages of a case by the last part of their address; the case itself is `overview`. */
export const casePages: Readonly<Record<string, CaseHandler>> = {
  filed: filedPage,
  answer: answerPage,
  letter: letterPage,
  event: eventPage,
  document: documentPage,
  ready: readyPage,
  file: documentFile,
  paper: documentPaper,
  save: savePage,
  download: saveFile,
  calendar: calendarFile,
};

export function caseRoutes(site: Site, language: Language): Hono {
  const app = new Hono();
  app.get(
    '/',
    oncePerDay(site, () => openPage(site, language)),
  );
  app.post('/open', async (c) => {
    const form = await readCaseForm(c);
    if (form.line('move') === 'stay') return c.html(String(openPage(site, language)));
    const text = form.file ?? form.raw('pasted');
    const opened = openCase(text);
    if (!opened.ok) return showOpenPage(c, site, language, opened.reason, text);
    if (await isBannedCase(site.library, opened.value)) return showOpenPage(c, site, language, 'banned', '');
    return showOverview(c, { ...viewOf(site, language, form), kept: opened.value, altered: opened.altered });
  });
  app.post('/keep', (c) => keepCase(c, site, language));
  app.post('/', (c) => withCase(c, site, language, overview));
  app.post('/:page', (c, next) => {
    const name = c.req.param('page');
    const page = Object.hasOwn(casePages, name) ? casePages[name] : undefined;
    return page ? withCase(c, site, language, page) : next();
  });
  app.get('/*', (c) => c.redirect(`/${language}/case`, 303));
  return app;
}

async function withCase(c: Context, site: Site, language: Language, page: CaseHandler): Promise<Response> {
  const form = await readCaseForm(c);
  const text = form.raw('case');
  const opened = openCase(text);
  if (!opened.ok)
    return showOpenPage(c, site, language, opened.reason === 'empty' ? 'lost' : opened.reason, text);
  if (isBannedEntry(site.library, opened.value)) return showOpenPage(c, site, language, 'banned', '');
  return page(c, { ...viewOf(site, language, form), kept: opened.value, altered: opened.altered });
}
