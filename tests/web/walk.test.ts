/** From the first page to the files, in every language, for every complaint: without JavaScript. */
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { documentText } from '../support/docx-parts.ts';
import { isThorough } from '../support/languages.ts';
import { formatNames, openService, templateIds } from '../support/site.ts';
import { standingOn, type Walker, walkTo } from './walker.ts';

const { app } = openService();

describe.each(languages)('in %s', (language) => {
  it.each(isThorough(language) ? templateIds : templateIds.slice(0, 1))(
    'somebody walks to the files of %s and downloads each',
    async (template) => {
      const chosen = { complaint: (walker: Walker) => walker.choose('template', template) };
      const walker = await standingOn(app, 'files', chosen, language);
      expect(walker.page.language).toBe(language);

      const docx = await walker.press('docx');
      expect(docx.headers.get('Content-Disposition')).toBe(
        'attachment; filename="zayavlenie-2026-12-01.docx"',
      );
      const letter = documentText(new Uint8Array(await docx.arrayBuffer()));
      expect(letter).toContain('Ивановой Марии');
      expect(letter).toContain('Прошу проверить.');

      const txt = await walker.press('txt');
      expect(txt.headers.get('Content-Disposition')).toBe('attachment; filename="zayavlenie-2026-12-01.txt"');
      expect(await txt.text()).toContain('101000, г. Москва, ул. Примерная, д. 1');

      const html = await walker.press('html');
      expect(html.headers.get('Content-Disposition')).toBe(
        'attachment; filename="zayavlenie-2026-12-01.html"',
      );
      expect(await html.text()).toContain('Ивановой Марии');

      if (!formatNames.includes('pdf')) return; // this machine makes none
      const pdf = await walker.press('pdf');
      expect(pdf.headers.get('Content-Disposition')).toBe('attachment; filename="zayavlenie-2026-12-01.pdf"');
      expect(pdf.headers.get('Content-Type')).toBe('application/pdf');
    },
  );
});

it('a step names itself, counts itself and carries every answer on', async () => {
  const walker = await standingOn(app, 'name');
  expect(walker.page.heading).not.toBe('');
  expect(walker.html).toMatch(/<p class="progress">Шаг 8 из 13</);
  expect(walker.sent('answers.ownWords')).toEqual(['Прочитала в газете.\r\nПрошу проверить.']);
  expect(walker.sent('template')).toEqual(['crime-report-media']);
  expect(walker.sent('filedFrom')).toEqual(['russia']);
  expect(walker.sent('answers.sources').length).toBeGreaterThan(0);
});

it('somebody who presses Enter in a text field goes on, and not back', async () => {
  const walker = await standingOn(app, 'name');
  walker.type('applicant.lastName', 'Иванова');
  walker.type('applicant.firstName', 'Мария');
  await walker.pressEnter();
  expect(walker.step).toBe('name-form');
});

it('somebody who goes back through every page finds every answer as given', async () => {
  const walker = await standingOn(app, 'files');
  const steps = [];
  for (let pages = 0; walker.step !== 'before' && pages < 20; pages++) {
    await walker.press('back');
    steps.push(walker.step);
  }
  expect(steps).toHaveLength(12);
  expect(walker.sent('applicant.lastName')).toEqual(['Иванова']);
  expect(walker.sent('applicant.address')).toEqual(['101000, г. Москва,\r\nул. Примерная, д. 1']);
  expect(walker.sent('answers.episode')).toEqual(['2017']);
  await walkTo(walker, 'files', {});
  expect(await (await walker.press('txt')).text()).toContain('Ивановой Марии');
});

it('somebody with no publication in the list names their own and describes what it reports', async () => {
  const walker = await standingOn(app, 'sources', {
    episode: (on) => on.choose('answers.episode', 'other'),
  });
  walker.type('answers.reports', 'Газета сообщила о похищении двух человек.');
  walker.tick('answers.acts.kinds', 'abduction');
  walker.type('answers.acts.from', '2024-03-01');
  walker.type('answers.ownSources.0.title', 'Пропали люди');
  walker.type('answers.ownSources.0.outlet', 'Городская газета');
  walker.type('answers.ownSources.0.date', '05.03.2024');
  await walker.press('add-source');
  expect(walker.sent('answers.ownSources.0.title')).toEqual(['Пропали люди']);
  expect(walker.sent('answers.reports')).toEqual(['Газета сообщила о похищении двух человек.']);
  walker.type('answers.ownSources.1.title', 'Ещё одна статья');
  walker.type('answers.ownSources.1.outlet', 'Сайт газеты');
  walker.type('answers.ownSources.1.date', '2024-03-06');
  walker.type('answers.ownSources.1.url', 'https://example.org/page');
  await walkTo(walker, 'files', { sources: () => {} });
  const letter = await (await walker.press('txt')).text();
  expect(letter).toContain('Газета сообщила о похищении двух человек.');
  expect(letter).toContain('«Пропали люди»\u00a0— «Городская газета», 5\u00a0марта 2024\u00a0года');
  expect(letter).toContain('https://example.org/page');
});

it('somebody asks for a shorter text for a portal and gets it within the limit', async () => {
  const walker = await standingOn(app, 'files');
  await walker.press('Для электронной формы');
  walker.type('limit', '1500');
  await walker.press('Пересчитать');
  const short = /<textarea id="short-text"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(walker.html)?.[1] ?? '';
  expect(short).toContain('Иванова Мария');
  expect(short.replaceAll('\n', '\r\n').length).toBeLessThanOrEqual(1500);
  walker.type('limit', '10');
  await walker.press('Пересчитать');
  expect(walker.html).toContain('В такой предел самое важное не помещается.');
});

it('somebody opens the letter for printing without a file on the device', async () => {
  const walker = await standingOn(app, 'files');
  const print = await walker.press('Открыть для печати');
  expect(print.headers.get('Content-Disposition')).toBe('inline');
  expect(print.headers.get('Cache-Control')).toBe('no-store');
  expect(await print.text()).toContain('Ивановой Марии');
});
