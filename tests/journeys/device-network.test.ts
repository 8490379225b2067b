/** Nothing leaves the device: no request after the first key, and a policy that refuses every attempt. */
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { fileFrom, openDevice, press, readIn, walkTo } from '../support/device.ts';
import { setOut } from '../support/journey.ts';
import { openBrowser } from '../support/person.ts';

/** Every request that reached the service, from whichever part of the browser. */
const heard: string[] = [];
const { service, browser } = await setOut(({ method, url }) => heard.push(`${method} ${url}`));

/** What the browser itself reports of a page's network, its service worker included. */
async function watch(page: Page): Promise<string[]> {
  const seen: string[] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ request }) => seen.push(request.url));
  session.on('Network.webSocketCreated', ({ url }) => seen.push(url));
  page.context().on('request', (request) => seen.push(request.url()));
  return seen;
}

describe.each(['ru', 'en'] as const)('someone who reads %s', (language) => {
  it('loads everything before the first key, and from then on nobody hears anything', async () => {
    const { context, page, faults } = await openDevice(browser, `${service.url}/${language}/write`);
    const seen = await watch(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    const before = heard.length;
    await page.check('input[name=filedFrom][value=russia]');
    await walkTo(page, 'files');
    for (const format of ['docx', 'txt', 'html']) await fileFrom(page, `button[value=${format}]`);
    await press(page, 'button[formaction$="/case/keep"]');
    await readIn(page, language === 'ru' ? 'en' : 'ru');
    await press(page, 'button[formaction$="/case/save"]');
    await fileFrom(page, '[data-plain]');
    await press(page, 'footer a[href$="/about"]');
    await page.waitForTimeout(500);
    expect(heard.slice(before)).toEqual([]);
    expect(seen.filter((address) => !/^(?:blob|data):/.test(address))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('someone begins while other parts are still coming: no further one is asked for', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  const begun = Promise.withResolvers<void>();
  await context.route('**/en.js', async (route) => {
    await begun.promise;
    await route.continue();
  });
  const asked = page.waitForRequest('**/en.js');
  await page.goto(`${service.url}/ru/write`, { waitUntil: 'commit' });
  await asked;
  const later: string[] = [];
  page.on('request', (request) => later.push(request.url()));
  await page.check('input[name=filedFrom][value=russia]');
  begun.resolve();
  await walkTo(page, 'complaint');
  await page.waitForTimeout(300);
  expect(later).toEqual([]);
  await context.close();
});

/** What a script in the page might try, were one there that is not ours; each tells how it went. */
const attempts: Record<string, (target: string) => Promise<string> | string> = {
  fetch: (target) =>
    fetch(target, { mode: 'no-cors' }).then(
      () => 'sent',
      () => 'refused',
    ),
  sendBeacon: (target) => `looked at what arrived, told ${navigator.sendBeacon(target, 'x')}`,
  XMLHttpRequest: (target) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.onload = () => done('sent');
      request.onerror = () => done('refused');
      request.open('POST', target);
      request.send('x');
    }),
  WebSocket: (target) =>
    new Promise((done) => {
      const socket = new WebSocket(target.replace('http', 'ws'));
      socket.onopen = () => done('sent');
      socket.onerror = () => done('refused');
    }),
  EventSource: (target) =>
    new Promise((done) => {
      const source = new EventSource(target);
      source.onopen = () => done('sent');
      source.onerror = () => done('refused');
    }),
  image: (target) =>
    new Promise((done) => {
      const image = new Image();
      image.onload = () => done('sent');
      image.onerror = () => done('refused');
      image.src = target;
    }),
  'a form': (target) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: target, target: '_self' });
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
    form.remove();
    return 'looked at what arrived';
  },
  'links that load': (target) => {
    for (const rel of [
      'prefetch',
      'preload',
      'modulepreload',
      'stylesheet',
      'manifest',
      'icon',
      'prerender',
    ]) {
      const link = document.createElement('link');
      Object.assign(link, { rel, href: target, as: 'image' });
      document.head.append(link);
    }
    return 'looked at what arrived';
  },
  'a frame': (target) => {
    const frame = document.createElement('iframe');
    frame.src = target;
    document.body.append(frame);
    return 'looked at what arrived';
  },
  'a Worker': (target) => {
    try {
      new Worker(target);
      return 'sent';
    } catch {
      return 'refused';
    }
  },
  'a script': (target) => {
    try {
      document.createElement('script').src = target;
      return 'sent';
    } catch {
      return 'refused';
    }
  },
  'text as HTML': () => {
    try {
      document.createElement('div').innerHTML = '<img src="/assets/x">';
      return 'sent';
    } catch {
      return 'refused';
    }
  },
  'text as code': () =>
    new Promise((done) => {
      setTimeout(() => {
        try {
          done(String(new Function('return "sent"')()));
        } catch {
          done('refused');
        }
      });
    }),
};

describe('somebody else’s script, were there one in the page while a person types, is refused', () => {
  let opened: Promise<Page> | undefined;
  afterAll(async () => (await opened)?.context().close());

  async function open(): Promise<Page> {
    const { page } = await openDevice(browser, `${service.url}/ru/write`);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.check('input[name=filedFrom][value=russia]');
    return page;
  }

  it.each(Object.keys(attempts))('%s, to this site and to any other', async (name) => {
    opened ??= open();
    const page = await opened;
    const attempt = attempts[name];
    if (!attempt) throw new Error(name);
    const before = heard.length;
    for (const target of [`${service.url}/assets/typed?word=secret`, 'http://127.0.0.1:9/typed?word=secret'])
      expect(await page.evaluate(attempt, target)).not.toBe('sent');
    await page.waitForTimeout(200);
    expect(heard.slice(before)).toEqual([]);
    expect(page.url()).toBe(`${service.url}/ru/write`);
  });
});
