/** What can be written, to whom and about what: the lawyers' files as JSON, with their sources and dates. */
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { caseSchema } from '#domain/case/case-schema.ts';
import { complaintSchema } from '#domain/complaint.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { goesToCourt } from '#domain/follow-up/addressees.ts';
import { authoritiesFor, episodesFor, found } from '#domain/library.ts';
import { isStale } from '#domain/provenance.ts';
import { isReport, type Template } from '#domain/template.ts';
import { languageOf } from '../negotiate.ts';
import type { Site } from '../site.ts';
import { channelsOf } from './channels.ts';
import { problemResponse } from './problem-details.ts';

export function catalogueApi(site: Site): Hono {
  const { library } = site;
  const app = new Hono();
  app.get('/templates', (c) =>
    c.json([...library.templates.values()].map((template) => summary(site, template))),
  );
  app.get('/templates/:id', (c) => {
    const template = library.templates.get(c.req.param('id'));
    if (!template) return problemResponse(c, site.texts(languageOf(c.req.raw.headers)), 404);
    const norms = template.norms.map((id) => dated(site, found(library.norms, id)));
    const schema = z.toJSONSchema(complaintSchema(library, template), { io: 'input' });
    return c.json({
      ...summary(site, template),
      norms,
      schema,
      ...choices(site, template),
      example: exampleBody(library, template, site.today()),
      blankExample: blankBody(library, template, site.today()),
    });
  });
  app.get('/case-schema', (c) => c.json(caseSchema()));
  app.get('/authorities', (c) => c.json([...library.authorities.values()].map((one) => dated(site, one))));
  app.get('/authorities/:id/channels', (c) => {
    const authority = library.authorities.get(c.req.param('id'));
    return authority
      ? c.json(channelsOf(site, authority))
      : problemResponse(c, site.texts(languageOf(c.req.raw.headers)), 404);
  });
  app.get('/episodes', (c) =>
    c.json(
      [...library.episodes.values()].map((episode) => ({
        ...dated(site, episode),
        sources: episode.sources.map((source) => ({
          ...dated(site, source),
          statusInRussia: found(library.organisations, source.publisher).statusInRussia,
          statusChecked: found(library.organisations, source.publisher).checked,
        })),
      })),
    ),
  );
  return app;
}

/** What a person chooses from in a follow-up, each with its source. */
function choices(site: Site, template: Template) {
  if (isReport(template)) return {};
  const { courts, unchecked } = site.library;
  return {
    courts: goesToCourt(template) ? [...courts.values()].map((one) => dated(site, one)) : [],
    unchecked: template.blocks.some(({ kind }) => kind === 'unchecked')
      ? [...unchecked.values()].map((one) => dated(site, one))
      : [],
  };
}

function summary(site: Site, template: Template) {
  const { matter, translations } = template;
  const { requests: _, title, summary, limits, ...rest } = matter;
  const inEveryLanguage = <T>(
    ru: T,
    pick: (translation: Template['translations'][string]) => T,
  ): Record<string, T> => ({
    ru,
    ...Object.fromEntries(Object.entries(translations).map(([language, one]) => [language, pick(one)])),
  });
  return {
    id: template.id,
    titles: inEveryLanguage(title, (one) => one.title),
    summaries: inEveryLanguage(summary, (one) => one.summary),
    limits: inEveryLanguage(limits, (one) => one.limits),
    authorities: authoritiesFor(site.library, template).map(({ id }) => id),
    episodes: episodesFor(site.library, template).map(({ id }) => id),
    requests: Object.entries(matter.requests).map(([id, request]) => ({
      id,
      recommended: request.recommended,
      labels: inEveryLanguage(request.label, (one) => one.requests[id] ?? request.label),
    })),
    ...dated(site, rest),
  };
}

function dated<T extends { checked: string; edition?: string | undefined }>(
  site: Site,
  fact: T,
): T & { stale: boolean } {
  return { ...fact, stale: isStale(fact, site.today()) };
}
