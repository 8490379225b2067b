/** The walk from the first page to the file, as a person does it: phone or desk, Russian or English, with or without JavaScript. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { documentText } from '../support/docx-parts.ts';
import { setOut } from '../support/journey.ts';
import { chooseLanguage, expectGoodPage, goOn, openBrowser, walkToFiles } from '../support/person.ts';

const { service, browser } = await setOut();

async function download(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`button[name=format][value=${format}]`).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

it.each([
  { language: 'ru', template: 'crime-report-media', width: 360, javaScript: false },
  { language: 'ru', template: 'prosecutor-appeal', width: 1280, javaScript: true },
  { language: 'en', template: 'crime-report-statements', width: 360, javaScript: true },
  { language: 'en', template: 'crime-report-media', width: 1280, javaScript: false },
  { language: 'ru', template: 'crime-report-statements', width: 360, javaScript: 'blocked' },
  { language: 'en', template: 'prosecutor-appeal', width: 1280, javaScript: 'blocked' },
] as const)(
  'someone walks to $template in $language at $width px, JavaScript $javaScript, and leaves with the files',
  async ({ language, template, width, javaScript }) => {
    const { context, page, requests } = await openBrowser(browser, { width, javaScript });
    await walkToFiles(page, service.url, language, template, expectGoodPage);
    const docx = await download(page, 'docx');
    expect(docx.name).toMatch(/^zayavlenie-\d{4}-\d{2}-\d{2}\.docx$/);
    expect(documentText(docx.bytes)).toContain('от\u00a0Ивановой Марии');
    expect(new TextDecoder().decode((await download(page, 'txt')).bytes)).toContain(
      'Прочитала в газете. Прошу проверить.',
    );
    expect(new TextDecoder().decode((await download(page, 'html')).bytes)).toContain('М.\u00a0Иванова');
    expect(requests.filter((address) => !address.startsWith(service.url) || /[?#]/.test(address))).toEqual(
      [],
    );
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    await context.close();
  },
);

it('a person changes the language in the middle, and what they typed comes along', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
  await page.goto(`${service.url}/en/online`);
  await page.check('input[name=filedFrom][value=russia]');
  await goOn(page);
  await page.check('input[name=template][value=prosecutor-appeal]');
  await Promise.all([page.waitForNavigation(), chooseLanguage(page, 'ru')]);
  expect(await page.getAttribute('html', 'lang')).toBe('ru');
  expect(await page.isChecked('input[name=template][value=prosecutor-appeal]')).toBe(true);
  await context.close();
});

it('a person who forgot something is led to the field, by keyboard alone', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${service.url}/ru/online`);
  await goOn(page);
  await expectGoodPage(page, 'ru before with an error');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('filedFrom');
  await context.close();
});

it('a person prints: the letter alone, without the page around it', async () => {
  const { context, page } = await openBrowser(browser, { width: 1280, javaScript: false });
  await walkToFiles(page, service.url, 'ru', 'crime-report-media', async () => undefined);
  const [paper] = await Promise.all([
    context.waitForEvent('page'),
    page.locator('button[formaction$="/online/print"]').click(),
  ]);
  await paper.waitForLoadState();
  expect(await paper.locator('main .letter').count()).toBe(1);
  expect(await paper.locator('nav, header, footer, button').count()).toBe(0);
  expect(
    await paper.evaluate(
      () => getComputedStyle(document.querySelector('.letter-title') ?? document.body).textAlign,
    ),
  ).toBe('center');
  await context.close();
});
