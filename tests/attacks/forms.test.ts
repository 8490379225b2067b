/** Forms that no page of ours would send: fields twice, fields by the thousand, percent signs that mean nothing. */
import { describe, expect, it } from 'vitest';
import { postForm } from '../support/site.ts';
import { stepIds } from '../web/every-answer.ts';
import { readPage } from '../web/page.ts';
import { app, pageForm } from './inert.ts';

async function controlsOf(step: string, form: string | [string, string][]) {
  const response = await postForm(app, `/ru/online/${step}`, form);
  expect([200, 422], step).toContain(response.status);
  return readPage(await response.text()).controls;
}

/** What the page would send on under `name`. */
async function carried(name: string, form: string | [string, string][], step = 'words'): Promise<string[]> {
  return (await controlsOf(step, form)).filter((one) => one.name === name).map(({ value }) => value);
}

describe('a field that is there twice', () => {
  it.each([
    'template',
    'authority',
    'filedFrom',
    'applicant.lastName',
    'answers.episode',
    'answers.ownSources.0.title',
  ])('%s counts once, and the last one counts', async (name) => {
    const form: [string, string][] = [
      [name, 'первое'],
      [name, 'второе'],
      ['move', 'stay'],
    ];
    expect(await carried(name, form)).toEqual(['второе']);
  });

  it('is a list where a page has boxes, each box once', async () => {
    const form: [string, string][] = ['a', 'b', 'a', 'a'].map((one) => ['answers.sources', one]);
    expect(await carried('answers.sources', [...form, ['move', 'stay']])).toEqual(['a', 'b']);
  });

  it('as two buttons at once leads to one page', async () => {
    const response = await postForm(app, '/ru/online/words', 'move=back&move=next&move=stay');
    expect(response.status).toBe(200);
  });
});

describe('fields by the thousand', () => {
  it.each([
    ['of one list', 'answers.sources=&'.repeat(58_000)],
    [
      'of one list, all different',
      Array.from({ length: 40_000 }, (_, index) => `answers.sources=${index}`).join('&'),
    ],
    ['of one name', 'applicant.lastName=x&'.repeat(45_000)],
    ['that no page has', Array.from({ length: 90_000 }, (_, index) => `f${index}=x`).join('&')],
    ['without names', '=&'.repeat(500_000)],
    [
      'of publications',
      Array.from({ length: 20_000 }, (_, index) => `answers.ownSources.${index}.title=x`).join('&'),
    ],
  ])('%s are read soon, and few are carried on', async (_, form) => {
    for (const step of ['words', 'check', 'sources', 'gone', 'file']) {
      const response = await postForm(app, `/ru/online/${step}`, form);
      expect([200, 404, 413, 422], step).toContain(response.status);
      expect((await response.text()).length, step).toBeLessThan(100_000);
    }
  });
});

describe('percent signs that mean nothing', () => {
  it.each(['%', '%%', '%zz', '%1', '%E0%A4%A', '%ff%fe', '%u0041', '%00', '%c0%ae', '+%2', '&', '='])(
    '%o in a field are read as they are, and break nothing',
    async (text) => {
      for (const step of stepIds)
        await controlsOf(step, `applicant.lastName=${text}&${text}&${text}=${text}&move=stay`);
      expect((await postForm(app, '/ru/online/file', `format=${text}`)).status).toBe(422);
    },
  );

  it.each([
    '%',
    '%zz',
    '%ff',
    '%E0%A4%A',
    '%00',
    '%2e%2e%2f',
    '..%2f..%2fetc%2fpasswd',
    '%252e',
    '%5c..',
    ';a=b',
  ])('%o in an address lead nowhere', async (text) => {
    for (const path of [
      `/ru/${text}`,
      `/api/templates/${text}`,
      `/assets/${text}/site.css`,
      `/assets/x/${text}`,
      `/${text}`,
    ])
      expect((await app.request(path)).status, path).toBe(404);
    for (const query of [`format=${text}`, `limit=${text}`]) {
      const response = await app.request(`/api/complaints?${query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      });
      expect([406, 422], query).toContain(response.status);
    }
  });

  it('a plus is a space and a percent is a percent, as browsers send them', async () => {
    const form = `${new URLSearchParams([...pageForm('100% + 5 &c'), ['move', 'stay']])}`;
    expect(await carried('applicant.address', form)).toEqual(['г. Москва 100% + 5 &c']);
  });
});

it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json', 'image/png', ''])(
  'a form sent as %o is a form with nothing in it, or what it says',
  async (type) => {
    for (const body of [
      '{"applicant.lastName":"x"}',
      '--x\r\nContent-Disposition: form-data; name="move"\r\n\r\nstay\r\n--x--',
      '\u0000\u0001',
    ]) {
      const response = await app.request('/ru/online/name', {
        method: 'POST',
        headers: { 'Content-Type': type },
        body,
      });
      expect([200, 422]).toContain(response.status);
    }
  },
);
