/** Names that JavaScript keeps for itself are ordinary wrong names here, in JSON, in forms and in addresses. */
import { afterEach, describe, expect, it } from 'vitest';
import { bodyOf, postForm, postJson } from '../support/site.ts';
import { readPage } from '../web/page.ts';
import { app, pageForm } from './inert.ts';

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__defineGetter__',
  'valueOf',
];
const pristine = Object.getOwnPropertyNames(Object.prototype).sort();

afterEach(() => {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(pristine);
  expect(Object.keys({})).toEqual([]);
});

/** Valid JSON with one more key, which an object literal could not hold. */
function withKey(key: string, place: 'applicant' | 'answers' | undefined): string {
  const text = JSON.stringify(bodyOf('crime-report-media'));
  const more = `${JSON.stringify(key)}:{"polluted":"yes","gender":"male"},`;
  return place ? text.replace(`"${place}":{`, `"${place}":{${more}`) : text.replace('{', `{${more}`);
}

describe.each(keys)('%s', (key) => {
  it.each(['applicant', 'answers', undefined] as const)(
    'in JSON, inside %s, is refused as unknown',
    async (place) => {
      const response = await postJson(app, withKey(key, place));
      expect(response.status).toBe(422);
      const { errors }: { errors: { path: string; code: string }[] } = await response.json();
      expect(errors).toHaveLength(1);
      expect(errors[0]?.code).toBe('unknown-field');
      expect(errors[0]?.path).toMatch(place ? new RegExp(`^${place}\\.`) : /^[^.]+$/);
    },
  );

  it('as the value of every choice is refused', async () => {
    for (const change of [
      { template: key },
      { authority: key },
      { filedFrom: key },
      { answers: { episode: key } },
      { answers: { sources: [key] } },
      { answers: { requests: [key] } },
      { applicant: { gender: key } },
    ])
      expect([404, 422]).toContain((await postJson(app, bodyOf('crime-report-media', change))).status);
    expect((await postJson(app, bodyOf('crime-report-media'), `format=${key}`)).status).toBe(406);
  });

  it('in an address is a page that is not there', async () => {
    for (const path of [
      `/api/templates/${key}`,
      `/api/${key}`,
      `/assets/${key}/${key}`,
      `/ru/${key}`,
      `/${key}`,
    ])
      expect((await app.request(path)).status, path).toBe(404);
    expect((await postForm(app, `/ru/online/${key}`, pageForm('а'))).status).toBe(404);
  });

  it('as the name or the value of a field of a form changes nothing', async () => {
    for (const step of ['complaint', 'authority', 'sources', 'name', 'check', 'files']) {
      const usual = readPage(await (await postForm(app, `/ru/online/${step}`, pageForm('а'))).text());
      const more: [string, string][] = [
        [key, 'x'],
        [`${key}.x`, 'x'],
        [`applicant.${key}`, 'x'],
        [`answers.acts.${key}`, 'x'],
      ];
      const asked = await postForm(app, `/ru/online/${step}`, [...more, ...pageForm('а')]);
      expect(readPage(await asked.text()).controls, step).toEqual(usual.controls);
      const chosen = [
        ...pageForm('а'),
        ['template', key],
        ['answers.episode', key],
        ['format', key],
        ['move', `change:${key}`],
      ];
      const odd = await postForm(
        app,
        `/ru/online/${step}`,
        chosen.map(([name = '', value = '']): [string, string] => [name, value]),
      );
      expect([200, 422], step).toContain(odd.status);
    }
  });
});
