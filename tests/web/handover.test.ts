/** A helper hands a draft over and a filer opens it, on pages of the server and without any script. */
import { describe, expect, it } from 'vitest';
import { handoverOf, handoverText } from '#domain/handover/handover.ts';
import { linkMark, packed } from '#domain/handover/packed.ts';
import { languages } from '#domain/language.ts';
import { withBanned } from '../domain/made-up-ban.ts';
import { complaintOf, described } from '../support/library.ts';
import { openService } from '../support/site.ts';
import { readPage, textOf } from './page.ts';
import { standingOn, Walker, walkTo } from './walker.ts';

const service = openService();
const { app } = service;
const given = handoverOf(complaintOf('crime-report-media'));

/** What the helper downloads. */
async function fileOf(walker: Walker): Promise<string> {
  await walker.press('Передать');
  const response = await walker.press('Скачать файл');
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="draft.json"');
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  return response.text();
}

function upload(text: string, name = 'file'): FormData {
  const form = new FormData();
  if (name === 'file') form.set('file', new File([text], 'draft.json', { type: 'application/json' }));
  else form.set(name, text);
  form.set('move', 'next');
  return form;
}

async function opened(text: string, language = 'ru', name = 'file', from = app): Promise<Response> {
  return from.request(`/${language}/online/handover/open`, {
    method: 'POST',
    body: upload(text, name),
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  });
}

describe.each(languages)('who reads %s', (language) => {
  const t = service.site.texts(language);

  it('finds the offer on the last step before the name and where answers are checked, folded away', async () => {
    const walker = await standingOn(app, 'words', {}, language);
    for (const step of ['words', 'check']) {
      await walkTo(walker, step);
      expect(walker.html, step).toMatch(/<details class="handover"><summary>/);
    }
  });

  it('is told as a helper what goes along and what never does, each choice in Russian and in their language', async () => {
    const walker = await standingOn(app, 'words', {}, language);
    walker.type('answers.ownWords', 'Слово помощника.');
    await walker.press(t('handover.offer.button'));
    const text = textOf(walker.html);
    const template = service.site.library.templates.get('crime-report-media');
    const requests = Object.entries(template?.matter.requests ?? {});
    for (const [id, { label }] of requests)
      expect(text).toContain(language === 'ru' ? label : template?.translations[language]?.requests[id]);
    expect(text.replaceAll('\u00a0', ' ')).toContain('Председателю Следственного комитета');
    expect(text).toContain('Слово помощника.');
    for (const fact of service.site.library.episodes.get('2017')?.facts ?? [])
      if (fact.kinds.includes('torture') && !fact.publications)
        expect(text).toContain(fact.text[language].slice(0, 20));
    expect(text).toContain(t('handover.give.never.address'));
    expect(walker.html).toContain(`https://example.org/ru/write${linkMark}`);
  });
});

describe('what a helper typed about a person', () => {
  it('is in no file and no link, but still in the form when they go back', async () => {
    const walker = await standingOn(app, 'check');
    const text = await fileOf(walker);
    expect(text).not.toMatch(/Иванов|Мария|Примерная|applicant|gender|date": "2026-12/);
    expect(text).toContain('"ownWords": "Прочитала в газете.\\nПрошу проверить."');
    const link = /#draft=([\w-]+)/.exec(walker.html)?.[1] ?? '';
    const seen = await opened(link, 'ru', 'pasted');
    expect(seen.status).toBe(200);
    expect(await seen.text()).not.toMatch(/Иванов|Примерная/);
    await walker.press('Назад');
    expect(walker.step).toBe('check');
    expect(walker.sent('applicant.lastName')).toEqual(['Иванова']);
  });

  it('a helper whose answers do not hold yet is led to what is to be mended', async () => {
    const walker = await standingOn(app, 'words');
    walker.type('answers.ownWords', 'а'.repeat(2001));
    await walker.press('Передать');
    expect([walker.step, walker.status]).toEqual(['words', 422]);
    expect(walker.page.errors.join()).toContain('2000');
  });

  it('a helper who names a banned organisation gets no file', async () => {
    const strict = openService({ library: withBanned });
    const walker = await standingOn(strict.app, 'words');
    walker.type('answers.ownWords', 'Об этом писало движение «Синяя ромашка».');
    await walker.press('Передать');
    expect([walker.step, walker.status]).toEqual(['words', 422]);
  });
});

