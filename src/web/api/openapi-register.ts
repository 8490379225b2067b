/** The register's part of the OpenAPI description: what each route takes and refuses, made from the table of the routes. */
import * as z from 'zod/mini';
import { addWeeks, mondayOf, weekOf } from '#domain/register/week.ts';
import type { Following, Site } from '../site.ts';
import type { ApiRoute } from './filings/asked.ts';
import { type Schemas, schemasOf } from './filings/schemas.ts';
import { addressOf, apiRoutes } from './filings/table.ts';
import { answerSchemas } from './openapi-register-answers.ts';
import { type Call, calls } from './openapi-register-calls.ts';

export function registerPaths(site: Site, following: Following): Record<string, Record<string, unknown>> {
  const schemas = schemasOf(site.library, following.sealing);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of apiRoutes) {
    const path = addressOf(route.path);
    paths[path] = { ...paths[path], [route.method]: operation(site, schemas, route) };
  }
  return paths;
}

export function registerComponents(site: Site, following: Following) {
  const schemas = schemasOf(site.library, following.sealing);
  const taken = Object.values(calls).flatMap(({ body }) => (body ? [body] : []));
  return {
    schemas: {
      ...Object.fromEntries(taken.map((name) => [`register.${name}`, jsonSchema(schemas[name])])),
      ...answerSchemas(site.library),
    },
    securitySchemes: {
      session: {
        type: 'http',
        scheme: 'bearer',
        description: 'The token that POST /api/session gives; the cookie of the desk does too.',
      },
    },
  };
}

function operation(site: Site, schemas: Schemas, route: ApiRoute): Record<string, unknown> {
  const call = callOf(route);
  const isStaff = route.who !== 'anybody';
  const statuses = {
    ...(isStaff && { 401: 'Nobody is signed in', 403: 'The role does not allow it, or another site asked' }),
    ...(call.body && { 400: 'Not JSON', 413: 'Over 1 MB', 415: 'Not JSON by type' }),
    ...((call.body || call.query) && { 422: 'Fields to mend' }),
    ...(route.path.includes(':id') && { 404: 'No such id, or it is another organisation’s' }),
    ...(route.method === 'post' &&
      route.once !== false && {
        409: 'The same request is still running; Retry-After says when to repeat it',
        410: 'It was done, and what it made has been deleted since: it is not made again',
      }),
    ...call.refusals,
    503: 'The register does not answer; Retry-After says when to try again',
  };
  return {
    summary: call.summary,
    ...(isStaff && { security: [{ session: [] }] }),
    parameters: parametersOf(schemas, route, call),
    ...(call.body && { requestBody: requestBody(site, call) }),
    responses: {
      ...Object.fromEntries(Object.entries(call.answers).map(([status, one]) => [status, answer(one)])),
      ...Object.fromEntries(Object.entries(statuses).map(([status, why]) => [status, problem(why)])),
    },
  };
}

function callOf({ method, path }: ApiRoute): Call {
  const call = calls[`${method} ${path}`];
  if (!call) throw new Error(`not described: ${method} ${path}`);
  return call;
}

const ofFiling = 'Id of a filing, or of its case: then events are those of its only filing';

function parametersOf(schemas: Schemas, route: ApiRoute, { query, versioned }: Call): unknown[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
    ...(name === 'id' && route.path.startsWith('/filings') && { description: ofFiling }),
  }));
  const inQuery = query ? Object.entries(jsonSchema(schemas[query]).properties ?? {}) : [];
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    schema: { type: 'string' },
    description,
  });
  return [
    ...inPath,
    ...inQuery.map(([name, schema]) => ({ name, in: 'query', schema })),
    ...(route.method === 'post' && route.once !== false
      ? [header('Idempotency-Key', '16 to 200 random letters, digits and hyphens: sent twice, done once')]
      : []),
    ...(versioned ? [header('If-Match', 'The ETag that the change was made from')] : []),
  ];
}

/** An age armor as it looks; no key opens it. */
const armor = '-----BEGIN AGE ENCRYPTED FILE-----\n…\n-----END AGE ENCRYPTED FILE-----\n';

function requestBody(site: Site, { body, example, csv }: Call) {
  const now = weekOf(site.today());
  const filed = addWeeks(now, -2);
  return {
    required: true,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/register.${body}` },
        example: example?.({ filed, now, day: mondayOf(filed), armor }),
      },
      ...(csv && { 'text/csv': { schema: { type: 'string' } } }),
    },
  };
}

function answer({ about, schema, csv, tagged, file }: Call['answers'][number]) {
  return {
    description: about,
    ...(tagged && { headers: { ETag: { schema: { type: 'string' }, description: 'Version of the case' } } }),
    ...(file && { content: { [file === true ? 'application/octet-stream' : file]: {} } }),
    ...(schema && {
      content: {
        'application/json': { schema: { $ref: `#/components/schemas/register.${schema}` } },
        ...(csv && { 'text/csv': {} }),
      },
    }),
  };
}

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

function jsonSchema(schema: z.ZodMiniType) {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: 'input' });
  return plain;
}
