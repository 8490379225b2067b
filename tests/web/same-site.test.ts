/** Another site cannot send our forms in a person's name (CSRF), and no old or careful browser is shut out. */
import { describe, expect, it } from 'vitest';
import { bodyOf, openService, postForm, postJson } from '../support/site.ts';

const { app } = openService();
const form = { 'applicant.lastName': 'Иванова', move: 'stay' };

describe('a form is refused', () => {
  it.each([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost' },
    { 'Sec-Fetch-Site': '' },
    { 'Sec-Fetch-Site': 'same-origin, cross-site' },
    { Origin: 'https://elsewhere.example' },
    { Origin: 'http://localhost:8080' },
    { Origin: 'http://localhost.elsewhere.example' },
    { Origin: 'not an address' },
    { Origin: 'file://' },
  ])('that comes with %o, and the page says what to do', async (headers: Record<string, string>) => {
    for (const path of ['/ru/online/name', '/en/online/file', '/ru/nowhere']) {
      const response = await postForm(app, path, form, headers);
      expect(response.status, path).toBe(403);
      const page = await response.text();
      expect(page).toMatch(/Форма пришла с другого сайта|The form came from another site/);
      expect(page, 'nothing that the other site made up is shown').not.toContain('Иванова');
    }
  });
});

describe('a form is taken', () => {
  it.each([
    {},
    { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'null' },
    { Origin: 'http://localhost' },
    { Origin: 'https://proverka.example', Host: 'proverka.example' },
  ])('that comes with %o', async (headers: Record<string, string>) => {
    expect((await postForm(app, '/ru/online/name', form, headers)).status).toBe(200);
  });
});

describe('another site asks the API', () => {
  const elsewhere = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' };

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'with the type %o, that a browser sends without asking first, and gets 415',
    async (type) => {
      const body = JSON.stringify(bodyOf('crime-report-media'));
      const response = await postJson(app, body, '', { ...elsewhere, 'Content-Type': type });
      expect(response.status).toBe(415);
    },
  );

  it('and is never told that it may read the answer', async () => {
    const asked = await app.request('/api/complaints', {
      method: 'OPTIONS',
      headers: { ...elsewhere, 'Access-Control-Request-Method': 'POST' },
    });
    const answered = await postJson(app, bodyOf('crime-report-media'), '', elsewhere);
    for (const response of [asked, answered])
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
