/** One visit of a slow phone: how long until the page can be read and used, until a press is answered, and until a file is made. */
import type { Browser, Page } from 'playwright-core';

export const phone = { slower: 6, kilobits: 400, latency: 400 };

/** Milliseconds for which even the hastiest look at their answers. */
const reading = 2000;

/** Milliseconds. */
export type Visit = Record<'readable' | 'ready' | 'step' | 'firstDocx' | 'docx', number>;

export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, acceptDownloads: true });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const speed = (phone.kilobits * 1000) / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: phone.latency,
      downloadThroughput: speed,
      uploadThroughput: speed,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: phone.slower });
    const begun = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('html[data-ready]').waitFor({ timeout: 120_000 });
    const ready = performance.now() - begun;
    const readable = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    );
    const step = await toFiles(page);
    const firstDocx = await docx(page);
    const times: number[] = [];
    for (let round = 0; round < 5; round++) times.push(await docx(page));
    times.sort((a, b) => a - b);
    return { readable, ready, step, firstDocx, docx: times[2] ?? Number.NaN };
  } finally {
    await context.close();
  }
}

/** What most people answer; the time of the slowest step. */
async function toFiles(page: Page): Promise<number> {
  let slowest = 0;
  for (let pages = 0; pages < 20; pages++) {
    const action = await page.getAttribute('main form#step', 'action');
    if (action?.endsWith('/files')) return slowest;
    if (action?.endsWith('/check')) await page.waitForTimeout(reading);
    slowest = Math.max(slowest, await page.evaluate(answerAndGoOn));
  }
  throw new Error('the walk did not end');
}

/** Runs in the page: fills in what is asked, presses, and tells how long the next page took. */
async function answerAndGoOn(): Promise<number> {
  const choices: Record<string, string> = {
    filedFrom: 'russia',
    template: 'crime-report-media',
    'answers.episode': '2017',
    'applicant.gender': 'female',
    acknowledged: 'yes',
  };
  const texts: Record<string, string> = {
    'applicant.lastName': 'Иванова',
    'applicant.firstName': 'Мария',
    'applicant.address': '101000, г. Москва, ул. Примерная, д. 1',
  };
  for (const field of document.querySelectorAll<HTMLInputElement>('main input, main textarea')) {
    if (choices[field.name] === field.value) field.checked = true;
    const text = texts[field.name];
    if (text !== undefined && field.type !== 'hidden') field.value = text;
  }
  const { promise, resolve } = Promise.withResolvers<number>();
  const begun = performance.now();
  document.addEventListener('proverka:page', () => resolve(performance.now() - begun), { once: true });
  document.querySelector<HTMLElement>('.buttons button[value=next]')?.click();
  return promise;
}

/** From the press to the finished file, inside the page. */
function docx(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const begun = performance.now();
    const create = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      resolve(performance.now() - begun);
      URL.createObjectURL = create;
      return create(file);
    };
    document.querySelector<HTMLElement>('button[name=format][value=docx]')?.click();
    return promise;
  });
}
