/** The whole service without a port, and the requests that programs and browsers send to it. */
import { join } from 'node:path';
import type { Hono } from 'hono';
import { readLibrary } from '#content/library.ts';
import { exampleBody } from '#domain/example.ts';
import { reportTemplate } from '#domain/library.ts';
import type { ReportTemplate } from '#domain/template.ts';
import type { Site } from '#web/site.ts';
import { createApp } from '../../src/app.ts';
import { openSite } from '../../src/open-site.ts';

/** A day on which every count of 2017 but the medium ones still runs. */
export const today = '2026-12-01';

const opened = openSite(
  readLibrary(join(import.meta.dirname, '../../templates')),
  { operator: { name: 'Фонд «Пример»', contact: 'help@example.org' }, publicUrl: 'https://example.org' },
  () => new Date(`${today}T09:00:00Z`),
);

export type Service = { app: Hono; site: Site; faults: { error: Error; route: string }[] };

/** The real service on the day `today`; `changes` replace parts of it, `faults` is what it would log. */
export function openService(changes: Partial<Site> = {}): Service {
  const site = { ...opened, ...changes };
  const faults: Service['faults'] = [];
  return { app: createApp(site, (error, route) => faults.push({ error, route })), site, faults };
}

export const { library } = opened;
/** First documents; every document of the library, follow-ups too. */
export const templateIds = [...library.templates.keys()].filter((id) => reportTemplate(library, id));
export const allTemplateIds = [...library.templates.keys()];
export function reportOf(id: string): ReportTemplate {
  const template = reportTemplate(library, id);
  if (!template) throw new Error(`not a first document: ${id}`);
  return template;
}

export const formatNames = Object.keys(opened.formats);
/** The types that a browser or a program names in Accept, without parameters. */
export const mediaTypes = Object.values(opened.formats).map(({ type }) => type.replace(/;.*/, ''));

type Changes = { applicant?: object; answers?: object; [field: string]: unknown };

/** The example request of a template; `applicant` and `answers` are changed field by field. */
export function bodyOf(template: string, { applicant = {}, answers = {}, ...rest }: Changes = {}) {
  const example = exampleBody(library, reportOf(template), today);
  return {
    ...example,
    ...rest,
    applicant: { ...example.applicant, ...applicant },
    answers: { ...example.answers, ...answers },
  };
}

/** Answers about an episode that the person describes. */
export const ownEpisode = {
  episode: 'other',
  sources: [],
  reports: 'Газета сообщила о похищении людей.',
  acts: { kinds: ['abduction'], from: '2024-03-01', to: '2024-03-02' },
  ownSources: [{ title: 'Пропали люди', outlet: 'Городская газета', date: '2024-03-05' }],
} as const;

/** POST /api/complaints; a string is sent as it is. */
export function postJson(
  app: Hono,
  body: unknown,
  query = 'format=txt',
  headers: Record<string, string> = {},
) {
  return app.request(`/api/complaints${query && `?${query}`}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A form of a page, sent as an up-to-date browser sends it. */
export function postForm(
  app: Hono,
  path: string,
  form: string | Record<string, string> | [string, string][],
  headers: Record<string, string> = { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
) {
  return app.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
    body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
  });
}
