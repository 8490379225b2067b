/** What stays on a device, looked for in a real browser: after the exit, after clearing, and when there is no network. */
import { createAdaptorServer } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import { openLibrary } from '../../src/open-library.ts';
import { openSite } from '../../src/open-site.ts';
import { launch } from '../support/browser.ts';
import { goOn, openDevice, press, ready, step, walkTo } from '../support/device.ts';
import { expectGoodPage, openBrowser } from '../support/person.ts';

/** A service whose line can be cut, or made slow. */
async function openLine() {
  const site = openSite(
    await openLibrary(),
    { operator: { name: undefined, contact: undefined }, publicUrl: undefined },
    () => new Date(),
  );
  const app = createApp(site, (error) => {
    throw error;
  });
  let wait = 0;
  const server = createAdaptorServer({
    fetch: async (request: Request) => {
      if (wait) await new Promise((done) => setTimeout(done, wait));
      return app.fetch(request);
    },
  });
  const listen = (port: number) =>
    new Promise<number>((done) =>
      server.listen(port, '127.0.0.1', () => {
        const bound = server.address();
        done(typeof bound === 'object' && bound ? bound.port : 0);
      }),
    );
  const port = await listen(0);
  const cut = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    cut,
    mend: () => listen(port),
    slow: (ms: number) => (wait = ms),
  };
}

let line: Awaited<ReturnType<typeof openLine>>;
let browser: Browser;
beforeAll(async () => {
  [line, browser] = await Promise.all([openLine(), launch()]);
});
afterAll(async () => {
  await browser.close();
  await line.cut();
});

/** Everything that this site could have left in the browser. */
const traces = (page: Page) =>
  page.evaluate(async () => ({
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    session: sessionStorage.length,
    local: localStorage.length,
    cookies: document.cookie,
  }));
const nothing = { caches: [], workers: 0, databases: [], session: 0, local: 0, cookies: '' };

/** The program is on the device. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
}

/** More than the site ever writes. */
async function leaveTraces(page: Page): Promise<void> {
  await page.evaluate(async () => {
    sessionStorage.setItem('answer', 'Иванова');
    localStorage.setItem('answer', 'Иванова');
    await caches.open('another');
    await new Promise((done) => {
      indexedDB.open('answers').addEventListener('success', ({ target }) => {
        if (target instanceof IDBOpenDBRequest) target.result.close();
        done(undefined);
      });
    });
  });
}

/** The page that the exit leads to, without asking another site. */
async function withAnOrdinaryPage(context: BrowserContext): Promise<void> {
  await context.route('https://**', (route) => route.fulfill({ body: 'an ordinary page' }));
}

describe('a person who clears the device', () => {
  it('at the page of the server loses the program and everything stored', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
    await kept(page);
    await leaveTraces(page);
    await page.goto(`${line.url}/ru/clear`);
    await expectGoodPage(page, 'clear');
    await page.locator('main form button').click();
    await page.locator('[data-cleared-well]').waitFor();
    await expectGoodPage(page, 'cleared');
    expect(await page.isVisible('[data-cleared-badly]')).toBe(false);
    expect(await traces(page)).toEqual(nothing);
    await context.close();
  });

  it('loses all of it even where no script of the site arrives: the browser itself is told', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
    await kept(page);
    await leaveTraces(page);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.setBypassServiceWorker', { bypass: true }); // it would bring the script
    await context.route('**/site.js', (route) => route.abort());
    await page.goto(`${line.url}/ru/clear`);
    await page.locator('main form button').click();
    await page.locator('[data-cleared]').waitFor();
    await expect.poll(() => traces(page)).toEqual(nothing);
    expect(await page.isVisible('[data-cleared-well]')).toBe(false);
    await context.close();
  });

  it('on the device itself loses the answers too, and nothing comes back by Back', async () => {
    const { context, page, requests } = await openDevice(browser, `${line.url}/ru/write`);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await kept(page);
    await leaveTraces(page);
    await page.locator('.device-bar summary').click();
    await page.check('input[data-keep]');
    await walkTo(page, 'reply');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(2);
    const before = requests.length;
    await press(page, 'footer a[href="/ru/clear"]');
    await expectGoodPage(page, 'clear on the device');
    await page.locator('form[data-clear] button').click();
    await page.locator('[data-cleared-well]').waitFor();
    await expectGoodPage(page, 'cleared on the device');
    expect(await traces(page)).toEqual(nothing);
    expect(requests.length).toBe(before);
    expect(await page.content()).not.toMatch(/Иванова/);
    await page.goBack().catch(() => {}); // there may be nothing to go back to
    await page.waitForTimeout(300);
    expect(await page.content()).not.toMatch(/Иванова|Прочитала в газете/);
    expect(dialogs).toEqual([]);
    await context.close();
  });
});

