/**
 * The filer's side of the register, below `/{lng}/share`: sharing a case with an organisation, and coming back by its code.
 * Only a server has the pages of sharing (those behind a code: returning.ts). Nothing of a case and no code is in an address; every answer to a form is kept by nobody.
 */
import { type Context, Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { sameSiteForms } from '../middleware/same-site.ts';
import { wrongPage } from '../pages/wrong.ts';
import type { Following, Site } from '../site.ts';
import { showExplain } from './explain.ts';
import { givenCase } from './given-case.ts';
import { returningPages } from './returning.ts';
import { codeStep, confirmStep, textAgain } from './steps.ts';
import { storeFromBrowser } from './store.ts';
import { type ShareView, shareView } from './view.ts';

type Handler = (c: Context, view: ShareView) => Response | Promise<Response>;

const pages: Readonly<Record<string, Handler>> = {
  code: codeStep,
  confirm: confirmStep,
  keep: storeFromBrowser,
};

export function sharePages(site: Site, following: Following, language: Language): Hono {
  const app = new Hono({ strict: false });
  const view = (c: Context) => shareView(c, site, following, language);
  app.use(sameSiteForms((c) => wrongPage(c, site, language, 403)));
  app.get('/', async (c) => showExplain(c, await view(c), {}));
  app.post('/', async (c) => explain(c, await view(c)));
  app.route('/', returningPages(site, following, language));
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
