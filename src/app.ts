/** The one place where the parts meet: library, words, formats and pages become a Hono app. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { deskLanguages, type Language, languages } from '#domain/language.ts';
import { catalogueApi } from '#web/api/catalogue.ts';
import { complaintsApi } from '#web/api/complaints.ts';
import { filingsApi } from '#web/api/filings/routes.ts';
import { leavingRoutes } from '#web/api/filings/table.ts';
import { openApi } from '#web/api/openapi.ts';
import { type ProblemStatus, problemResponse } from '#web/api/problem-details.ts';
import { timelineApi } from '#web/api/timeline.ts';
import { deskPages } from '#web/desk/routes.ts';
import { kitRoutes, showKit } from '#web/kit.ts';
import { languagePages } from '#web/language-pages.ts';
import { fieldLimit } from '#web/middleware/form-fields.ts';
import { keptLimit } from '#web/middleware/kept-bytes.ts';
import { privatePages, security } from '#web/middleware/security.ts';
import { acceptsBrotli, languageOf } from '#web/negotiate.ts';
import { manifest } from '#web/offline/manifest.ts';
import { workerScript } from '#web/offline/worker.ts';
import { apiPage } from '#web/pages/api.ts';
import { securityText } from '#web/pages/security-text.ts';
import { type WrongStatus, wrongPage } from '#web/pages/wrong.ts';
import { sharePages } from '#web/share/routes.ts';
import type { Following, Site } from '#web/site.ts';
import { statisticsPages } from '#web/statistics/routes.ts';
import { unavailablePage, unavailableProblem } from '#web/unavailable.ts';
import { writePage } from '#web/write.ts';
import { RegisterUnavailable } from './register/register.ts';

/** Largest request body, in bytes: a complaint is a few kilobytes. */
const largestBody = 1024 * 1024;

/** `logError` is told what broke and on which route, and never what a person typed. */
export function createApp(site: Site, logError: (error: Error, route: string) => void): Hono {
  const app = new Hono({ strict: false });
  app.use(security, privatePages(isStartPage));
  app.use(bodyLimit({ maxSize: largestBody, onError: (c) => tooLarge(c, site) }));
  app.use(async (c, next) => (holdsNul(c) ? c.notFound() : next()));
  const fewFields = fieldLimit((c) => tooLarge(c, site));
  app.use((c, next) => (isApi(c) ? next() : fewFields(c, next)));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/', (c) => {
    c.header('Vary', 'Accept-Language');
    return c.redirect(`/${languageOf(c.req.raw.headers)}`, 302);
  });
  app.get('/assets/:version/:name', (c) => asset(c, site));
  app.get('/favicon.ico', (c) => c.redirect(site.assets.href('icon.svg'), 302));
  for (const language of languages) app.get(`/${language}/write`, (c) => writePage(c, site, language));
  for (const language of languages) app.get(`/${language}/kit`, (c) => showKit(c, site, language));
  app.route('/kit', kitRoutes(site));
  app.get(
    '/sw.js',
    workerScript(site, (path) => app.request(path)),
  );
  app.get('/manifest.webmanifest', (c) => manifest(c, site));
  app.get('/.well-known/security.txt', (c) => securityText(c, site));
  app.get('/openapi.json', (c) => c.json(openApi(site)));
  app.get('/api', (c) => c.html(apiPage(site, languageOf(c.req.raw.headers))));
  app.route('/api/complaints', complaintsApi(site));
  app.route('/api/timeline', timelineApi(site));
  if (site.following) following(app, site, site.following);
  app.route('/api', catalogueApi(site));
  for (const language of languages) app.route(`/${language}`, languagePages(site, language));
  app.notFound((c) => (isApi(c) ? apiProblem(c, site, 404) : wrong(c, site, 404)));
  app.onError((error, c) => {
    if (error instanceof RegisterUnavailable) {
      logError(error, `${c.req.method} ${routePath(c)}`);
      return unavailable(c, site, error);
    }
    if (!c.req.raw.signal.aborted) logError(error, `${c.req.method} ${routePath(c)}`); // a broken-off line is no fault
    return isApi(c) ? apiProblem(c, site, 500) : wrong(c, site, 500);
  });
  return app;
}

