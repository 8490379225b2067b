/** A person at a real browser: opens the service, fills in the walk, and looks at each page with care. */
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#domain/language.ts';
import { moscowDay } from '#domain/moscow.ts';
import type { Following } from '#web/site.ts';
import { createApp } from '../../src/app.ts';
import { openLibrary } from '../../src/open-library.ts';
import { openSite } from '../../src/open-site.ts';
import { expectNoBarriers } from './barriers.ts';

export type Service = { url: string; stop: () => Promise<void> };

/** The clock of a service stands, so that no midnight passes in the middle of a test. */
export const now = new Date();
export const today = moscowDay(now);

/** The real service on a free port of this machine, with a register where one is given; a fault in it fails the test. `heard` is told of each request, and may answer in its place. */
export async function startService(
  heard: (request: Request) => unknown = () => {},
  following?: Following,
): Promise<Service> {
  const opened = openSite(
    await openLibrary(),
    { operator: { name: undefined, contact: undefined }, publicUrl: undefined },
    () => following?.now() ?? now,
  );
  const site = following ? { ...opened, following } : opened;
  const app = createApp(site, (error) => {
    throw error;
  });
  const { promise, resolve } = Promise.withResolvers<number>();
  const listen = async (request: Request) => {
    const instead = await heard(request);
    return instead instanceof Response ? instead : app.fetch(request);
  };
  const server = serve({ fetch: listen, port: 0, hostname: '127.0.0.1' }, ({ port }) => resolve(port));
  const url = `http://127.0.0.1:${await promise}`;
  return { url, stop: () => new Promise((done) => server.close(() => done())) };
}

/** `blocked`: the browser runs scripts, so axe can look, but ours did not arrive. */
export type Circumstances = { width: number; javaScript: boolean | 'blocked'; dark?: boolean };

/** A fresh browser profile that records every address it asks for. */
export async function openBrowser(
  browser: Browser,
  { width, javaScript, dark }: Circumstances,
): Promise<{ context: BrowserContext; page: Page; requests: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: javaScript !== false,
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
  });
  if (javaScript === 'blocked') await context.route('**/*.js', (route) => route.abort());
  const page = await context.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  return { context, page, requests };
}

/** No accessibility fault that axe can see, nothing wider than the screen, and a title that tells nothing. */
export async function expectGoodPage(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `${where}: wider than the screen by`).toBe(0);
  expect(await page.title(), `${where}: title`).not.toMatch(/Чеч|Chech|гей|gay|пыт|tortur|убий|kill/i);
  if (await runsScripts(page)) await expectNoBarriers(page, where); // axe is a script of its own; without scripts the page is the same
}

/** site.js unhides its parts; `scripting` is what the browser itself says. */
async function runsScripts(page: Page): Promise<boolean> {
  return page.evaluate(() => matchMedia('(scripting: enabled)').matches);
}

/** Presses "Continue" and waits for the next page. */
export async function goOn(page: Page): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator('.buttons button[value=next]').click()]);
}

/** Opens the list of languages and takes one; the caller waits for the page. */
export async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.locator('.languages summary').click();
  await page.locator(`.languages [lang=${language}]`).click();
}

/** Answers every step with the recommended choices; `look` sees each page before it is answered. */
export async function walkToFiles(
  page: Page,
  url: string,
  language: Language,
  template: string,
  look: (page: Page, where: string) => Promise<void>,
): Promise<void> {
  await page.goto(`${url}/${language}/online`);
  const seen = async (step: string) => look(page, `${language} ${step}`);
  await seen('before');
  await page.check('input[name=filedFrom][value=russia]');
  await goOn(page);
  await seen('complaint');
  await page.check(`input[name=template][value=${template}]`);
  await goOn(page);
  await seen('authority');
  await goOn(page);
  await seen('episode');
  await page.check('input[name="answers.episode"][value="2017"]');
  await goOn(page);
  await seen('sources');
  await goOn(page);
  await seen('requests');
  await goOn(page);
  await seen('words');
  await page.fill('textarea[name="answers.ownWords"]', 'Прочитала в газете. Прошу проверить.');
  await goOn(page);
  await seen('name');
  await page.fill('input[name="applicant.lastName"]', 'Иванова');
  await page.fill('input[name="applicant.firstName"]', 'Мария');
  await page.check('input[name="applicant.gender"][value=female]');
  await goOn(page);
  await seen('name-form');
  expect(await page.inputValue('input[name="applicant.genitive"]')).toBe('Ивановой Марии');
  await goOn(page);
  await seen('reply');
  await page.fill('textarea[name="applicant.address"]', '101000, г. Москва, ул. Примерная, д. 1');
  await goOn(page);
  await seen('check');
  await goOn(page);
  await seen('warning');
  await page.check('input[name=acknowledged]');
  await goOn(page);
  await seen('files');
}