describe('a person who exits', () => {
  it('from a page of the server leaves nothing in the tab', async () => {
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
    await withAnOrdinaryPage(context);
    await page.goto(`${line.url}/ru/online`);
    await leaveTraces(page);
    await page.evaluate(() => history.replaceState({ answer: 'Иванова' }, ''));
    await page.click('[data-exit]');
    await page.waitForURL('https://**');
    expect(await page.textContent('body')).toBe('an ordinary page');
    await page.goto(`${line.url}/ru/about`);
    expect(await traces(page)).toMatchObject({ session: 0, local: 0 });
    await context.close();
  });

  it('from the device is not asked to stay, and finds no answer when coming back', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
    await withAnOrdinaryPage(context);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.type());
      void dialog.accept();
    });
    await page.locator('.device-bar summary').click();
    await page.check('input[data-keep]');
    await walkTo(page, 'reply');
    await page.fill('textarea[name="applicant.address"]', '101000, Примерная, 1');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(1);
    await page.click('[data-exit]');
    await page.waitForURL('https://**');
    expect(dialogs).toEqual([]);
    await page.goto(`${line.url}/ru/write`);
    await ready(page);
    expect(await step(page)).toBe('before');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.content()).not.toMatch(/Иванова|Примерная/);
    await context.close();
  });

  it('by Shift on the second page of the device leaves as well: pages that are swapped in have the same exit', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/en/write`);
    await withAnOrdinaryPage(context);
    await page.check('input[name=filedFrom][value=russia]');
    await goOn(page);
    for (let presses = 0; presses < 3; presses++) await page.keyboard.press('Shift');
    await page.waitForURL('https://**');
    await context.close();
  });

  it('without a network comes to an empty tab, not to an error with the address of the site', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
    await page.check('input[name=filedFrom][value=russia]');
    await goOn(page);
    await context.setOffline(true);
    await page.click('[data-exit]');
    await page.waitForURL('about:blank');
    await context.close();
  });
});

describe('a person without a network', () => {
  it('opens the program again and reads of every other page that it is not there', async () => {
    const { context, page, faults } = await openDevice(browser, `${line.url}/ru/write`, {
      prepare: async (before) => {
        await before.goto(`${line.url}/ru/about`);
        await before.evaluate(() => caches.open('program-of-last-year'));
      },
    });
    await kept(page); // and the older one is gone
    await line.cut();
    await page.reload();
    await ready(page);
    await walkTo(page, 'name');
    expect(faults.filter((fault) => !/ERR_CONNECTION/.test(fault))).toEqual([]);
    for (const [path, heading] of [
      ['/ru/about', 'Этой страницы нет на устройстве'],
      ['/en/rules', 'This page is not on your device'],
      ['/ru/online?x=1', 'Этой страницы нет на устройстве'],
    ] as const) {
      await page.goto(`${line.url}${path}`);
      expect(await page.textContent('h1')).toBe(heading);
      await expectGoodPage(page, path);
    }
    await page.goto(`${line.url}/ru/about`);
    await page.click('main a[href="/ru/write"]');
    await ready(page);
    expect(await step(page)).toBe('before');
    await line.mend();
    await context.close();
  });

  it('or with a very slow one, has the program after three seconds', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
    await kept(page);
    line.slow(15_000);
    const began = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await page.locator('html[data-ready]').waitFor();
    expect(performance.now() - began).toBeLessThan(8000);
    line.slow(0);
    await context.close();
  });

  it('has on the device only the program: no page of the server, no question, no answer', async () => {
    const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
    await kept(page);
    for (const path of ['/ru/online', '/ru/danger', '/ru/write?name=x', '/en/about'])
      await page.goto(line.url + path);
    await page.goto(`${line.url}/ru/online`);
    await page.check('input[name=filedFrom][value=russia]');
    await Promise.all([page.waitForNavigation(), page.locator('.buttons button[value=next]').click()]);
    const addresses = await page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      return (await (await caches.open(name)).keys()).map(({ url, method }) => `${method} ${url}`);
    });
    expect(addresses.length).toBeGreaterThan(5);
    const allowed =
      /^GET http:\/\/127\.0\.0\.1:\d+\/(?:ru\/write|assets\/[0-9a-f]+\/[\w.-]+|manifest\.webmanifest\?lng=(?:ru|en))$/;
    expect(addresses.filter((one) => !allowed.test(one))).toEqual([]);
    await context.close();
  });
});

it('a person can put the program beside others on the phone, under a name that tells nothing', async () => {
  const { context, page } = await openDevice(browser, `${line.url}/ru/write`);
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
    [],
  );
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toMatchObject({ short_name: 'Документы' });
  await context.close();
});
