/** What stays behind on the device: nothing that was typed, unless the person asked the tab to hold it; and nobody leaves by mistake. */
import type { Dialog, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openDevice, press, ready, step, walkTo } from '../support/device.ts';
import { setOut } from '../support/journey.ts';

const { service, browser } = await setOut();

const words = 'Слова, которых нигде не должно остаться';
const typed = { words: (page: Page) => page.fill('textarea[name="answers.ownWords"]', words) };

/** Everything that a site can leave in a browser, as text. */
async function leftIn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stored = [
      { ...localStorage },
      { ...sessionStorage },
      document.cookie,
      history.state,
      name,
      location.href,
    ];
    const databases = await indexedDB.databases();
    const cached: string[] = [];
    for (const store of await caches.keys())
      for (const request of await (await caches.open(store)).keys()) {
        const answer = await (await caches.open(store)).match(request);
        if (!/^\/assets\/.*\.(?:js|css|svg|png)$/.test(new URL(request.url).pathname))
          cached.push((await answer?.text()) ?? '');
        cached.push(request.url);
      }
    return JSON.stringify([stored, databases, cached]);
  });
}

async function keep(page: Page): Promise<void> {
  await page.locator('.device-bar > summary').click();
  await page.check('input[data-keep]');
  await page.locator('.device-bar > summary').click();
}

/** The dialog that asks whether to leave, or nothing. */
async function askedOnClosing(page: Page): Promise<Dialog | undefined> {
  const asked = new Promise<Dialog | undefined>((done) => {
    page.once('dialog', done);
    page.once('close', () => done(undefined));
  });
  await page.close({ runBeforeUnload: true });
  return asked;
}

it('someone who only looked around closes the tab without a question; after the first letter the browser asks', async () => {
  const looked = await openDevice(browser, `${service.url}/ru/write`);
  await press(looked.page, 'footer a[href$="/about"]');
  await press(looked.page, 'main > [data-back]');
  expect(await askedOnClosing(looked.page)).toBeUndefined();
  await looked.context.close();
  const wrote = await openDevice(browser, `${service.url}/ru/write`);
  await wrote.page.check('input[name=filedFrom][value=russia]');
  const dialog = await askedOnClosing(wrote.page);
  expect(dialog?.type()).toBe('beforeunload');
  await dialog?.accept();
  await wrote.context.close();
});

it('someone walks to the files, and the browser holds nothing of it', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'files', { answers: typed });
  await press(page, 'button[formaction$="/case/keep"]');
  const left = await leftIn(page);
  expect(left).not.toMatch(/Слова, которых|Иванова|crime-report-media|answers\\?\./);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await page.reload();
  await ready(page);
  expect(await step(page)).toBe('before');
  expect(await page.isChecked('input[name=filedFrom][value=russia]')).toBe(false);
  const filledIn = await page
    .locator('input:not([type=hidden])')
    .evaluateAll((fields: HTMLInputElement[]) =>
      fields
        .filter((one) => one.autocomplete !== 'off' && one.form?.autocomplete !== 'off')
        .map(({ id }) => id),
    );
  expect(filledIn).toEqual([]);
  await context.close();
});

it('someone leaves by the exit: no question is asked, and Back finds an empty first page', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await context.route('https://ya.ru/', (route) => route.fulfill({ body: 'an ordinary page' }));
  await keep(page);
  await walkTo(page, 'check', { answers: typed });
  expect(await leftIn(page)).toContain(words);
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.click('[data-exit]');
  await page.waitForURL('https://ya.ru/');
  expect(asked).toEqual([]);
  await page.goBack();
  await ready(page);
  expect(await page.content()).not.toContain(words);
  expect(await step(page)).toBe('before');
  expect(await leftIn(page)).not.toContain(words);
  await context.close();
});

