/** JSON of any shape is answered soon: a hundred thousand levels, a hundred thousand entries, wrong kinds everywhere. */
import { describe, expect, it } from 'vitest';
import { bodyOf, ownEpisode, postJson } from '../support/site.ts';
import { app } from './inert.ts';

const levels = 100_000;
const valid = JSON.stringify(bodyOf('crime-report-media'));

describe('somebody sends JSON a hundred thousand levels deep', () => {
  it.each([
    ['of lists', `${'['.repeat(levels)}${']'.repeat(levels)}`],
    ['of objects', `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
    ['that never ends', '['.repeat(levels)],
    ['in an unknown field', valid.replace('{', `{"a":${'['.repeat(levels)}${']'.repeat(levels)},`)],
    [
      'in a list of ours',
      valid.replace('"sources":[', `"sources":[${'['.repeat(levels)}${']'.repeat(levels)},`),
    ],
    [
      'in a text of ours',
      valid.replace('"ownWords":', `"ownWords":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)},"x":`),
    ],
    [
      'in the name',
      valid.replace('"lastName":', `"lastName":${'['.repeat(levels)}${']'.repeat(levels)},"x":`),
    ],
  ])('%s, and is told what is wrong', async (_, text) => {
    const response = await postJson(app, text);
    expect([400, 422]).toContain(response.status);
    expect((await response.text()).length).toBeLessThan(20_000);
  });
});

describe('somebody sends a list without end', () => {
  const many = 60_000;
  const repeat = <T>(one: T): T[] => Array.from({ length: many }, () => one);

  it.each<[string, object]>([
    ['of one right publication', { sources: repeat('ng-2017-04-01') }],
    ['of wrong publications', { sources: repeat('x') }],
    ['of numbers for publications', { sources: repeat(1) }],
    ['of one right request', { requests: repeat('check') }],
    ['of kinds of act', { ...ownEpisode, acts: { ...ownEpisode.acts, kinds: repeat('torture') } }],
    ['of publications of their own', { ownSources: repeat({}) }],
  ])('%s, and is told that it is too many', async (_, answers) => {
    const response = await postJson(app, bodyOf('crime-report-media', { answers }));
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(text.length).toBeLessThan(20_000);
    expect(text).toContain('"code":"too-many"');
  });

  it('of unknown fields, and is told of some', async () => {
    const fields = Object.fromEntries(Array.from({ length: many }, (_, index) => [`k${index}`, 1]));
    const response = await postJson(app, { ...bodyOf('crime-report-media'), ...fields });
    expect(response.status).toBe(422);
    expect((await response.text()).length).toBeLessThan(20_000);
  });
});

describe('somebody sends the wrong kind', () => {
  const kinds: readonly unknown[] = [
    null,
    true,
    0,
    -1.5,
    1e308,
    ' ',
    [],
    [null],
    {},
    { length: 5 },
    { toString: 1 },
  ];

  it.each(kinds)('%j, wherever an answer stands, and is told by path', async (kind) => {
    const { applicant, answers, ...rest } = bodyOf('crime-report-media');
    const wrong = [
      ...Object.keys(rest).map((key) => ({ ...rest, applicant, answers, [key]: kind })),
      ...Object.keys(applicant).map((key) => ({
        ...rest,
        answers,
        applicant: { ...applicant, [key]: kind },
      })),
      ...Object.keys(answers).map((key) => ({ ...rest, applicant, answers: { ...answers, [key]: kind } })),
      { ...rest, applicant: kind, answers },
      { ...rest, applicant, answers: kind },
    ];
    for (const body of wrong) {
      const response = await postJson(app, body);
      expect([200, 404, 422], JSON.stringify(body)).toContain(response.status);
    }
    expect((await postJson(app, JSON.stringify(kind))).status).toBe(422);
  });

  it.each(['1', '"text"', 'null', '[]', 'true'])('as the whole body: %s', async (text) => {
    expect((await postJson(app, text)).status).toBe(422);
  });

  it.each(['{"template":"crime-report-media",}', "{'a':1}", '{a:1}', '\ufeff', 'NaN', '{}{}', '// x', '01'])(
    'that is no JSON at all: %s',
    async (text) => {
      expect((await postJson(app, text)).status).toBe(400);
    },
  );

  it('twice under one key, and the last one counts', async () => {
    const twice = valid.replace('"lastName":', '"lastName":"Первая","lastName":');
    expect(await (await postJson(app, twice)).text()).not.toContain('Перв');
  });
});
