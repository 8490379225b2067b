/** The description of the API: every pointer in it leads somewhere, and it describes what is really there. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languages } from '#domain/language.ts';
import { allTemplateIds, formatNames, mediaTypes, openService, templateIds } from '../../support/site.ts';

const { app } = openService();
const operation = z.looseObject({ responses: z.record(z.string().regex(/^\d{3}$/), z.looseObject({})) });
const description = z.looseObject({
  openapi: z.string().startsWith('3.1.'),
  info: z.looseObject({ title: z.string().min(1), version: z.string().min(1) }),
  servers: z.array(z.looseObject({ url: z.url() })),
  paths: z.record(z.string().startsWith('/'), z.record(z.enum(['get', 'post']), operation.optional())),
  components: z.looseObject({ schemas: z.record(z.string().regex(/^[\w.-]+$/), z.looseObject({})) }),
});

const response = await app.request('/openapi.json');
const text = await response.text();
const api = description.parse(JSON.parse(text));

it('a program that reads the description finds every pointer of it', () => {
  const pointers = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, pointer = '']) => pointer);
  expect(pointers.length).toBeGreaterThan(templateIds.length);
  for (const pointer of pointers) {
    expect(pointer).toMatch(/^#\//);
    const keys = pointer.slice(2).split('/');
    const found = keys.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([name]) => name === key)?.[1]
          : undefined,
      api,
    );
    expect(found, pointer).toBeDefined();
  }
});

it('a program knows the address that people know', () => {
  expect(api.servers.map(({ url }) => url)).toEqual(['https://example.org']);
});

describe('what it describes is there', () => {
  it.each(Object.keys(api.paths).filter((path) => api.paths[path]?.get))('%s', async (path) => {
    const id = path.includes('authorities') ? 'sk-central' : (templateIds[0] ?? '');
    const asked = await app.request(path.replace('{id}', id));
    expect(asked.status).toBe(200);
  });

  it('with every complaint, every format and every refusal', () => {
    expect(Object.keys(api.components.schemas)).toEqual(expect.arrayContaining(allTemplateIds));
    const post = api.paths['/api/complaints']?.post;
    expect(Object.keys(post?.responses ?? {})).toEqual(['200', '400', '404', '406', '413', '415', '422']);
    expect(JSON.stringify(post)).toContain(JSON.stringify(formatNames));
    for (const type of mediaTypes) expect(JSON.stringify(post?.responses['200'])).toContain(type);
  });
});

it('nothing that the API answers is missing from it, and nothing is there twice', async () => {
  const page = await (await app.request('/api')).text();
  const named = [...page.matchAll(/<code>(?:GET|POST) ([^?<]+)/g)].map(([, path = '']) => path);
  expect(named.filter((path) => path !== '/openapi.json').sort()).toEqual(Object.keys(api.paths).sort());
});

it.each(languages)('somebody who writes programs reads about it in %s', async (language) => {
  const page = await app.request('/api', { headers: { 'Accept-Language': language } });
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`<html lang="${language}"`);
});
