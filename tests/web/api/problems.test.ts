/** What a program is told that asks for something wrong: RFC 9457, in the caller's language, and never its own words. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { languages } from '#domain/language.ts';
import { problemCodes } from '#domain/problem.ts';
import { bodyOf, openService, ownEpisode, postJson } from '../../support/site.ts';

const { app, site } = openService();
const body = bodyOf('crime-report-media');

const problem = z.strictObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.number(),
  detail: z.string().min(1),
  errors: z
    .array(z.strictObject({ path: z.string(), code: z.enum(problemCodes), message: z.string().min(1) }))
    .optional(),
});

async function told(asked: Response | Promise<Response>) {
  const response = await asked;
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const { status, ...rest } = problem.parse(await response.json());
  expect(status).toBe(response.status);
  return { status, ...rest };
}

async function errorsOf(asked: unknown, query?: string): Promise<string[]> {
  const { status, errors = [] } = await told(postJson(app, asked, query));
  expect(status).toBe(422);
  return errors.map(({ path, code }) => `${path} ${code}`);
}

describe('a program is refused with the status that fits', () => {
  it.each<[string, number, () => Response | Promise<Response>]>([
    ['broken JSON', 400, () => postJson(app, '{"template":')],
    ['no body at all', 400, () => postJson(app, '')],
    ['no such complaint', 404, () => postJson(app, { ...body, template: 'nowhere' })],
    ['no such complaint to read about', 404, () => app.request('/api/templates/nowhere')],
    ['no such address', 404, () => app.request('/api/nowhere')],
    ['no such address to post to', 404, () => app.request('/api/templates', { method: 'POST' })],
    ['reading what is only written', 405, () => app.request('/api/complaints')],
    ['deleting', 405, () => app.request('/api/complaints', { method: 'DELETE' })],
    ['a format that is not there', 406, () => postJson(app, body, 'format=odt')],
    ['a format by a name of the language', 406, () => postJson(app, body, 'format=constructor')],
    ['accepting only what is not there', 406, () => postJson(app, body, '', { Accept: 'image/png' })],
    ['plain text', 415, () => postJson(app, body, '', { 'Content-Type': 'text/plain' })],
    ['a type that only ends like JSON', 415, () => postJson(app, body, '', { 'Content-Type': 'text/json5' })],
    ['JSON with nothing in it', 422, () => postJson(app, null)],
    ['JSON without a complaint', 422, () => postJson(app, [])],
  ])('for %s: %i', async (_, status, ask) => {
    expect((await told(ask())).status).toBe(status);
  });

  it('and 405 says which method it takes', async () => {
    expect((await app.request('/api/complaints')).headers.get('Allow')).toBe('POST');
  });
});

describe.each<readonly [string, string]>([
  ['ru', 'Заполните это поле.'],
  ['en', 'Fill in this field.'],
  ['nl, en-GB;q=0.8, ru;q=0.5', 'Fill in this field.'],
  ['nl', 'Заполните это поле.'],
  ...languages.map((one) => [`${one}-XX`, site.texts(one)('errors.required')] as const),
])('a caller who reads %s', (asked, sentence) => {
  const headers = { 'Accept-Language': asked };
  const language = languages.find((one) => site.texts(one)('errors.required') === sentence);

  it.each<[string, unknown]>([
    ['the complaint', {}],
    ['the address', { ...body, applicant: { ...body.applicant, address: '' } }],
  ])('is told in that language that %s is missing', async (_, wrong) => {
    const response = await postJson(app, wrong, '', headers);
    expect(response.headers.get('Content-Language')).toBe(language);
    expect((await told(response)).errors?.map(({ message }) => message)).toEqual([sentence]);
  });
});

describe('every answer that is wrong is named by its path', () => {
  it.each<[string, object]>([
    ['authority choice', { authority: 'gp-central' }],
    ['answers.ownWords type', { answers: { ownWords: 5 } }],
    ['date date', { date: '2026-02-30' }],
    ['filedFrom choice', { filedFrom: 'moon' }],
    ['applicant.lastName required', { applicant: { lastName: ' ' } }],
    ['applicant.firstName latin-name', { applicant: { firstName: 'Maria' } }],
    ['applicant.patronymic name-characters', { applicant: { patronymic: 'Петровна 2' } }],
    ['applicant.gender choice', { applicant: { gender: 'x' } }],
    ['applicant.address too-long', { applicant: { address: 'а'.repeat(251) } }],
    ['applicant.email email', { applicant: { email: 'a@b' } }],
    ['applicant.phone phone', { applicant: { phone: 'call me' } }],
    ['answers.episode choice', { answers: { episode: '1917' } }],
    ['answers.sources.0 source-not-in-episode', { answers: { sources: ['ng-2019-01-11'] } }],
    ['answers.sources.0 source-abroad-only', { answers: { sources: ['hrw-2017-05-26'] } }],
    ['answers.ownSources no-source', { answers: { sources: [] } }],
    ['answers.requests no-request', { answers: { requests: [] } }],
    ['answers.ownWords too-long', { answers: { ownWords: 'а'.repeat(2001) } }],
    ['answers.printouts type', { answers: { printouts: 'yes' } }],
    ['answers.reports unknown-field', { answers: { reports: 'x' } }],
    [
      'answers.acts.to date-order',
      { answers: { ...ownEpisode, acts: { ...ownEpisode.acts, to: '2024-02-01' } } },
    ],
    ['answers.acts.kinds no-act', { answers: { ...ownEpisode, acts: { ...ownEpisode.acts, kinds: [] } } }],
    ['answers.acts required', { answers: { ...ownEpisode, acts: undefined } }],
    [
      'answers.ownSources.0.url url',
      { answers: { ownSources: [{ ...ownEpisode.ownSources[0], url: 'javascript:1' }] } },
    ],
    ['answers.ownSources too-many', { answers: { ownSources: Array(6).fill(ownEpisode.ownSources[0]) } }],
    ['more unknown-field', { more: 1 }],
    ['applicant.passport unknown-field', { applicant: { passport: '1234' } }],
  ])('%s', async (expected, changes) => {
    expect(await errorsOf(bodyOf('crime-report-media', { ...changes }))).toEqual([expected]);
  });

  it('and all of them at once', async () => {
    const { length } = await errorsOf({ template: 'crime-report-media', applicant: {}, answers: {} });
    expect(length).toBeGreaterThanOrEqual(4);
  });
});
