/** Somebody else answers in the name of the site, with a page that looks well to a browser: it is neither kept nor shown in place of the program. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { openDevice, ready, step } from '../support/device.ts';
import { openBrowser, type Service, startService } from '../support/person.ts';

const blocked = () =>
  new Response('<!doctype html><title>x</title><p id="blocked">Доступ ограничен</p>', {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });

let service: Service;
let browser: Browser;
/** Whose answer is another's. */
let taken: (request: Request) => boolean = () => false;
beforeAll(async () => {
  [service, browser] = await Promise.all([
    startService((request) => (taken(request) ? blocked() : undefined)),
    launch(),
  ]);
});
beforeEach(() => {
  taken = () => false;
});
afterAll(async () => {
  await browser.close();
  await service.stop();
});

/** Text of every page that the device keeps. */
const keptPages = (page: Page) =>
  page.evaluate(async () => {
    const texts: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys())
        if (request.url.endsWith('/write'))
          texts.push((await (await (await caches.open(name)).match(request))?.text()) ?? '');
    return texts;
  });

it('a provider answers with a page of its own: the kept program comes, and stays kept', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  taken = () => true;
  await page.reload();
  await ready(page);
  expect(await step(page)).toBe('before');
  const kept = await keptPages(page);
  expect(kept).toHaveLength(1);
  expect(kept.join()).toContain('program.js');
  expect(kept.join()).not.toContain('blocked');
  await context.close();
});

it.each([
  ['the page', (request: Request) => request.url.endsWith('/ru/write')],
  ['the manifest', (request: Request) => request.url.includes('manifest')],
  ['a script', (request: Request) => request.url.endsWith('/en.js')],
])('on the first visit another answers for %s: nothing is kept', async (_, isIt) => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  let opened = false;
  taken = (request) => isIt(request) && (opened || !request.url.endsWith('/write'));
  await page.goto(`${service.url}/ru/write`, { waitUntil: 'commit' });
  opened = true;
  await page.locator('html[data-ready]').waitFor();
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()) === undefined))
    .toBe(true);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await context.close();
});
