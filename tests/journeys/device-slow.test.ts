import { expect, it } from 'vitest';
import { ready, step } from '../support/device.ts';
import { setOut } from '../support/journey.ts';
import { expectGoodPage, openBrowser } from '../support/person.ts';

const { service, browser } = await setOut();

it('someone answers and presses before the program has come: the press is done when it comes, and nothing more is loaded', async () => {
  const { context, page, requests } = await openBrowser(browser, { width: 360, javaScript: true });
  const arrived = Promise.withResolvers<void>();
  await context.route('**/program.js', async (route) => {
    await arrived.promise;
    await route.continue();
  });
  await page.goto(`${service.url}/ru/write`, { waitUntil: 'commit' });
  await page.locator('[data-waiting] a[href$="/online"]').waitFor();
  await expectGoodPage(page, 'waiting');
  await page.check('input[name=filedFrom][value=abroad]');
  await page.click('.buttons button[value=next]');
  expect(await page.getAttribute('[data-waiting]', 'class')).toContain('caution');
  const asked = requests.length;
  arrived.resolve();
  await expect.poll(() => step(page)).toBe('complaint');
  expect(await page.inputValue('input[name=filedFrom]')).toBe('abroad');
  await page.waitForTimeout(300);
  expect(requests.slice(asked)).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();
  await context.close();
});

it.each(['program.js', 'content.js', 'ru.js'])(
  'someone whose browser never gets %s is shown the way that needs no program',
  async (missing) => {
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
    await context.route(`**/${missing}`, (route) => route.abort());
    await page.goto(`${service.url}/ru/write`);
    await page.check('input[name=filedFrom][value=russia]');
    await page.click('.buttons button[value=next]');
    expect(await step(page)).toBe('before');
    expect(await page.isChecked('input[name=filedFrom][value=russia]')).toBe(true);
    await expectGoodPage(page, `without ${missing}`);
    await page.click('[data-waiting] a[href$="/online"]');
    await page.waitForURL(/\/ru\/online$/);
    await context.close();
  },
);

it('someone without JavaScript is shown the same way', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
  await page.goto(`${service.url}/en/write`);
  expect(await page.locator('noscript a[href="/en/case"]').count()).toBe(1);
  await page.click('noscript a[href$="/online"]');
  await page.waitForURL(/\/en\/online$/);
  await context.close();
});

it('someone with a lost line goes on to the end: the program needs none', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${service.url}/ru/write`);
  await ready(page);
  await context.setOffline(true);
  await page.check('input[name=filedFrom][value=russia]');
  await page.click('.buttons button[value=next]');
  await expect.poll(() => step(page)).toBe('complaint');
  await context.close();
});