/** What organisations follow: the filer's pages in every language, the desk in its own, the API. */
function following(app: Hono, site: Site, parts: Following): void {
  const fewBytes = keptLimit(parts, (c) => tooMuch(c, site));
  for (const { path } of leavingRoutes) app.post(`/api${path}`, fewBytes);
  for (const page of ['keep', 'confirm', 'send', 'scan'])
    for (const language of languages) app.post(`/${language}/share/${page}`, fewBytes);
  app.route('/api', filingsApi(site, parts));
  for (const language of languages) app.route(`/${language}/share`, sharePages(site, parts, language));
  for (const language of deskLanguages) app.route(`/${language}/desk`, deskPages(site, parts, language));
  for (const language of languages.filter((one) => !deskLanguages.some((spoken) => spoken === one)))
    for (const place of ['desk', 'statistics'])
      app.get(`/${language}/${place}/*`, (c) => c.redirect(`/en${c.req.path.slice(3)}`, 302));
  for (const language of deskLanguages)
    app.route(`/${language}/statistics`, statisticsPages(site, parts, language));
  app.get('/desk', (c) => {
    c.header('Vary', 'Accept-Language');
    return c.redirect(`/${languageOf(c.req.raw.headers)}/desk`, 302);
  });
}

async function asset(c: Context, site: Site): Promise<Response> {
  const path = `${c.req.param('version')}/${c.req.param('name')}`;
  const file = site.assets.files.get(path) ?? (await site.program?.())?.files.get(path);
  if (!file) return c.notFound();
  const compressed = acceptsBrotli(c.req.raw.headers) ? file.brotli : undefined;
  if (compressed) c.header('Content-Encoding', 'br');
  return c.body(compressed ?? file.body, 200, {
    Vary: 'Accept-Encoding',
    'Content-Type': file.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
}

/** A page that says what went wrong and still holds what was typed, where the form could be read. */
async function wrong(c: Context, site: Site, status: WrongStatus): Promise<Response> {
  const posted = c.req.method === 'POST' ? await postedFields(c) : undefined;
  return wrongPage(c, site, pageLanguage(c), status, posted);
}

/** The register does not answer: said plainly, and what was typed is still there. */
async function unavailable(c: Context, site: Site, { reason }: RegisterUnavailable): Promise<Response> {
  const language = pageLanguage(c);
  if (isApi(c)) return unavailableProblem(c, site.texts(language), reason);
  const posted = c.req.method === 'POST' ? await postedFields(c) : undefined;
  return unavailablePage(c, site, language, reason, posted);
}

/** The fields of a form, of either type in which browsers send them. */
async function postedFields(c: Context): Promise<URLSearchParams> {
  const data = await c.req.formData().catch(() => new FormData());
  return new URLSearchParams(
    [...data].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
}

function tooLarge(c: Context, site: Site): Response | Promise<Response> {
  return isApi(c) ? apiProblem(c, site, 413) : wrongPage(c, site, pageLanguage(c), 413);
}

/** No name holds such a byte, and PostgreSQL refuses to look for it; of what is asked behind `?` the API looks for itself. */
function holdsNul(c: Context): boolean {
  return (isApi(c) ? new URL(c.req.url).pathname : c.req.url).includes('%00');
}

/** Too much was left in too little time: who comes later may leave more. */
function tooMuch(c: Context, site: Site): Response | Promise<Response> {
  return isApi(c) ? apiProblem(c, site, 429) : unavailable(c, site, new RegisterUnavailable('busy'));
}

function pageLanguage(c: Context): Language {
  return languages.find((one) => c.req.path.split('/')[1] === one) ?? languageOf(c.req.raw.headers);
}

function apiProblem(c: Context, site: Site, status: ProblemStatus): Response {
  return problemResponse(c, site.texts(languageOf(c.req.raw.headers)), status);
}

function isApi(c: Context): boolean {
  return c.req.path === '/api' || c.req.path.startsWith('/api/');
}

function isStartPage(path: string): boolean {
  return path === '/' || languages.some((language) => path === `/${language}` || path === `/${language}/`);
}
