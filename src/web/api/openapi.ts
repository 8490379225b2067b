/** The API described by OpenAPI 3.1, made from the same schemas that check the requests. */
import * as z from 'zod/mini';
import { complaintSchema } from '#domain/complaint.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { languages } from '#domain/language.ts';
import { problemCodes } from '#domain/problem.ts';
import { defaultLimit } from '#domain/short-version.ts';
import type { Site } from '../site.ts';
import { registerComponents, registerPaths } from './openapi-register.ts';
import { timelineOperation, timelineSchemas } from './openapi-timeline.ts';

export function openApi(site: Site): Record<string, unknown> {
  const templates = [...site.library.templates.values()];
  const [first] = templates;
  const { following } = site;
  const register = following && registerComponents(site, following);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Proverka',
      version: '1',
      description:
        'Composes Russian complaints from answers, and keeps nothing of them. What is shared with an organisation is kept sealed in its register.',
    },
    ...(site.publicUrl ? { servers: [{ url: site.publicUrl }] } : {}),
    paths: {
      '/healthz': {
        get: {
          summary: 'Is the service up',
          responses: { 200: json('Up', { type: 'object', properties: { status: { const: 'ok' } } }) },
        },
      },
      '/api/templates': {
        get: {
          summary: 'Complaints that can be written',
          responses: { 200: json('List', { type: 'array', items: { type: 'object' } }) },
        },
      },
      '/api/templates/{id}': {
        get: {
          summary: 'One complaint: JSON Schema of its request, norms, and a complete valid example',
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { enum: templates.map(({ id }) => id) } },
          ],
          responses: { 200: json('Template', { type: 'object' }), 404: problem('No such template') },
        },
      },
      '/api/authorities': {
        get: {
          summary: 'Offices, channels and limits',
          responses: { 200: json('List', { type: 'array', items: { type: 'object' } }) },
        },
      },
      '/api/authorities/{id}/channels': {
        get: {
          summary: 'Ways to file with one office, each with its checklist, sources and dates',
          parameters: [
            {
              name: 'id',
              in: 'path',
              required: true,
              schema: { enum: [...site.library.authorities.keys()] },
            },
          ],
          responses: { 200: json('Channels', { type: 'object' }), 404: problem('No such office') },
        },
      },
      '/api/episodes': {
        get: {
          summary: 'What happened, and who published it',
          responses: { 200: json('List', { type: 'array', items: { type: 'object' } }) },
        },
      },
      '/api/case-schema': {
        get: {
          summary: 'JSON Schema of the case file that a person keeps',
          responses: { 200: json('JSON Schema', { type: 'object' }) },
        },
      },
      '/api/timeline': timelineOperation(site, problem),
      '/api/complaints': {
        post: {
          summary: 'Compose a complaint',
          parameters: [
            {
              name: 'format',
              in: 'query',
              schema: { enum: Object.keys(site.formats) },
              description: 'Else the Accept header; else docx',
            },
            {
              name: 'short',
              in: 'query',
              schema: { type: 'boolean' },
              description: 'With format=txt: the version for a portal with a limit',
            },
            {
              name: 'limit',
              in: 'query',
              schema: { type: 'integer', minimum: 1, default: defaultLimit },
              description: 'Characters of the short version',
            },
            {
              name: 'Accept-Language',
              in: 'header',
              schema: { type: 'string' },
              description: `Language of error messages: ${languages.join(', ')}`,
            },
          ],
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: { oneOf: templates.map(({ id }) => ({ $ref: `#/components/schemas/${id}` })) },
                ...(first && {
                  examples: {
                    named: {
                      summary: 'With the name and address of whoever signs',
                      value: exampleBody(site.library, first, site.today()),
                    },
                    blank: {
                      summary: 'A sheet without a name, which is written by hand',
                      value: blankBody(site.library, first, site.today()),
                    },
                  },
                }),
              },
            },
          },
          responses: {
            200: {
              description: 'The file',
              content: Object.fromEntries(
                Object.values(site.formats).map(({ type }) => [type.replace(/;.*/, ''), {}]),
              ),
            },
            400: problem('Not JSON'),
            404: problem('No such template'),
            406: problem('No such format'),
            413: problem('Over 1 MB'),
            415: problem('Not JSON by type'),
            422: problem('Answers to mend'),
          },
        },
      },
      ...(following && registerPaths(site, following)),
    },
    components: {
      ...register,
      schemas: {
        ...register?.schemas,
        ...Object.fromEntries(
          templates.map((template) => [
            template.id,
            z.toJSONSchema(complaintSchema(site.library, template), { io: 'input' }),
          ]),
        ),
        ...timelineSchemas(site),
        Problem: {
          type: 'object',
          description: 'RFC 9457',
          required: ['type', 'title', 'status'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                required: ['path', 'code', 'message'],
                properties: {
                  path: { type: 'string' },
                  code: { enum: problemCodes },
                  message: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  };
}

function json(description: string, schema: unknown) {
  return { description, content: { 'application/json': { schema } } };
}

function problem(description: string) {
  return {
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
