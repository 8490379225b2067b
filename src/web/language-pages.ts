/** Every page below `/ru` or `/en`: the same on the server and on the person's own device. */
import { Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import { caseRoutes } from './case/routes.ts';
import { filingPages } from './filing/routes.ts';
import { handoverRoutes } from './handover/routes.ts';
import { sameSiteForms } from './middleware/same-site.ts';
import { oncePerDay } from './once-per-day.ts';
import { walk } from './online/walk.ts';
import { aboutPage } from './pages/about.ts';
import { cleared, clearPage } from './pages/clear.ts';
import { dangerPage } from './pages/danger.ts';
import { glossaryPage } from './pages/glossary.ts';
import { rulesPage } from './pages/rules.ts';
import { startPage } from './pages/start.ts';
import { wrongPage } from './pages/wrong.ts';
import type { Site } from './site.ts';

export function languagePages(site: Site, language: Language): Hono {
  const app = new Hono({ strict: false });
  app.use(sameSiteForms((c) => wrongPage(c, site, language, 403)));
  app.get(
    '/',
    oncePerDay(site, () => startPage(site, language)),
  );
  app.get(
    '/about',
    oncePerDay(site, () => aboutPage(site, language)),
  );
  app.get(
    '/danger',
    oncePerDay(site, () => dangerPage(site, language)),
  );
  app.get(
    '/rules',
    oncePerDay(site, () => rulesPage(site, language)),
  );
  app.get(
    '/glossary',
    oncePerDay(site, () => glossaryPage(site, language)),
  );
  app.get(
    '/clear',
    oncePerDay(site, () => clearPage(site, language)),
  );
  app.post('/clear', (c) => cleared(c, site, language));
  app.route('/filing', filingPages(site, language));
  app.route('/online/handover', handoverRoutes(site, language));
  app.route('/online', walk(site, language));
  app.route('/case', caseRoutes(site, language));
  return app;
}
