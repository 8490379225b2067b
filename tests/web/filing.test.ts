/** The pages that tell how to file: every office and way, in every language, and the same for a program. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { waysTo } from '#domain/filing/ways.ts';
import { languages } from '#domain/language.ts';
import { isThorough } from '../support/languages.ts';
import { library, openService } from '../support/site.ts';
import { readPage, textOf } from './page.ts';

const { app, site } = openService();
const offices = [...library.authorities.values()];
const everyPath = offices.flatMap(({ id }) =>
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
  const t = site.texts(language);
  const paths = isThorough(language) ? everyPath : everyPath.filter((_, place) => place % 4 === 0);

  it.each(paths)('%s is a checklist with one heading, boxes to tick, and no form to send', async (path) => {
    const html = await page(`/${language}/filing/${path}`);
    expect(html.match(/<h1\b/g)).toHaveLength(1);
    const boxes = html.match(/<input type="checkbox" id="step-\d+" autocomplete="off">/g) ?? [];
    expect(boxes.length).toBeGreaterThan(7);
    expect(html).not.toMatch(/<form|name="step|undefined|\[object|\bNaN\b/);
    expect(textOf(html)).toContain(textOf(t('filing.practice')));
  });

  it.each(paths)('%s never offers e-mail, and marks what is not verified', async (path) => {
    const html = mainOf(await page(`/${language}/filing/${path}`));
    expect(html).not.toMatch(/mailto:|\w@\w/);
    const [id = '', channel] = path.split('/');
    const one = library.authorities.get(id);
    if (one?.address === null) expect(textOf(html)).toContain(textOf(t('walk.authority.noAddress')));
    if (channel === 'in-person') expect(html).toContain(t('filing.unverified'));
    if (one?.offByDefault) expect(textOf(html)).toContain(textOf(one.offByDefault[language]));
  });

  it('the list leads to every way of every office, folds local bodies away, and says why e-mail is none', async () => {
    const html = await page(`/${language}/filing`);
    const links = readPage(html).links.map(({ href }) => href);
    for (const path of everyPath) expect(links).toContain(`/${language}/filing/${path}`);
    const folded = /<details><summary>[\s\S]*/.exec(html)?.[0] ?? '';
    for (const { id, offByDefault } of offices)
      expect(folded.includes(`id="${id}"`), id).toBe(offByDefault !== undefined);
    const mail = library.guideCommon.noWay.find(({ name }) => name.en === 'E-mail');
    expect(textOf(html)).toContain(textOf(`${mail?.name[language]}. ${mail?.why[language]}`));
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
  for (const path of everyPath) {
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

/** Without the frame, which names the contact of whoever runs the site. */
function mainOf(html: string): string {
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
}

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
        everyPath.filter((path) => path.startsWith(`${id}/`)),
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
