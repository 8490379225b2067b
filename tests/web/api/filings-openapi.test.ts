/** The register in the description of the API: every route, every pointer, and examples that the routes take. */
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { languages } from '#domain/language.ts';
import { registerCalls } from '#web/api/filings/table.ts';
import { armorFor, entered, openRegisterService, shared } from './register-service.ts';

const service = await openRegisterService();
const { call, app, test } = service;
const organisation = await test.organisation('example');
const coordinator = await test.person('example', 'coordinator');
const administrator = await test.person('example', 'administrator');
afterAll(() => test.close());

const content = z.record(z.string(), z.looseObject({ example: z.unknown().optional() }));
const operation = z.looseObject({
  summary: z.string().min(5),
  security: z.array(z.unknown()).optional(),
  requestBody: z.looseObject({ content }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string().min(1), content: content.optional() }),
  ),
});
const description = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()) }),
});

const text = await (await app.request('/openapi.json')).text();
const api = description.parse(JSON.parse(text));
const all = registerCalls().map((one) => {
  const [method = '', path = ''] = one.split(' ');
  return { name: one, method, path, told: operation.parse(api.paths[path]?.[method.toLowerCase()]) };
});

it.each(all)('$name is described, with what it refuses', ({ told, method }) => {
  const statuses = Object.keys(told.responses);
  expect(statuses).toContain('503');
  expect(told.security !== undefined).toBe(statuses.includes('403'));
  if (told.requestBody) expect(statuses).toEqual(expect.arrayContaining(['400', '413', '415', '422']));
  if (method === 'POST' && told.security) expect(statuses).toContain('409');
});

it('every pointer leads somewhere, and nothing is described for nobody', () => {
  const pointers = [...text.matchAll(/"#\/components\/schemas\/(register\.[^"]*)"/g)].map(
    ([, name = '']) => name,
  );
  expect(pointers.length).toBeGreaterThan(20);
  const there = Object.keys(api.components.schemas).filter((name) => name.startsWith('register.'));
  expect([...new Set(pointers)].sort()).toEqual(there.sort());
});

it.each(all.filter(({ told, path }) => told.requestBody && !path.includes('session')))(
  'the example of $name is taken',
  async ({ name, method, path, told }) => {
    const { filing } = await entered(service, 'example', organisation.key.recipient);
    const code = name.includes('by-code') ? await shared(service, organisation) : '';
    const { token } = /people|settings/.test(path) ? administrator : coordinator;
    const scan = path.endsWith('by-code/scan') ? await scanOf(code) : '';
    const colleague = path.includes('people') ? (await test.person('example', 'analyst')).actor.person : '';
    const example = JSON.stringify(told.requestBody?.content['application/json']?.example)
      .replace(
        /-----BEGIN[^"]*/,
        JSON.stringify(await armorFor(test, organisation.key.recipient)).slice(1, -1),
      )
      .replace('00000000-0000-4000-8000-000000000000', scan)
      .replace('123 456 789 012 345 678 901 234 567', code);
    const headers = told.responses['428'] ? { 'If-Match': '*' } : {};
    const at = path.replace('{id}', colleague || filing);
    const response = await call(method, at, { token, headers, body: example });
    const answer = await response.text();
    expect(response.ok, answer).toBe(true);
    expect(Object.keys(told.responses)).toContain(String(response.status));
  },
);

async function scanOf(code: string): Promise<string> {
  const sealed = await armorFor(test, organisation.key.recipient);
  const made = await call('POST', '/api/filings/by-code/scans', { body: { code, sealed } });
  return (await made.json()).id;
}

it('whoever reads the page about the API finds every route in it', async () => {
  for (const language of languages) {
    const page = await (await app.request('/api', { headers: { 'Accept-Language': language } })).text();
    for (const one of registerCalls()) expect(page).toContain(`<code>${one}</code>`);
  }
});
