/**
 * The pages behind a case code: opening it, the case and all that is done with it. The server has them, and so has a tab that
 * opens the code itself and asks the server for what lies sealed (src/browser/returning).
 */
import { type Context, Hono } from 'hono';
import { openCase } from '#domain/case/open-case.ts';
import type { Language } from '#domain/language.ts';
import { isBannedEntry } from '../case/banned-in-case.ts';
import { overview } from '../case/overview/page.ts';
import { type CaseHandler, casePages } from '../case/routes.ts';
import { viewOf } from '../case/view.ts';
import type { Returning, Site } from '../site.ts';
import { sendChanges } from './change.ts';
import { carriedStanding, homeOf } from './home.ts';
import { deletePage, withdrawPage } from './leave.ts';
import { openByCode, showOpen } from './open.ts';
import { scanFile, scanPage } from './scan.ts';
import { type ReturnView, shareView } from './view.ts';

type Handler = (c: Context, view: ReturnView) => Response | Promise<Response>;

const pages: Readonly<Record<string, Handler>> = {
  open: openByCode,
  send: sendChanges,
  scan: scanPage,
  'scan-file': scanFile,
  withdraw: withdrawPage,
  delete: deletePage,
};

export function returningPages(site: Site, following: Returning, language: Language): Hono {
  const app = new Hono({ strict: false });
  const view = (c: Context) => shareView(c, site, following, language);
  app.get('/open', async (c) => showOpen(c, await view(c)));
  app.post('/case', async (c) => casePage(c, await view(c), overview));
  app.post('/case/:page', async (c, next) => {
    const name = c.req.param('page');
    const page = Object.hasOwn(casePages, name) ? casePages[name] : undefined;
    return page ? casePage(c, await view(c), page) : next();
  });
  app.post('/:page', async (c, next) => {
    const name = c.req.param('page');
    const page = Object.hasOwn(pages, name) ? pages[name] : undefined;
    return page ? page(c, await view(c)) : next();
  });
  return app;
}

/** Any page of a case, with the code beside the case. */
function casePage(c: Context, view: ReturnView, page: CaseHandler): Response | Promise<Response> {
  const { site, language, form } = view;
  const opened = openCase(form.raw('case'));
  const shared = carriedStanding(view);
  if (!opened.ok || !shared || isBannedEntry(site.library, opened.value))
    return c.redirect(`/${language}/share/open`, 303);
  const shown = { ...viewOf(site, language, form), kept: opened.value, altered: opened.altered };
  return page(c, { ...shown, home: homeOf(view, shared, shown) });
}
