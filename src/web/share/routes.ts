/**
 * The filer's side of the register, below `/{lng}/share`: sharing a case with an organisation, and coming back by its code.
 * Only a server has these pages. Nothing of a case and no code is in an address; every answer to a form is kept by nobody.
 */
import { type Context, Hono } from 'hono';
import { openCase } from '#domain/case/open-case.ts';
import type { Language } from '#domain/language.ts';
import { isBannedEntry } from '../case/banned-in-case.ts';
import { overview } from '../case/overview/page.ts';
import { type CaseHandler, casePages } from '../case/routes.ts';
import { viewOf } from '../case/view.ts';
import { sameSiteForms } from '../middleware/same-site.ts';
import { wrongPage } from '../pages/wrong.ts';
import type { Following, Site } from '../site.ts';
import { sendChanges } from './change.ts';
import { showExplain } from './explain.ts';
import { givenCase } from './given-case.ts';
import { carriedStanding, homeOf } from './home.ts';
import { deletePage, withdrawPage } from './leave.ts';
import { openByCode, openByCodePage } from './open.ts';
import { scanFile, scanPage } from './scan.ts';
import { codeStep, confirmStep, textAgain } from './steps.ts';
import { storeFromBrowser } from './store.ts';
import { type ShareView, shareView } from './view.ts';

type Handler = (c: Context, view: ShareView) => Response | Promise<Response>;

const pages: Readonly<Record<string, Handler>> = {
  code: codeStep,
  confirm: confirmStep,
  keep: storeFromBrowser,
  open: openByCode,
  send: sendChanges,
  scan: scanPage,
  'scan-file': scanFile,
  withdraw: withdrawPage,
  delete: deletePage,
};

export function sharePages(site: Site, following: Following, language: Language): Hono {
  const app = new Hono({ strict: false });
  const view = (c: Context) => shareView(c, site, following, language);
  app.use(sameSiteForms((c) => wrongPage(c, site, language, 403)));
  app.get('/', async (c) => showExplain(c, await view(c), {}));
  app.get('/open', async (c) => c.html(String(openByCodePage(await view(c)))));
  app.post('/', async (c) => explain(c, await view(c)));
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
  app.get('/*', (c) => c.redirect(`/${language}/share`, 303));
  return app;
}

async function explain(c: Context, view: ShareView): Promise<Response> {
  const given = await givenCase(view);
  if (given.ok) return showExplain(c, view, { kept: given.kept });
  return showExplain(c, view, { wrongCase: given.reason, text: textAgain(view, given.reason) });
}

/** Any page of a case, with the code beside the case. */
function casePage(c: Context, view: ShareView, page: CaseHandler): Response | Promise<Response> {
  const { site, language, form } = view;
  const opened = openCase(form.raw('case'));
  const shared = carriedStanding(view);
  if (!opened.ok || !shared || isBannedEntry(site.library, opened.value))
    return c.redirect(`/${language}/share/open`, 303);
  const shown = { ...viewOf(site, language, form), kept: opened.value, altered: opened.altered };
  return page(c, { ...shown, home: homeOf(view, shared, shown) });
}
