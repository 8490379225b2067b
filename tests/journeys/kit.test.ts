/** The offline kit in a real browser: one file on a device without a network, from the first page to the next document after silence. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#domain/dates.ts';
import { lawDate } from '#domain/law-date.ts';
import { createApp } from '../../src/app.ts';
import { openLibrary } from '../../src/open-library.ts';
import { openSite } from '../../src/open-site.ts';
import { launch } from '../support/browser.ts';
import { fileFrom, openDevice, press, readIn, turned, walkTo } from '../support/device.ts';
import { expectGoodPage, now, today } from '../support/person.ts';

const passphrase = 'снег-ложка-трамвай-42';
const folder = mkdtempSync(join(tmpdir(), 'proverka-kit-'));
const operator = { name: undefined, contact: undefined };
const site = openSite(await openLibrary(), { operator, publicUrl: 'https://example.org' }, () => now);
const server = createApp(site, (error) => {
  throw error;
});

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
  for (const [language, { body }] of (await site.kit?.())?.files ?? [])
    writeFileSync(join(folder, `${language}.html`), body);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const addressOf = (language: string) => pathToFileURL(join(folder, `${language}.html`)).href;
const withoutNetwork = (page: Page) => page.context().setOffline(true);

/** A page without a fault that says to which day its law was checked. */
async function look(page: Page, where: string): Promise<void> {
  await expectGoodPage(page, where);
  expect(await page.locator('.kit-date').isVisible(), where).toBe(true);
}

/** What the server makes for the answers in sight. */
async function fromServer(page: Page, format: string): Promise<Uint8Array> {
  const [path, answers] = await page.evaluate((asked) => {
    const form = document.querySelector<HTMLFormElement>('form#step');
    const button = form?.querySelector<HTMLButtonElement>(`button[value=${asked}]`);
    const entries = [...new FormData(form ?? undefined, button)].map(([name, value]) => [
      name,
      String(value),
    ]);
    return [button?.getAttribute('formaction') ?? '', entries] as const;
  }, format);
  const answer = await server.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams(answers).toString(),
  });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Saves the case, sealed or plain, and opens the file with another kit. */
async function savedAndOpened(page: Page, sealed: boolean, start: string): Promise<void> {
  await press(page, 'button[formaction$="/case/save"]');
  await look(page, 'save');
  if (sealed) await page.fill('#f-seal', passphrase);
  const { name, path } = await fileFrom(page, sealed ? '[data-seal-button]' : '[data-plain]');
  expect(name).toBe(`case-${today}.json${sealed ? '.age' : ''}`);
  page.once('dialog', (dialog) => dialog.accept()); // the browser asks before it leaves what was typed
  await page.goto('about:blank');
  await page.goto(`${start}#case`);
  await page.locator('input[type=file]').waitFor();
  await look(page, 'open');
  await page.setInputFiles('input[type=file]', path);
  if (sealed) {
    await page.locator('#f-unseal').fill('not the passphrase');
    await page.click('[data-open]');
    await page.locator('[data-unseal-wrong]').waitFor();
    await page.fill('#f-unseal', passphrase);
  }
  await press(page, '[data-open]');
  await look(page, 'case opened');
}

