/** A person at `/<lng>/write`: the program has come, and every press is answered inside the page. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#domain/language.ts';
import { worthLoading } from '../../src/browser/arrivals.ts';
import { type Circumstances, chooseLanguage, openBrowser } from './person.ts';

export type Visit = {
  context: BrowserContext;
  page: Page;
  /** Every address that this page or its service worker asked for. */
  requests: string[];
  /** What the browser complained of. */
  faults: string[];
};

/** Opens the page and waits for the program; `prepare` is what stands before that: no network, another clock, another page. */
export async function openDevice(
  browser: Browser,
  address: string,
  {
    width = 360,
    dark = false,
    prepare = async () => {},
  }: Partial<Circumstances> & { prepare?: (page: Page) => Promise<unknown> } = {},
): Promise<Visit> {
  const { context, page, requests } = await openBrowser(browser, { width, dark, javaScript: true });
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await prepare(page);
  await page.goto(address);
  await ready(page);
  return { context, page, requests, faults };
}

/** The program has taken the page over, and nothing is loaded any more. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor();
  const { later, spoken } = await page.evaluate(() => ({
    later: document.querySelector<HTMLElement>('script[data-later]')?.dataset.later ?? '',
    spoken: [...navigator.languages],
  }));
  const expected = worthLoading(later.split(' ').filter(Boolean), spoken);
  await expect.poll(() => page.evaluate(haveArrived, expected), { interval: 20, timeout: 20_000 }).toBe(true);
}

/** Runs in the page. */
function haveArrived(addresses: string[]): boolean {
  return addresses.every((one) => performance.getEntriesByName(new URL(one, location.href).href).length > 0);
}

/** Waits for the page that `act` brings into sight. */
export async function turned(page: Page, act: () => Promise<unknown>): Promise<void> {
  const mark = await page.evaluateHandle(() => document.querySelector('main'));
  await act();
  await expect
    .poll(() => mark.evaluate((main) => main?.isConnected ?? false), { interval: 20, timeout: 20_000 })
    .toBe(false);
}

/** Presses a button or link and waits for its page. */
export async function press(page: Page, selector: string): Promise<void> {
  await turned(page, () => page.locator(selector).first().click());
}

/** Takes another language from the list, and waits for the page in it. */
export async function readIn(page: Page, language: Language): Promise<void> {
  await turned(page, () => chooseLanguage(page, language));
}

export async function goOn(page: Page): Promise<void> {
  await press(page, '.buttons button[value=next]');
}

/** The file that a press makes. */
export async function fileFrom(
  page: Page,
  selector: string,
): Promise<{ name: string; path: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator(selector).first().click()]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, bytes: new Uint8Array(await readFile(path)) };
}

/** Last part of the address of the form in sight: `sources`, `name` … */
export async function step(page: Page): Promise<string> {
  return (await page.getAttribute('main form#step', 'action'))?.split('/').at(-1) ?? '';
}

type Look = (page: Page, where: string) => Promise<void>;

const usual: Record<string, (page: Page) => Promise<unknown>> = {
  before: (page) => page.check('input[name=filedFrom][value=russia]'),
  complaint: (page) => page.check('input[name=template][value=crime-report-media]'),
  episode: (page) => page.check('input[name="answers.episode"][value="2017"]'),
  words: (page) => page.fill('textarea[name="answers.ownWords"]', 'Прочитала в газете. Прошу проверить.'),
  name: async (page) => {
    await page.fill('input[name="applicant.lastName"]', 'Иванова');
    await page.fill('input[name="applicant.firstName"]', 'Мария');
    await page.check('input[name="applicant.gender"][value=female]');
  },
  reply: (page) => page.fill('textarea[name="applicant.address"]', '101000, г. Москва, ул. Примерная, д. 1'),
  warning: (page) => page.check('input[name=acknowledged]'),
};

/** Answers from the step in sight to `last` as most do, or as `answers` say. */
export async function walkTo(
  page: Page,
  last: string,
  { look = async () => {}, answers = {} }: { look?: Look; answers?: typeof usual } = {},
): Promise<void> {
  for (let pages = 0; pages < 20; pages++) {
    const here = await step(page);
    await look(page, here);
    if (here === last) return;
    await (answers[here] ?? usual[here])?.(page);
    await goOn(page);
  }
  throw new Error(`never came to ${last}`);
}
