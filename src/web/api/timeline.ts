/** POST /api/timeline: what happened in, time limits, next documents and limitation periods out; as JSON or for a calendar. */
import { type Context, Hono } from 'hono';
import { agendaKey } from '#domain/clock/agenda.ts';
import { readTimeline, timeline } from '#domain/clock/timeline.ts';
import { acceptedType, languageOf } from '../negotiate.ts';
import type { Site } from '../site.ts';
import { agenda } from '../timeline/agenda.ts';
import { timelineAnswer } from '../timeline/answer.ts';
import { isJson, notJson, readJson } from './json-body.ts';
import { problemResponse } from './problem-details.ts';

export const timelineTypes = { json: 'application/json', ics: 'text/calendar' } as const;

export function timelineApi(site: Site): Hono {
  const { library } = site;
  const app = new Hono();
  app.post('/', async (c) => {
    const language = languageOf(c.req.raw.headers);
    const t = site.texts(language);
    if (!isJson(c.req.header('content-type'))) return problemResponse(c, t, 415);
    const format = formatOf(c);
    if (!format) return problemResponse(c, t, 406);
    const body = await readJson(c);
    if (body === notJson) return problemResponse(c, t, 400);
    const request = readTimeline(library, body);
    if (!request.ok) return problemResponse(c, t, 422, request.problems);
    const result = timeline(library, request.value);
    c.header('Content-Language', language);
    c.header('Cache-Control', 'no-store');
    if (format === 'json') return c.json(timelineAnswer(library, { t, language }, result));
    const { today } = request.value;
    const key = request.value.case ?? agendaKey(request.value);
    return c.body(site.calendar(agenda(library, { t, language }, result, key, today)), 200, {
      'Content-Type': `${timelineTypes.ics}; charset=utf-8`,
      'Content-Disposition': 'attachment; filename="dates.ics"',
    });
  });
  app.all('/', (c) => {
    c.header('Allow', 'POST');
    return problemResponse(c, site.texts(languageOf(c.req.raw.headers)), 405);
  });
  return app;
}

/** `?format=` decides; without it the Accept header; without that, JSON. Undefined where neither fits. */
function formatOf(c: Context): keyof typeof timelineTypes | undefined {
  const formats = ['json', 'ics'] as const;
  const name = c.req.query('format');
  if (name !== undefined) return formats.find((one) => one === name);
  const accepted = acceptedType(c.req.raw.headers, Object.values(timelineTypes));
  return formats.find((one) => timelineTypes[one] === accepted);
}