describe('the filer', () => {
  it.each(['file', 'pasted'])(
    'opens what was handed over (%s), reads all of it, adds the name and gets the same document',
    async (name) => {
      const helper = await standingOn(app, 'words');
      helper.type('answers.ownWords', 'Прочитала в газете.\nПрошу проверить.');
      const text = await fileOf(helper);
      const response = await opened(text, 'ru', name);
      expect(response.status).toBe(200);
      const filer = await Walker.at(app, response);
      expect(filer.page.heading).toBe('Это подготовили для вас');
      expect(textOf(filer.html)).toContain('Прочитала в газете');
      expect(filer.html).toContain('class="letter-fill"');
      await filer.press('Дальше: вписать моё имя');
      expect([filer.step, filer.status]).toEqual(['name', 200]);
      await walkTo(filer, 'files');
      const alone = await standingOn(app, 'files');
      const bytes = async (walker: Walker) =>
        new Uint8Array(await (await walker.press('docx')).arrayBuffer());
      expect(await bytes(filer)).toEqual(await bytes(alone));
    },
  );

  it('changes one choice and comes back to the review', async () => {
    const filer = await Walker.at(app, await opened(handoverText(given)));
    await filer.press('change:words');
    expect(filer.step).toBe('words');
    filer.type('answers.ownWords', 'Моё слово.');
    await filer.press('next');
    expect(filer.page.heading).toBe('Это подготовили для вас');
    expect(textOf(filer.html)).toContain('Моё слово.');
    await filer.press('change:before');
    filer.choose('filedFrom', 'abroad');
    await filer.press('next');
    expect(filer.step, 'publications depend on the place').toBe('sources');
    await filer.press('next');
    expect(filer.page.heading).toBe('Это подготовили для вас');
    await filer.press('Дальше: вписать моё имя');
    expect(filer.sent('return')).toEqual([]);
  });

  it('reads the review in another language, and nothing is lost', async () => {
    const filer = await Walker.at(app, await opened(handoverText(given)));
    await filer.press('English');
    expect(filer.page.language).toBe('en');
    expect(filer.page.heading).toBe('Somebody prepared this for you');
    expect(textOf(filer.html)).toContain('Sign only what you agree with');
  });

  it('reads the helper’s own events and publications as they were typed', async () => {
    const own = handoverOf(complaintOf('crime-report-media', { answers: described }));
    const filer = await Walker.at(app, await opened(handoverText(own), 'en'));
    for (const words of [described.reports, 'Пропали люди', 'Abduction', '1 March 2024'])
      expect(textOf(filer.html)).toContain(words);
    await filer.press('Go on: add my name');
    expect(filer.sent('answers.reports')).toEqual([described.reports]);
  });
});

describe.each(languages)('a filer who reads %s is told in one sentence', (language) => {
  const t = service.site.texts(language);
  it.each([
    ['nothing was chosen', '', 'empty'],
    ['it is something else', 'Здравствуйте', 'not-a-handover'],
    [
      'a name was put into it',
      JSON.stringify({ ...given, applicant: { lastName: 'Канарейкина' } }),
      'personal',
    ],
    ['the version is later', JSON.stringify({ ...given, version: 2 }), 'newer'],
    ['there is no such document', JSON.stringify({ ...given, template: 'nowhere' }), 'template'],
    [
      'there are no such events',
      JSON.stringify({ ...given, answers: { ...given.answers, episode: 'x' } }),
      'episode',
    ],
    ['it was cut off', packed(given).slice(0, -7), 'damaged'],
    ['it is sealed', 'age-encryption.org/v1\n', 'sealed'],
  ] as const)('that %s', async (_, text, problem) => {
    const response = await opened(text, language, 'pasted');
    expect(response.status).toBe(422);
    const page = readPage(await response.text());
    expect(page.errors).toEqual([textOf(t(`handover.open.problem.${problem}`))]);
    expect(page.html).not.toContain('Канарейкина');
  });

  it('that a banned organisation is named in it, and the name is not shown', async () => {
    const named = { ...given, answers: { ...given.answers, ownWords: 'Движение «Синяя ромашка» писало.' } };
    const strict = openService({ library: withBanned });
    const response = await opened(JSON.stringify(named), language, 'pasted', strict.app);
    const html = await response.text();
    expect(readPage(html).errors).toEqual([textOf(t('handover.open.problem.banned'))]);
    expect(html).not.toContain('ромашка');
  });
});

it('a form with somebody’s name, sent to the review by hand, shows no name', async () => {
  const walker = await standingOn(app, 'check');
  const form = new URLSearchParams(
    walker.page.controls.filter(({ checked }) => checked).map(({ name, value }) => [name, value]),
  );
  const response = await app.request('/ru/online/handover/review', { method: 'POST', body: form });
  expect(response.status).toBe(200);
  expect(await response.text()).not.toMatch(/Иванов|Примерная/);
});
