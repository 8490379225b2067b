/** The routes below `/<lng>/filing`: all offices and ways, and a checklist for each way of each. */
import { Hono } from 'hono';
import { wayTo } from '#domain/filing/ways.ts';
import type { Language } from '#domain/language.ts';
import type { Reader } from '../parts/reader.ts';
import type { Site } from '../site.ts';
import { checklistPage } from './checklist.ts';
import { officesPage } from './offices.ts';

export function filingPages(site: Site, language: Language): Hono {
  const reader = (): Reader => ({ site, language, t: site.texts(language), today: site.today() });
  const app = new Hono();
  app.get('/', (c) => c.html(officesPage(reader())));
  app.get('/:authority', (c) => {
    const { id } = site.library.authorities.get(c.req.param('authority')) ?? {};
    return id === undefined ? c.notFound() : c.redirect(`/${language}/filing#${id}`, 302);
  });
  app.get('/:authority/:channel', (c) => {
    const authority = site.library.authorities.get(c.req.param('authority'));
    const way = authority && wayTo(site.library, authority, c.req.param('channel'));
    return authority && way ? c.html(checklistPage(reader(), authority, way)) : c.notFound();
  });
  return app;
}
