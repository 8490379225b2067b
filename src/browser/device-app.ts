/** The pages of the site as this page has them: every one that asks nothing of a server. */
import { Hono } from 'hono';
import { languagePages } from '#web/language-pages.ts';
import type { Site } from '#web/site.ts';

export function deviceApp(site: Site): Hono {
  const app = new Hono({ strict: false });
  for (const language of site.languages) {
    app.get(`/${language}/write`, (c) => c.redirect(`/${language}/online`, 303));
    app.route(`/${language}`, languagePages(site, language));
  }
  app.onError((error) => {
    throw error;
  });
  return app;
}
