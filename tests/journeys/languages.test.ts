/** Every language in a real browser, on a phone and on a desk: pages, the walk to the files on the server and on the device, a case. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays } from '#domain/dates.ts';
import { type Language, languages } from '#domain/language.ts';
import { aCase, aFiling } from '../domain/case/a-case.ts';
import { expectNoBarriers } from '../support/barriers.ts';
import { openDevice, walkTo } from '../support/device.ts';
import { setOut } from '../support/journey.ts';
import { chooseLanguage, openBrowser, startService, today, walkToFiles } from '../support/person.ts';
import { pseudoParts } from '../support/pseudo.ts';
import { expectRead, tooWide } from '../support/reading-person.ts';
import { library, openService } from '../support/site.ts';

const { service, browser } = await setOut();

const pages = ['', '/danger', '/glossary', '/about', '/filing', '/filing/sk-central/post', '/kit', '/clear'];
/** Half of the readers walk on the server, half on their own device. */
const onDevice = (language: Language) => languages.indexOf(language) % 2 === 1;
/** Where scripts that look for barriers look in every language; the others are the same but for the words. */
const looked = ['/filing/sk-central/post', 'check'];

const filed = addDays(today, -80);
const saved = JSON.stringify(
  aCase([aFiling({ date: filed, channel: 'post', events: [{ kind: 'sent', date: filed }] })]),
);

async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
}

/** A case that nobody has answered, up to the next document. */
async function toNextDocument(
  page: Page,
  address: string,
  look: (where: string) => Promise<void>,
): Promise<void> {
  await page.goto(`${address}/case`);
  const file = { name: 'case.json', mimeType: 'application/json', buffer: Buffer.from(saved) };
  await page.setInputFiles('input[type=file]', file);
  await press(page, '[data-open]');
  await look('case');
  await press(page, 'button[formaction$="/case/answer"]');
  await page.check('input[name=saying][value=nothing]');
  await press(page, '.buttons button[value=next]');
  await press(page, '.buttons button[value=next]');
  await look('finding');
  await press(page, 'button[value^="make:"]');
  await page.check('input[name=blank]');
  await press(page, '.buttons button[value=next]');
  await look('document');
}

describe.each(languages)('somebody who reads %s', (language) => {
  const lookAt = (page: Page) => async (where: string) => {
    const name = `${language} ${where}`;
    await expectRead(page, language, name);
    if (language === 'ar' || looked.includes(where)) await expectNoBarriers(page, name);
  };

  it('reads every page on a phone and on a desk', async () => {
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
    for (const path of pages) {
      await page.goto(`${service.url}/${language}${path}`);
      await lookAt(page)(path);
    }
    await page.goto(`${service.url}/${language}/rules`);
    await expectRead(page, language, `${language} /rules`);
    await context.close();
  });

  it(`walks to the files ${onDevice(language) ? 'on the device' : 'on the server'}`, async () => {
    const { context, page } = onDevice(language)
      ? await openDevice(browser, `${service.url}/${language}/write`)
      : await openBrowser(browser, { width: 360, javaScript: true });
    const look = lookAt(page);
    if (onDevice(language)) await walkTo(page, 'files', { look: (_, where) => look(where) });
    else
      await walkToFiles(page, service.url, language, 'crime-report-media', (_, where) =>
        look(where.replace(/^.* /, '')),
      );
    if (language !== 'ru') {
      expect(await page.locator('.reading-files button[value=docx]').count()).toBe(1);
    }
    await context.close();
  });

  it('opens a case that nobody answered and comes to the next document', async () => {
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
    await toNextDocument(page, `${service.url}/${language}`, lookAt(page));
    await context.close();
  });
});

it('somebody goes through all languages, and neither the place nor what they typed is lost', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
  await page.goto(`${service.url}/ru/filing/sk-central/post`);
  for (const language of [...languages.slice(1), 'ru'] as const) {
    await Promise.all([page.waitForNavigation(), chooseLanguage(page, language)]);
    expect(page.url()).toBe(`${service.url}/${language}/filing/sk-central/post`);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
  }
  await page.goto(`${service.url}/ru/online`);
  await page.check('input[name=filedFrom][value=abroad]');
  await press(page, '.buttons button[value=next]');
  await page.check('input[name=template][value=prosecutor-appeal]');
  for (const language of [...languages.slice(1), 'ru'] as const) {
    await Promise.all([page.waitForNavigation(), chooseLanguage(page, language)]);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await page.isChecked('input[name=template][value=prosecutor-appeal]')).toBe(true);
    expect(await page.inputValue('input[name=filedFrom]')).toBe('abroad');
  }
  await context.close();
});

it('where every text is half as long again, nothing is wider than a phone', async () => {
  const { app } = openService(pseudoParts(library));
  const stretched = await startService((request) => app.fetch(request));
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  const look = async (where: string) => expect(await tooWide(page), `${where} in long words`).toEqual([]);
  for (const path of [...pages, '/rules']) {
    await page.goto(`${stretched.url}/en${path}`);
    await look(path);
  }
  expect(await page.textContent('main')).toContain('⟦');
  await walkToFiles(page, stretched.url, 'en', 'crime-report-media', (_, where) => look(where));
  await toNextDocument(page, `${stretched.url}/en`, look);
  await context.close();
  await stretched.stop();
});
