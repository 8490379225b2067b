/** A case on the person's own device: kept, carried on, saved and opened again, without a server that hears of it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCase } from '#domain/case/open-case.ts';
import { addDays } from '#domain/dates.ts';
import { fileFrom, openDevice, press, readIn, step, turned, walkTo } from '../support/device.ts';
import { documentText } from '../support/docx-parts.ts';
import { setOut } from '../support/journey.ts';
import { expectGoodPage, openBrowser, today } from '../support/person.ts';

const ago = (days: number) => addDays(today, -days);

const { service, browser } = await setOut();

async function look(page: Page, selector: string, where: string): Promise<void> {
  await press(page, selector);
  await expectGoodPage(page, where);
}

async function filed(page: Page): Promise<void> {
  await look(page, 'button[formaction$="/case/filed"]', 'filed');
  await page.check('input[name=channel][value=post]');
  await page.fill('input[name=date]', ago(70));
  await look(page, '.buttons button[value=next]', 'case after filing');
}

it('someone keeps a case, notes an answer, writes the next document, saves the case and opens it from the file', async () => {
  const { context, page, requests, faults } = await openDevice(browser, `${service.url}/ru/write`);
  const loaded = requests.length;
  await walkTo(page, 'files');
  await look(page, 'button[formaction$="/case/keep"]', 'case');
  await filed(page);
  await press(page, 'button[formaction$="/case/answer"]');
  await page.locator('.buttons button[value=next]').click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('errors');
  await page.check('input[name=saying][value=considered]');
  await look(page, '.buttons button[value=next]', 'letter');
  for (const name of ['krsp', 'order']) await page.check(`input[name=${name}][value=none]`);
  await page.check('input[name=law][value=fz59]');
  await page.fill('input[name=date]', ago(45));
  await readIn(page, 'en');
  expect(await page.inputValue('input[name=date]')).toBe(ago(45));
  await look(page, '.buttons button[value=next]', 'case with an answer');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('finding');
  const calendar = await fileFrom(page, 'button[formaction$="/case/calendar"]');
  expect(new TextDecoder().decode(calendar.bytes)).toMatch(/BEGIN:VEVENT/);
  await look(page, 'button[value$=":complaint-treated-as-appeal"]', 'next document');
  await page.fill('input[name="applicant.lastName"]', 'Иванова');
  await page.fill('input[name="applicant.firstName"]', 'Мария');
  await page.check('input[name="applicant.gender"][value=female]');
  await page.fill('textarea[name="applicant.address"]', '101000, г. Москва, ул. Примерная, д. 1');
  await look(page, '.buttons button[value=next]', 'next document ready');
  const docx = await fileFrom(page, 'button[name=format][value=docx]');
  expect(documentText(docx.bytes)).toContain('Ивановой Марии');
  await press(page, 'button[value=add]');
  await look(page, 'button[formaction$="/case/save"]', 'save');
  const saved = await fileFrom(page, '[data-plain]');
  const opened = openCase(readFileSync(saved.path, 'utf8'));
  expect(opened.ok && opened.value.filings).toHaveLength(2);
  await page.goto(`${service.url}/ru/write#case`);
  await page.locator('form[action$="/case/open"]').waitFor();
  expect(page.url()).toBe(`${service.url}/ru/write`);
  await expectGoodPage(page, 'open');
  await page.setInputFiles('input[type=file]', {
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{'),
  });
  await press(page, '[data-open]');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors');
  await page.setInputFiles('input[type=file]', saved.path);
  await press(page, '[data-open]');
  expect(await page.locator('.filing').count()).toBe(2);
  await expectGoodPage(page, 'case opened');
  expect(
    requests.slice(loaded).filter((one) => !/^blob:|\/write|\/assets\/|\/sw\.js|webmanifest/.test(one)),
  ).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('someone with a saved case comes from the start page straight to the way in, and nothing is left in the address', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${service.url}/ru`);
  await page.click('main a[href$="#case"]');
  await page.locator('form[action$="/case/open"]').waitFor();
  expect(page.url()).toBe(`${service.url}/ru/write`);
  await expectGoodPage(page, 'open');
  await page.goBack();
  await page.waitForURL(/\/ru$/);
  await context.close();
});

it('someone presses Back in a case by accident: what they typed and the case itself come again', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'files');
  await press(page, 'button[formaction$="/case/keep"]');
  await press(page, 'button[formaction$="/case/filed"]');
  await page.fill('input[name=number]', 'не отправлено');
  await turned(page, () => page.evaluate(() => history.back()));
  await press(page, 'button[formaction$="/case/filed"]');
  expect(await page.inputValue('input[name=number]')).toBe('не отправлено');
  await page.fill('input[name=date]', ago(70));
  await press(page, '.buttons button[value=next]');
  expect(await page.textContent('.filing')).toContain('не отправлено');
  await turned(page, () => page.evaluate(() => history.back()));
  expect(await step(page)).toBe('files');
  await expectGoodPage(page, 'files after the case');
  expect(await page.evaluate(() => document.activeElement?.matches('[data-to-case]'))).toBe(true);
  await press(page, '[data-to-case]');
  expect(await page.textContent('.filing')).toContain('не отправлено');
  await context.close();
});
