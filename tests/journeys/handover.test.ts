/** A helper abroad prepares a document in English; somebody else opens it in Russian on a phone, reads it, and signs it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { handoverOf, handoverText } from '#domain/handover/handover.ts';
import { linkMark, packed } from '#domain/handover/packed.ts';
import { fileFrom, openDevice, press, readIn, ready, step, turned, walkTo } from '../support/device.ts';
import { setOut } from '../support/journey.ts';
import { complaintOf } from '../support/library.ts';
import { expectGoodPage, openBrowser } from '../support/person.ts';

const passphrase = 'снег-ложка-трамвай-42';
const words = 'Прочитала в газете. Прошу проверить.';

/** Everything that the server was sent: address, headers and body. */
const heard: string[] = [];
const { service, browser } = await setOut((request) =>
  heard.push([request.method, request.url, ...request.headers].join(' ')),
);

/** The helper's page, on their own device, with the choices of most people. */
async function handedOver(address: string, width: number) {
  const visit = await openDevice(browser, address, { width });
  await walkTo(visit.page, 'words');
  await visit.page.fill('textarea[name="answers.ownWords"]', words);
  await visit.page.click('details.handover summary');
  await expectGoodPage(visit.page, 'the offer');
  await press(visit.page, 'details.handover button');
  await expectGoodPage(visit.page, 'what goes along');
  return visit;
}

/** What a page of the filer must hold after the link was opened. */
async function expectNothingLeft(page: Page): Promise<void> {
  const left = await page.evaluate(async () => ({
    hash: location.href.includes('#'),
    state: history.state,
    stored: localStorage.length + sessionStorage.length + document.cookie.length,
    kept: (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys())))
      .flat()
      .filter(({ url }) => url.includes('#') || url.includes('draft')).length,
  }));
  expect(left).toEqual({ hash: false, state: null, stored: 0, kept: 0 });
}

