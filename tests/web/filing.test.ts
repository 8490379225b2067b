/** The pages that tell how to file: every office and way, in both languages, and the same for a program. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { waysTo } from '#domain/filing/ways.ts';
import { languages } from '#domain/language.ts';
import { library, openService } from '../support/site.ts';
import { readPage } from './page.ts';

const { app } = openService();
const offices = [...library.authorities.values()];
const paths = offices.flatMap(({ id }) =>
  waysTo(library, library.authorities.get(id) ?? offices[0] ?? never()).map(
    ({ channel }) => `${id}/${channel}`,
  ),
);

function never(): never {
  throw new Error('no office');
}

async function page(path: string): Promise<string> {
  const response = await app.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe.each(languages)('in %s', (language) => {
  it.each(paths)('%s is a checklist with one heading, boxes to tick, and no form to send', async (path) => {
    const html = await page(`/${language}/filing/${path}`);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const boxes = html.match(/<input type="checkbox" id="step-\d+" autocomplete="off">/g) ?? [];
    expect(boxes.length).toBeGreaterThan(7);
    expect(html).not.toMatch(/<form|name="step|undefined|\[object|\bNaN\b/);
    expect(html).toContain(
      language === 'ru' ? 'Обычная практика, источника нет.' : 'Usual practice, no source.',
    );
  });

  it.each(paths)('%s never offers e-mail, and marks what is not verified', async (path) => {
    const html = await page(`/${language}/filing/${path}`);
    expect(html).not.toMatch(/mailto:|\w@\w/);
    const [id = '', channel] = path.split('/');
    const one = library.authorities.get(id);
    if (one?.address === null)
      expect(html).toContain(language === 'ru' ? 'Адрес не найден' : 'No address was found');
    if (channel === 'in-person') expect(html).toContain(language === 'ru' ? 'не проверено' : 'not verified');
    if (one?.offByDefault) expect(html).toContain(one.offByDefault[language]);
  });

  it('the list leads to every way of every office, folds local bodies away, and says why e-mail is none', async () => {
    const html = await page(`/${language}/filing`);
    const links = readPage(html).links.map(({ href }) => href);
    for (const path of paths) expect(links).toContain(`/${language}/filing/${path}`);
    const folded = /<details><summary>[\s\S]*/.exec(html)?.[0] ?? '';
    for (const { id, offByDefault } of offices)
      expect(folded.includes(`id="${id}"`), id).toBe(offByDefault !== undefined);
    expect(html).toMatch(
      language === 'ru'
        ? /Электронная почта[^<]*<\/strong>[^<]*не рассматривают/
        : /E-mail[^<]*<\/strong>[^<]*not considered/,
    );
  });

  it.each([
    'nowhere',
    'sk-central/e-mail',
    'sk-central/drop-box',
    'nowhere/post',
    '__proto__/post',
    'gp-skfo/electronic-form',
  ])('there is no page %s', async (path) => {
    expect((await app.request(`/${language}/filing/${path}`)).status).toBe(404);
  });
});

it('English pages leave no Russian word unexplained but names, addresses and what is said aloud', async () => {
  for (const path of paths) {
    const [body = ''] =
      /<div class="where-to">[\s\S]*<nav class="other-ways/.exec(await page(`/en/filing/${path}`)) ?? [];
    const shown = body
      .replace(/<details class="sources">[\s\S]*/, '')
      .replace(/<(\w+)[^>]*lang="ru"[^>]*>[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '');
    const left =
      shown
        .replace(/«[^»]*»/g, '')
        .replace(/\([^)]*\)/g, '')
        .match(/[а-яё]+/gi) ?? [];
    expect(
      left.filter((word) => !['УПК', 'ФЗ'].includes(word)),
      path,
    ).toEqual([]);
  }
});

const channels = z.object({
  authority: z.string(),
  channels: z.array(
    z.object({
      id: z.string(),
      where: z.string().nullable(),
      stale: z.boolean(),
      confidence: z.string(),
      steps: z.record(
        z.string(),
        z.array(z.object({ practice: z.boolean(), sources: z.array(z.object({ stale: z.boolean() })) })),
      ),
      problems: z.array(z.object({ whatThen: z.object({ ru: z.string(), en: z.string() }) })),
      form: z
        .object({
          characters: z.object({ value: z.number(), confidence: z.string(), stale: z.boolean() }).nullable(),
        })
        .optional(),
    }),
  ),
  information: z.array(z.object({ kind: z.string() })),
  notAccepted: z.array(z.object({ name: z.object({ en: z.string() }) })),
});

describe('a program', () => {
  const ask = async (id: string) =>
    channels.parse(await (await app.request(`/api/authorities/${id}/channels`)).json());

  it.each(offices.map(({ id }) => id))(
    'reads the ways to %s, each with its sources and how old they are',
    async (id) => {
      const answer = await ask(id);
      expect(answer.channels.map((one) => `${id}/${one.id}`)).toEqual(
        paths.filter((path) => path.startsWith(`${id}/`)),
      );
      for (const { steps } of answer.channels)
        for (const { practice, sources } of Object.values(steps).flat())
          expect(sources.length > 0).toBe(!practice);
      expect(answer.notAccepted.map(({ name }) => name.en)).toContain('E-mail');
    },
  );

  it('sees an old limit as not verified, an unknown one as null, and an old edition as stale', async () => {
    const form = async (id: string) =>
      (await ask(id)).channels.find((one) => one.id === 'electronic-form')?.form;
    expect(await form('sk-central')).toMatchObject({ characters: { value: 2000, confidence: 'unverified' } });
    expect(await form('gp-central')).toMatchObject({ characters: null });
    const { channels: ways } = await ask('sk-central');
    expect(
      ways
        .flatMap(({ steps }) => Object.values(steps).flat())
        .some(({ sources }) => sources.some(({ stale }) => stale)),
    ).toBe(true);
  });

  it('is told that there is no such office', async () => {
    const response = await app.request('/api/authorities/nowhere/channels');
    expect([response.status, response.headers.get('Content-Type')]).toEqual([
      404,
      'application/problem+json',
    ]);
  });
});
