/** The walk on the person's own device: from the first page to the files, with every answer staying inside the page. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { fileFrom, openDevice, walkTo } from '../support/device.ts';
import { documentText } from '../support/docx-parts.ts';
import { expectGoodPage, type Service, startService } from '../support/person.ts';

let service: Service;
let browser: Browser;
beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

/** A good page that also tells its language, and where the focus is on what a screen reader should say first. */
async function expectGoodDevicePage(page: Page, where: string): Promise<void> {
  await expectGoodPage(page, where);
  const said = await page.evaluate(() => ({
    language: document.documentElement.lang,
    direction: document.documentElement.dir,
    focus: document.activeElement?.matches('main h1, #errors, [data-focus], input, textarea, button'),
    styled: getComputedStyle(document.querySelector('.device-bar') ?? document.body).borderStyle,
  }));
  expect(said, where).toMatchObject({ direction: 'ltr', styled: 'solid' });
  if (!where.endsWith('before')) expect(said.focus, `${where}: focus`).toBe(true);
}

it.each([
  { language: 'ru', width: 360, dark: false },
  { language: 'en', width: 1280, dark: true },
] as const)(
  'someone who reads $language at $width px walks to the files, and no page leaves the device',
  async ({ language, width, dark }) => {
    const { context, page, requests } = await openDevice(browser, `${service.url}/${language}/write`, {
      width,
      dark,
    });
    const loaded = requests.length;
    await walkTo(page, 'files', { look: expectGoodDevicePage });
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    const docx = await fileFrom(page, 'button[value=docx]');
    expect(docx.name).toMatch(/^zayavlenie-\d{4}-\d{2}-\d{2}\.docx$/);
    expect(documentText(docx.bytes)).toContain('от\u00a0Ивановой Марии');
    const txt = await fileFrom(page, 'button[value=txt]');
    expect(new TextDecoder().decode(txt.bytes)).toContain('Прочитала в газете. Прошу проверить.');
    const html = await fileFrom(page, 'button[value=html]');
    expect(new TextDecoder().decode(html.bytes)).toContain('М.\u00a0Иванова');
    expect(requests.slice(loaded).filter((address) => !address.startsWith('blob:'))).toEqual([]);
    await context.close();
  },
);