it('a helper in English seals a link; the filer in Russian reads, signs, and has the very document of the walk', async () => {
  const helper = await handedOver(`${service.url}/en/write`, 1280);
  expect(await helper.page.locator('main').innerText()).toContain('Give the inquiry to the central office');
  await helper.page.fill('#f-seal', passphrase);
  await helper.page.click('[data-seal-link]');
  await helper.page.locator('[data-sealed-link]').waitFor();
  await expectGoodPage(helper.page, 'the sealed link');
  const link = await helper.page.inputValue('#sealed-link');
  expect(link.startsWith(`${service.url}/ru/write${linkMark}`)).toBe(true);
  const plain = await helper.page.inputValue('#link');
  expect(plain.startsWith(`${service.url}/ru/write${linkMark}`)).toBe(true);
  await helper.page.click('[data-copy=sealed-link]');
  await helper.page.locator('[data-sealed-link] [data-copied]').waitFor();
  await helper.context.close();

  heard.length = 0;
  const filer = await openDevice(browser, link, { width: 360 });
  const { page, requests } = filer;
  await page.locator('#f-unseal').waitFor();
  const loaded = requests.length;
  await expectGoodPage(page, 'sealed');
  await expectNothingLeft(page);
  await page.fill('#f-unseal', 'не та фраза вовсе');
  await page.click('[data-open]');
  await page.locator('[data-unseal-wrong]').waitFor();
  await page.fill('#f-unseal', passphrase);
  await press(page, '[data-open]');
  expect(await page.locator('h1').innerText()).toBe('Это подготовили для вас');
  await expectGoodPage(page, 'review');
  const read = (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');
  for (const part of [words, 'Председателю Следственного комитета', 'Обеспечить безопасность', 'УК РФ'])
    expect(read).toContain(part);
  await expectNothingLeft(page);
  await press(page, '.buttons button[value=next]');
  expect(await step(page)).toBe('name');
  await walkTo(page, 'files');
  const docx = await fileFrom(page, 'button[value=docx]');
  await expectNothingLeft(page);
  expect(requests.slice(loaded).filter((address) => !address.startsWith('blob:'))).toEqual([]);
  expect(heard.length).toBeGreaterThan(3);
  const secrets = [link, plain].map((one) => one.split(linkMark)[1]?.slice(0, 24) ?? 'no draft');
  for (const one of heard) for (const secret of [...secrets, 'draft', '#']) expect(one).not.toContain(secret);
  await filer.context.close();

  const alone = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(alone.page, 'files', {
    answers: { words: (on: Page) => on.fill('textarea[name="answers.ownWords"]', words) },
  });
  expect(docx.bytes).toEqual((await fileFrom(alone.page, 'button[value=docx]')).bytes);
  await alone.context.close();
});

it('a sealed file is opened on a page of the server, by its phrase, before anything is sent', async () => {
  const helper = await handedOver(`${service.url}/ru/write`, 360);
  await helper.page.fill('#f-seal', passphrase);
  const sealed = await fileFrom(helper.page, '[data-seal-button]');
  expect(sealed.name).toBe('draft.json.age');
  await helper.context.close();
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${service.url}/ru/online/handover/open`);
  await page.setInputFiles('#f-file', { name: sealed.name, mimeType: '', buffer: Buffer.from(sealed.bytes) });
  await page.fill('#f-unseal', passphrase);
  await Promise.all([page.waitForNavigation(), page.click('[data-open]')]);
  expect(await page.locator('h1').innerText()).toBe('Это подготовили для вас');
  expect(await page.locator('main').innerText()).toContain(words);
  await context.close();
});

it('the filer changes a choice on the review and comes back to it; Back and Start anew lead where they say', async () => {
  const link = `${service.url}/ru/write${linkMark}${packed(handoverOf(complaintOf('crime-report-media')))}`;
  const { context, page } = await openDevice(browser, link);
  await expectGoodPage(page, 'review');
  await press(page, 'button[value="change:requests"]');
  await page.uncheck('input[value=publish]');
  await press(page, '.buttons button[value=next]');
  expect(await page.locator('h1').innerText()).toBe('Это подготовили для вас');
  expect(await page.locator('dl').innerText()).not.toContain('Опубликовать');
  await press(page, '.buttons button[value=next]');
  await turned(page, () => page.goBack());
  expect(await page.locator('h1').innerText()).toBe('Это подготовили для вас');
  await readIn(page, 'en');
  expect(await page.locator('h1').innerText()).toBe('Somebody prepared this for you');
  await expectGoodPage(page, 'review in English');
  await press(page, 'a[href="/en/online"]');
  expect(await step(page)).toBe('before');
  expect(await page.locator('input[value="crime-report-media"]').count()).toBe(0);
  await context.close();
});

it('a forged link with a name in it is refused in one sentence, and the name is nowhere', async () => {
  const forged = { ...handoverOf(complaintOf('crime-report-media')), applicant: { lastName: 'Канарейкина' } };
  const address = `${service.url}/ru/write${linkMark}${packed(forged)}`;
  const { context, page } = await openDevice(browser, address);
  expect(await page.locator('#errors').innerText()).toContain('Кто-то вписал сюда имя');
  expect(await page.content()).not.toContain('Канарейкина');
  await expectGoodPage(page, 'refused');
  await expectNothingLeft(page);
  const good = `${service.url}/ru/write${linkMark}${packed(handoverOf(complaintOf('prosecutor-appeal')))}`;
  await turned(page, () => page.goto(good)); // into the bar of the tab that is here already
  expect(await page.locator('h1').innerText()).toBe('Это подготовили для вас');
  await expectNothingLeft(page);
  await context.close();
});

it('without JavaScript a helper downloads a file and the filer uploads it', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
  await page.goto(`${service.url}/ru/online/handover/open`);
  await expectGoodPage(page, 'open');
  const text = handoverText(handoverOf(complaintOf('crime-report-media')));
  await page.setInputFiles('#f-file', {
    name: 'draft.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await Promise.all([page.waitForNavigation(), page.click('[data-open]')]);
  expect(await page.locator('h1').innerText()).toBe('Это подготовили для вас');
  await expectGoodPage(page, 'review without JavaScript');
  await context.close();
});

it('a kit without any network opens a link’s end in its own address', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handover-'));
  const file = join(folder, 'ru.html');
  await writeFile(file, new Uint8Array(await (await fetch(`${service.url}/kit/ru.html`)).arrayBuffer()));
  const { context, page, requests } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(
    `${pathToFileURL(file)}${linkMark}${packed(handoverOf(complaintOf('crime-report-media')))}`,
  );
  await ready(page);
  await page.getByRole('heading', { name: 'Это подготовили для вас' }).waitFor();
  expect(await page.evaluate(() => [location.href.includes('#'), history.state])).toEqual([false, null]);
  expect(requests.filter((address) => !address.startsWith('file:'))).toEqual([]);
  await context.close();
  await rm(folder, { recursive: true });
});
