/** The browser's Back on the device: one page back inside, nothing lost, nothing written into the history. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { goOn, openDevice, press, ready, step, turned, walkTo } from '../support/device.ts';
import { setOut } from '../support/journey.ts';

const { service, browser } = await setOut();

const back = (page: Page) => turned(page, () => page.evaluate(() => history.back()));
const traces = (page: Page) =>
  page.evaluate(() => ({ state: history.state, length: history.length, address: location.href }));

it('someone goes back page by page to the first, with everything typed, and on the first page leaves', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`, {
    prepare: (at) => at.goto(`${service.url}/ru/danger`),
  });
  const before = await traces(page);
  await walkTo(page, 'words');
  await page.fill('textarea[name="answers.ownWords"]', 'Не дописано');
  expect(await traces(page)).toEqual({ ...before, state: null, length: before.length + 1 });
  const passed = [];
  for (let pages = 0; pages < 20 && (await step(page)) !== 'before'; pages++) {
    await back(page);
    passed.push(await step(page));
  }
  expect(passed).toEqual(['requests', 'sources', 'episode', 'authority', 'complaint', 'before']);
  await expect.poll(() => traces(page)).toEqual({ ...before, state: null, length: before.length + 1 });
  await walkTo(page, 'words', { answers: { episode: async () => {} } });
  expect(await page.inputValue('textarea[name="answers.ownWords"]')).toBe('Не дописано');
  while ((await step(page)) !== 'before') await back(page);
  page.on('dialog', (dialog) => dialog.accept());
  await page.evaluate(() => history.back());
  await page.waitForURL(/\/ru\/danger$/);
  await context.close();
});

it('someone presses Back twice at once, or Forward: no page breaks and nothing is lost', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'sources');
  await back(page);
  await page.evaluate(() => history.forward());
  await page.evaluate(() => history.go(0 + 1));
  expect(await step(page)).toBe('episode');
  await goOn(page);
  expect(await step(page)).toBe('sources');
  await back(page);
  expect(await step(page)).toBe('episode');
  expect(await page.isChecked('input[name="answers.episode"][value="2017"]')).toBe(true);
  await context.close();
});

it('someone uses the Back of the pages and the Back of the browser in turn, and is never led round in circles', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'sources');
  await press(page, '.buttons button[value=back]');
  await press(page, '.buttons button[value=back]');
  expect(await step(page)).toBe('authority');
  await back(page);
  expect(await step(page)).toBe('complaint');
  await press(page, '.buttons button[value=back]');
  expect(await step(page)).toBe('before');
  await page.evaluate(() => history.back());
  page.on('dialog', (dialog) => dialog.accept());
  await page.waitForURL('about:blank');
  await context.close();
});

it('someone presses an arrow of the browser without touching the page between: the browser does not pass over the walk', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'sources');
  for (const before of ['episode', 'authority', 'complaint']) {
    await back(page);
    expect(await step(page)).toBe(before);
  }
  const length = await page.evaluate(() => history.length);
  await page.reload();
  await ready(page);
  await page.check('input[name=filedFrom][value=abroad]');
  await goOn(page);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await back(page);
  expect(await step(page)).toBe('before');
  await context.close();
});

it('links inside a page leave its address as it was', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await goOn(page);
  await page.locator('#errors a').first().click();
  await page.locator('.skip').press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
  expect(page.url()).toBe(`${service.url}/ru/write`);
  await context.close();
});
