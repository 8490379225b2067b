/** A machine for which the typesetter does not exist, macOS or Windows: everything but the PDF is as elsewhere. */
import { expect, it } from 'vitest';
import { formatsWith, readingsWith } from '#renderers/formats.ts';
import { bodyOf, openService, postJson, templateIds } from '../support/site.ts';
import { standingOn } from './walker.ts';

const { app, site, faults } = openService({
  formats: formatsWith(undefined),
  readings: readingsWith(undefined),
});
const body = bodyOf(templateIds[0] ?? '');

it('a program that asks for PDF hears that there is none, and which formats there are', async () => {
  const response = await postJson(app, body, 'format=pdf');
  expect(response.status).toBe(406);
  const wished = await postJson(app, body, '', { Accept: 'application/pdf' });
  expect(wished.status).toBe(406);
  const description = await (await app.request('/openapi.json')).text();
  expect(description).not.toContain('pdf');
  expect(Object.keys(site.formats)).toEqual(['docx', 'txt', 'html', 'json']);
});

it('a person is not offered a PDF, and gets the other files', async () => {
  const walker = await standingOn(app, 'files');
  const offered = walker.page.buttons.filter(({ name }) => name === 'format').map(({ value }) => value);
  expect(offered).toEqual(['docx', 'txt', 'html']);
  for (const format of Object.keys(site.formats))
    expect((await postJson(app, body, `format=${format}`)).status).toBe(200);
  expect(faults).toEqual([]);
});
