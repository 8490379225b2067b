/** The pages that a tab has in which a shared case was opened: those behind its code, and those that any case has. */
import { Hono } from 'hono';
import { caseRoutes } from '#web/case/routes.ts';
import { filingPages } from '#web/filing/routes.ts';
import { returningPages } from '#web/share/returning.ts';
import type { Returning, Site } from '#web/site.ts';

/** Every other address is the server's: it opens beside, without the case. */
export function tabApp(returning: Returning): (site: Site) => Hono {
  return (site) => {
    const app = new Hono({ strict: false });
    for (const language of site.languages) {
      app.route(`/${language}/share`, returningPages(site, returning, language));
      app.route(`/${language}/case`, caseRoutes(site, language));
      app.route(`/${language}/filing`, filingPages(site, language));
    }
    app.onError((error) => {
      throw error;
    });
    return app;
  };
}