it('someone leaves by the exit from a paper that fills the tab', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await context.route('https://ya.ru/', (route) => route.fulfill({ body: 'an ordinary page' }));
  await walkTo(page, 'files', { answers: typed });
  await page.locator('button[formaction$="/online/print"]').click();
  await page.click('.paper-moves [data-exit]');
  await page.waitForURL('https://ya.ru/');
  await context.close();
});

/** Text in sight half a second after `press`, where the page that the exit leads to does not come. */
async function leftInSight(page: Page, press: () => void): Promise<string | null> {
  await page.route('https://ya.ru/', (route) => route.fulfill({ status: 204 }));
  await page.evaluate(press);
  await page.waitForTimeout(500);
  return page.textContent('body');
}

it('someone leaves while a page is on its way and the line is slow: nothing comes back into sight', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'check', { answers: typed });
  const both = () => {
    document.querySelector<HTMLElement>('.buttons [value=next]')?.click();
    document.querySelector<HTMLElement>('a[data-exit]')?.click();
  };
  expect(await leftInSight(page, both)).toBe('');
  await context.close();
});

it.each([
  '{',
  'null',
  '[]',
  '"x"',
  '{"path":5}',
  '{"path":"/ru/online/words","typed":{"a":1}}',
  '{"path":"/ru/online/words","entries":[["a"]],"typed":[[1,2]]}',
  '{"path":"@example.org/","entries":[]}',
  '{"path":"//example.org/ru/online","over":"https://example.org/"}',
  '{"path":"/ru/nowhere","over":"/xx/write"}',
])('someone whose tab holds %s, which nobody here wrote, begins anew', async (held) => {
  const { context, page, faults } = await openDevice(browser, `${service.url}/ru/write`);
  await page.evaluate((text) => sessionStorage.setItem('page', text), held);
  await page.reload();
  await ready(page);
  expect(await step(page)).toBe('before');
  await walkTo(page, 'complaint');
  expect(faults).toEqual([]);
  await context.close();
});

it('someone lets the tab hold the answers, and a reload brings the step back with every word', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  expect(await page.isChecked('input[data-keep]')).toBe(false);
  await walkTo(page, 'words');
  await page.fill('textarea[name="answers.ownWords"]', words);
  await keep(page);
  await page.locator('textarea[name="answers.ownWords"]').pressSequentially('!');
  await page.reload();
  await expect.poll(() => step(page)).toBe('words');
  expect(await page.inputValue('textarea[name="answers.ownWords"]')).toBe(`${words}!`);
  await ready(page);
  await walkTo(page, 'name', { answers: { words: async () => {} } });
  await page.fill('input[name="applicant.lastName"]', 'Иванова');
  await press(page, '.danger-link');
  await page.reload();
  await page.locator('main > [data-back]').waitFor();
  await press(page, 'main > [data-back]');
  expect(await page.inputValue('input[name="applicant.lastName"]')).toBe('Иванова');
  await walkTo(page, 'files');
  await press(page, 'button[formaction$="/case/keep"]');
  await press(page, 'button[formaction$="/case/filed"]');
  await page.fill('input[name=number]', 'РП 1');
  await page.reload();
  await expect.poll(() => step(page)).toBe('filed');
  expect(await page.inputValue('input[name=number]')).toBe('РП 1');
  await page.locator('.device-bar > summary').click();
  await page.uncheck('input[data-keep]');
  expect(await leftIn(page)).not.toMatch(/РП 1|Слова, которых/);
  await page.fill('input[name=number]', 'РП 2');
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await context.close();
});

it('someone clears the site from within the walk: nothing is held, nothing can be gone back to', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await keep(page);
  await walkTo(page, 'check', { answers: typed });
  await press(page, 'footer a[href$="/clear"]');
  await page.locator('form[data-clear] button').click();
  await page.locator('[data-cleared]').waitFor();
  expect(await leftIn(page)).not.toContain(words);
  await page.evaluate(() => history.back());
  await page.waitForURL('about:blank');
  await context.close();
});