describe.each([
  { language: 'ru', other: 'en', width: 360, dark: false },
  { language: 'en', other: 'ru', width: 1280, dark: true },
] as const)(
  'a person with the file, who reads $language, at $width px',
  ({ language, other, width, dark }) => {
    it('goes from the first page to the next document after silence, with every file, and no network', async () => {
      const start = addressOf(language);
      const { context, page, requests, faults } = await openDevice(browser, start, {
        width,
        dark,
        prepare: async (one) => {
          await withoutNetwork(one);
          await one.clock.setFixedTime(now);
        },
      });
      await page.locator('main a.button').first().waitFor();
      await look(page, 'start');
      await press(page, 'main a.button');
      await walkTo(page, 'files', { look });
      for (const format of ['docx', 'txt', 'html']) {
        const file = await fileFrom(page, `button[value=${format}]`);
        expect(file.name).toBe(`zayavlenie-${today}.${format}`);
        expect(Buffer.compare(file.bytes, await fromServer(page, format)), format).toBe(0);
      }
      await turned(page, () => page.click('button[formaction$="/online/print"]'));
      expect(await page.locator('main .letter').count()).toBe(1);
      expect(await page.locator('nav, header, footer').count()).toBe(0);
      await turned(page, () => page.click('[data-close]'));

      await press(page, 'button[formaction$="/case/keep"]');
      await look(page, 'case');
      await press(page, 'button[formaction$="/case/filed"]');
      await page.check('input[name=channel][value=post]');
      await page.fill('input[name=date]', addDays(today, -70));
      await press(page, '.buttons button[value=next]');
      await savedAndOpened(page, false, start);
      await press(page, 'button[formaction$="/case/answer"]');
      await page.check('input[name=saying][value=nothing]');
      await press(page, '.buttons button[value=next]');
      await page.fill('input[name=received]', addDays(today, -60));
      await press(page, '.buttons button[value=next]');
      await look(page, 'case after silence');
      const calendar = await fileFrom(page, 'button[formaction$="/case/calendar"]');
      expect(new TextDecoder().decode(calendar.bytes)).toMatch(/BEGIN:VEVENT/);

      await press(page, '.next-document button');
      await look(page, 'next document');
      await page.fill('input[name="applicant.lastName"]', 'Иванова');
      await page.fill('input[name="applicant.firstName"]', 'Мария');
      await page.check('input[name="applicant.gender"][value=female]');
      await page.fill('textarea[name="applicant.address"]', '101000, г. Москва, ул. Примерная, д. 1');
      await press(page, '.buttons button[value=next]');
      await look(page, 'next document ready');
      expect((await fileFrom(page, 'button[name=format][value=docx]')).name).toMatch(/\.docx$/);
      await press(page, 'button[value=add]');
      await savedAndOpened(page, true, start);
      expect(await page.locator('.filing').count()).toBe(2);

      await readIn(page, other);
      expect(await page.getAttribute('html', 'lang')).toBe(other);
      expect(await page.locator('.filing').count()).toBe(2);
      await look(page, `case in ${other}`);
      expect(
        requests
          .map((address) => address.replace(/#.*/, ''))
          .filter((one) => one !== start && !one.startsWith('blob:') && one !== 'about:blank'),
      ).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });
  },
);

it('a person reads how to file, the rules and what to do in danger, in the file itself', async () => {
  const { context, page, faults } = await openDevice(browser, addressOf('ru'), { prepare: withoutNetwork });
  await page.locator('main a.button').first().waitFor();
  for (const path of ['/filing', '/about', '/rules', '/danger']) {
    await press(page, `a[href="/ru${path}"]`);
    await look(page, path);
    await page.goBack();
    await page.locator('main a.button').first().waitFor();
  }
  await press(page, 'a[href="/ru/filing"]');
  await press(page, 'main a[href*="/filing/sk-central/"]');
  await look(page, 'a checklist');
  expect(faults).toEqual([]);
  await context.close();
});

it.each([
  { when: 'half a year later', days: 181, says: /устарел.*новее/s },
  { when: 'by a clock that stands', days: -400, says: /Часы отстают.*Поправьте/s },
])('a person who opens the file $when is told what is wrong and what to do', async ({ days, says }) => {
  const noon = new Date(`${addDays(lawDate(site.library), days)}T12:00:00+03:00`);
  const { context, page, faults } = await openDevice(browser, addressOf('ru'), {
    prepare: async (one) => {
      await withoutNetwork(one);
      await one.clock.setFixedTime(noon);
    },
  });
  await page.locator('main a.button').first().waitFor();
  await look(page, 'start');
  expect(await page.locator('.kit-date .caution').innerText()).toMatch(says);
  await press(page, 'main a.button');
  expect(await page.locator('.kit-date .caution').isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
});

it('a person whose viewer runs no scripts is told what to do instead', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(addressOf('ru'));
  await expectGoodPage(page, 'without scripts');
  expect((await page.innerText('main')).replaceAll('\u00a0', ' ')).toMatch(
    /Сохраните файл на устройство и откройте его в браузере/,
  );
  await context.close();
});
