import { describe, expect, it } from 'vitest';
import { setOut } from '../support/journey.ts';
import { expectGoodPage, openBrowser } from '../support/person.ts';

const { service, browser } = await setOut();

const paths = [
  '/ru',
  '/ru/online',
  '/ru/case',
  '/ru/about',
  '/ru/danger',
  '/ru/rules',
  '/ru/clear',
  '/ru/kit',
  '/en',
  '/en/online',
  '/en/case',
  '/en/about',
  '/en/danger',
  '/en/rules',
  '/en/clear',
  '/en/kit',
  '/api',
  '/ru/no-such-page',
];

describe.each([
  { width: 360, javaScript: true, dark: false },
  { width: 360, javaScript: false, dark: true },
  { width: 1280, javaScript: true, dark: true },
  { width: 360, javaScript: 'blocked', dark: false },
] as const)('at $width px, JavaScript $javaScript, dark $dark', (circumstances) => {
  it('a person can read every page, and nothing is asked of another server', async () => {
    const { context, page, requests } = await openBrowser(browser, circumstances);
    const complaints: string[] = [];
    page.on(
      'console',
      (message) =>
        message.type() === 'error' &&
        !/404|ERR_FAILED/.test(message.text()) &&
        complaints.push(message.text()),
    );
    for (const path of paths) {
      await page.goto(service.url + path);
      await expectGoodPage(page, path);
    }
    expect(requests.filter((address) => !address.startsWith(service.url))).toEqual([]);
    expect(complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

it('a person who is afraid leaves at once by pressing Shift three times', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  await context.route('https://**', (route) => route.fulfill({ body: 'an ordinary page' }));
  await page.goto(`${service.url}/ru/online`);
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift');
  await page.waitForURL('https://**');
  expect(await page.textContent('body')).toBe('an ordinary page');
  await context.close();
});

it('a person from the North Caucasus is told not to file in their own name, and the answer stays on the device', async () => {
  const { context, page, requests } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${service.url}/en/online`);
  expect(await page.isVisible('[data-questions]')).toBe(true);
  await page.check('input[name=q-caucasus][value=yes]');
  expect(await page.isVisible('[data-advice=caucasus]')).toBe(true);
  expect(await page.isVisible('[data-advice=go-on]')).toBe(false);
  await page.check('input[name=filedFrom][value=abroad]');
  const before = requests.length;
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST'),
    page.locator('.buttons button[value=next]').click(),
  ]);
  expect(new URLSearchParams(request.postData() ?? '').toString()).toBe('filedFrom=abroad&move=next');
  expect(requests.length).toBeGreaterThan(before);
  await context.close();
});

it('a person without JavaScript reads all the advice and is asked nothing that a script would have to answer', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
  await page.goto(`${service.url}/ru/online`);
  expect(await page.locator('[data-advice]').count()).toBe(5);
  expect(await page.locator('[data-advice]:visible').count()).toBe(5);
  expect(await page.isVisible('[data-questions]')).toBe(false);
  await context.close();
});
