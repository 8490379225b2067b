/** POST /api/complaints: answers in, the complaint out, nothing kept. */
import { type Context, Hono } from 'hono';
import { type Complaint, readComplaint } from '#domain/complaint.ts';
import { defaultLimit, shortVersion } from '#domain/short-version.ts';
import type { Translate } from '#i18n.ts';
import { fileHeaders, letterFile } from '../letter-file.ts';
import { acceptedType, languageOf } from '../negotiate.ts';
import type { Site, SiteFormat } from '../site.ts';
import { isJson, notJson, readJson } from './json-body.ts';
import { problemResponse } from './problem-details.ts';

export function complaintsApi(site: Site): Hono {
  const app = new Hono();
  app.post('/', async (c) => {
    const t = site.texts(languageOf(c.req.raw.headers));
    if (!isJson(c.req.header('content-type'))) return problemResponse(c, t, 415);
    const format = formatOf(site, c);
    if (!format) return problemResponse(c, t, 406);
    const body = await readJson(c);
    if (body === notJson) return problemResponse(c, t, 400);
    const name = templateName(body);
    if (name === undefined) return problemResponse(c, t, 422, [{ path: 'template', code: 'required' }]);
    const template = site.library.templates.get(name);
    if (!template) return problemResponse(c, t, 404);
    const complaint = readComplaint(site.library, template, body, site.today());
    if (!complaint.ok) return problemResponse(c, t, 422, complaint.problems);
    return wantsShort(c, format)
      ? short(c, t, site, complaint.value, format)
      : letterFile(c, site.library, complaint.value, format);
  });
  app.all('/', (c) => {
    c.header('Allow', 'POST');
    return problemResponse(c, site.texts(languageOf(c.req.raw.headers)), 405);
  });
  return app;
}

/** The text for a portal with a limit: `?format=txt&short` or `?format=txt&limit=1500`. */
function short(c: Context, t: Translate, site: Site, complaint: Complaint, format: SiteFormat): Response {
  const limit = Number(c.req.query('limit') ?? defaultLimit);
  if (!Number.isInteger(limit) || limit < 1)
    return problemResponse(c, t, 422, [{ path: 'limit', code: 'type' }]);
  const text = shortVersion(site.library, complaint, limit);
  if (!text.ok) return problemResponse(c, t, 422, text.problems);
  return c.body(text.value, 200, fileHeaders(complaint, format));
}

/** `?format=` decides; without it the Accept header; without that, DOCX. Undefined where none fits. */
function formatOf(site: Site, c: Context): SiteFormat | undefined {
  const name = c.req.query('format');
  if (name !== undefined) return Object.hasOwn(site.formats, name) ? site.formats[name] : undefined;
  const all = Object.values(site.formats);
  const types = all.map(({ type }) => type.replace(/;.*$/, ''));
  const accepted = acceptedType(c.req.raw.headers, types);
  return all.find((_, index) => types[index] === accepted);
}

function wantsShort(c: Context, format: SiteFormat): boolean {
  const short = c.req.query('short');
  const asked =
    (short !== undefined && short !== '0' && short !== 'false') || c.req.query('limit') !== undefined;
  return format.extension === 'txt' && asked;
}

function templateName(body: unknown): string | undefined {
  const name = typeof body === 'object' && body !== null && 'template' in body ? body.template : undefined;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
