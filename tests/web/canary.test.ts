/** Somebody's name and address go in by every door; nothing of them comes out but on their own pages and in their files. */
import { describe, expect, it } from 'vitest';
import { thorough } from '../support/languages.ts';
import { bodyOf, formatNames, openService, postForm, postJson, templateIds } from '../support/site.ts';
import { canary, canaryBody, traceIn } from './canary.ts';
import { flat, stepIds } from './every-answer.ts';

const { lastName, firstName, address, latin } = canary;
const valid = bodyOf('crime-report-media', { applicant: { lastName, firstName, address } });
const form: [string, string][] = [...flat(valid), ['acknowledged', 'yes'], ['move', 'next']];
const query = new URLSearchParams({ name: lastName, q: latin }).toString();

/** The headers with the address, where a leak would stay in histories and in logs of others. */
function outside(response: Response): string {
  return [...response.headers].map((header) => header.join(': ')).join('\n');
}

describe('an error never repeats what was wrong', () => {
  it.each(templateIds)('not for %s, whose every field holds the name', async (template) => {
    const { app } = openService();
    const response = await postJson(app, canaryBody(template));
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(JSON.parse(text).errors.length).toBeGreaterThan(10);
    expect(traceIn(text)).toBeUndefined();
    expect(traceIn(outside(response))).toBeUndefined();
  });

  it.each<[string, () => Response | Promise<Response>]>([
    ['broken JSON', () => postJson(openService().app, `{"applicant":{"lastName":"${lastName}"`)],
    ['JSON that is a name', () => postJson(openService().app, JSON.stringify(lastName))],
    ['an unknown complaint', () => postJson(openService().app, { ...valid, template: latin })],
    ['an unknown format', () => postJson(openService().app, valid, `format=${latin}`)],
    ['a wrong limit', () => postJson(openService().app, valid, `format=txt&limit=${latin}`)],
    ['a foreign type', () => postJson(openService().app, valid, '', { 'Content-Type': `text/${latin}` })],
    ['a foreign wish', () => postJson(openService().app, valid, '', { Accept: `text/${latin}` })],
    ['a foreign language', () => postJson(openService().app, {}, '', { 'Accept-Language': latin })],
    ['a large body', () => postJson(openService().app, lastName.repeat(60_000))],
    ['an unknown address', () => openService().app.request(`/api/templates/${latin}?${query}`)],
    ['an unknown page', () => openService().app.request(`/ru/${latin}?${query}`)],
    ['an unknown asset', () => openService().app.request(`/assets/${latin}/${latin}?${query}`)],
    ['a large form', () => postForm(openService().app, '/ru/online/name', `a=${lastName.repeat(60_000)}`)],
    [
      'a foreign form',
      () => postForm(openService().app, '/ru/online/name', form, { Origin: `https://${latin}.org` }),
    ],
    [
      'an unknown method',
      () => openService().app.request(`/ru/online?${query}`, { method: 'PUT', body: lastName }),
    ],
  ])('not for %s', async (_, ask) => {
    const response = await ask();
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(traceIn(await response.text())).toBeUndefined();
    expect(traceIn(outside(response))).toBeUndefined();
  });
});

describe('no address and no header', () => {
  it.each(['/', '/ru/write', '/favicon.ico', '/en/online/name', '/ru/online/file', '/ru/', '/ru/about'])(
    'of %s carries on what was in the query',
    async (path) => {
      const response = await openService().app.request(`${path}?${query}`);
      expect(traceIn(outside(response))).toBeUndefined();
      expect(traceIn(await response.text())).toBeUndefined();
    },
  );

  it.each([...stepIds, 'file', 'print', 'gone'])('of the answer to %s holds what was typed', async (step) => {
    const { app, faults } = openService();
    for (const language of thorough) {
      const response = await postForm(app, `/${language}/online/${step}?${query}`, form);
      expect(traceIn(outside(response))).toBeUndefined();
    }
    expect(faults).toEqual([]);
  });

  it.each(formatNames)('of the file in %s holds what was typed', async (format) => {
    const response = await postJson(openService().app, valid, `format=${format}&${query}`);
    expect(response.status).toBe(200);
    expect(traceIn(outside(response))).toBeUndefined();
  });
});

it('a page holds what was typed in fields of the form and in the preview alone', async () => {
  const { app } = openService();
  for (const step of stepIds) {
    const page = await (await postForm(app, `/ru/online/${step}`, form)).text();
    const elsewhere = page
      .replace(/<main[\s\S]*<\/main>/, '')
      .replace(/<title>.*<\/title>/, (title) => title.toLowerCase());
    expect(traceIn(elsewhere), step).toBeUndefined();
    expect(/(?:href|action|formaction|src|id|class)="[^"]*"/g.exec(page), step).not.toBeNull();
    for (const [attribute] of page.matchAll(
      /\s(?:href|action|formaction|src|id|class|for|aria-\w+)="[^"]*"/g,
    ))
      expect(traceIn(attribute), step).toBeUndefined();
  }
});

it('a route that breaks is told to the log by its pattern, whatever stood in the address', async () => {
  const { app, faults } = openService({
    today: () => {
      throw new Error('broken');
    },
  });
  await app.request(`/ru?${query}`);
  await app.request(`/api/templates/${latin}?${query}`);
  await app.request(`/api/templates/crime-report-media?${query}`);
  await postForm(app, `/ru/online/${latin}?${query}`, form);
  await postForm(app, `/ru/online/name?${query}`, form);
  expect(faults.length).toBeGreaterThanOrEqual(3);
  for (const { route } of faults) expect(traceIn(route)).toBeUndefined();
});
