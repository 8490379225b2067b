/** A case is shared in a real browser: what leaves it holds neither the case nor the code, and the code brings the case back. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Encrypter } from 'age-encryption';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaseCode } from '#domain/register/case-code.ts';
import { paddedLength } from '#sealing/padding.ts';
import { stretch } from '#sealing/stretch.ts';
import { launch } from '../support/browser.ts';
import { expectGoodPage, openBrowser, type Service, startService } from '../support/person.ts';
import { openTestFollowing, type TestFollowing, type TestOrganisation } from '../support/register.ts';
import { filedCase, secret } from '../web/share/filer.ts';

const passphrase = 'снег-ложка-трамвай-42';
const folder = mkdtempSync(join(tmpdir(), 'share-'));
const plain = join(folder, 'case-2026-12-01.json');
const sealed = `${plain}.age`;
const kept = JSON.stringify(filedCase());

const heard: { url: string; body: string }[] = [];
async function hear(request: globalThis.Request): Promise<void> {
  const body = request.method === 'POST' ? await request.clone().text() : '';
  heard.push({ url: request.url, body });
}

let register: TestFollowing;
let archive: TestOrganisation;
let service: Service;
let browser: Browser;
beforeAll(async () => {
  register = await openTestFollowing({ stretch });
  register.setNow(new Date().toISOString());
  archive = await register.organisation('archive');
  await register.organisation('banned', { statusInRussia: 'undesirable', name: { ru: 'Плохая', en: 'Bad' } });
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(10);
  encrypter.setPassphrase(passphrase);
  writeFileSync(plain, kept);
  writeFileSync(sealed, await encrypter.encrypt(kept));
  [service, browser] = await Promise.all([startService(hear, register.following), launch()]);
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await register.close();
  rmSync(folder, { recursive: true });
});

async function press(page: Page, selector: string, where: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  await expectGoodPage(page, where);
}

/** Copies the code from the page by hand, hides it, and types the two groups that are asked for. */
async function keepCode(page: Page, go: () => Promise<void>): Promise<string> {
  const groups = (await page.locator('[data-code-group]').allInnerTexts()).filter((one) => one !== '');
  await go();
  for (const field of await page.locator('input[id^=f-group-]:visible').all()) {
    const number = Number((await field.getAttribute('id'))?.slice(-1));
    await field.fill(groups[number - 1] ?? '');
  }
  return readCaseCode(groups.join('')) ?? '';
}

async function readByOrganisation(): Promise<string[]> {
  const actor = { organisation: archive.id, person: 'nobody', role: 'coordinator' } as const;
  const read: string[] = [];
  for await (const one of register.register.cases.each(actor))
    read.push((await register.sealing.open(one.sealed, archive.key.identity)) ?? '');
  return read;
}

/** What the server was sent from now on, files too. */
function sentFromNow(): () => { url: string; body: string }[] {
  const from = heard.length;
  return () => heard.slice(from);
}

describe.each([
  ['a plain file', 'ru', 360],
  ['a sealed file', 'en', 1280],
  ['a plain file', 'ar', 360],
] as const)('somebody with JavaScript who opens %s, in %s', (how, language, width) => {
  it('shares it, and the server sees neither the case nor the code; with the code it opens again', async () => {
    const before = (await readByOrganisation()).length;
    const { context, page } = await openBrowser(browser, { width, javaScript: true });
    const faults: string[] = [];
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    const sent = sentFromNow();
    await page.goto(`${service.url}/${language}/share`);
    await expectGoodPage(page, 'share');
    await page.click('[data-share-go]');
    await page.waitForSelector('[data-wrong=empty]:visible');
    await expectGoodPage(page, 'nothing chosen');
    expect(await page.locator('.field [data-wrong=empty]').isVisible()).toBe(true);
    expect(
      await page
        .locator('fieldset ~ [data-wrong=organisation], form > [data-wrong=organisation]')
        .isVisible(),
    ).toBe(true);
    await page.click('[data-share-wrong] a[href="#f-organisation"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-organisation');
    await page.setInputFiles('input[type=file]', how === 'a sealed file' ? sealed : plain);
    if (how === 'a sealed file') await page.fill('#f-unseal', passphrase);
    await page.locator('input[name=organisation]').first().check();
    await page.fill('input[name=contact]', `${secret}@example.org`);
    await page.click('[data-share-go]');
    await page.waitForSelector('[data-share-code]:visible');
    await expectGoodPage(page, 'code');
    const code = await keepCode(page, async () => {
      await page.click('[data-share-kept]');
      await page.waitForSelector('[data-share-confirm]:visible');
    });
    expect(code).toMatch(/^\d{27}$/);
    expect(await page.locator('[data-code-group]').allInnerTexts()).not.toContain(code.slice(0, 3));
    const [first] = await page.locator('input[id^=f-group-]:visible').all();
    const right = (await first?.inputValue()) ?? '';
    await first?.fill('00');
    await page.click('[data-share-seal]');
    await page.waitForSelector('[data-share-group-wrong]:visible');
    await expectGoodPage(page, 'wrong group');
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^f-group-/);
    expect((await readByOrganisation()).length).toBe(before);
    await first?.fill(right);
    await press(page, '[data-share-seal]', 'shared');
    const posts = sent().filter(({ body }) => body !== '');
    expect(posts).toHaveLength(1);
    for (const { url, body } of sent()) {
      const told = decodeURIComponent(`${url}\n${body}`.replaceAll('+', ' '));
      expect(told.replace(/\D/g, '')).not.toContain(code);
      expect(told).not.toMatch(/Жаворонок|ЗАЯВЛЕНИЕ|2026-09-|10100012345678|ownWords/);
    }
    const read = await readByOrganisation();
    expect(read).toHaveLength(before + 1);
    expect(read.some((one) => one.includes(`${secret}@example.org`))).toBe(true);
    const lengths = read.map((one) => Buffer.byteLength(one));
    expect(lengths).toEqual(lengths.map(paddedLength)); // no length points at a document
    await page.goto(`${service.url}/${language}/share/open`);
    await expectGoodPage(page, 'open');
    await page.fill('textarea[name=code]', code);
    await page.click('[data-tab-open]');
    await page.waitForSelector('input[name=case]', { state: 'attached' });
    await expectGoodPage(page, 'shared case');
    expect(await page.inputValue('input[name=case]')).toContain(secret);
    expect(faults).toEqual([]);
    expect(sent().filter(({ url }) => /\?|%D0/.test(url))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    await context.close();
  }, 120_000);
});

describe.each([
  ['ru', 1280],
  ['ar', 360],
] as const)('somebody without JavaScript, in %s', (language, width) => {
  it('shares it, comes back, adds what was answered, takes it back and deletes it', async () => {
    const before = (await readByOrganisation()).length;
    const { context, page, requests } = await openBrowser(browser, { width, javaScript: false });
    await page.goto(`${service.url}/${language}/case`);
    await page.setInputFiles('input[type=file]', plain);
    await press(page, '[data-open]', 'case');
    await press(page, 'button[formaction$="/share"]', 'share');
    await page.locator('input[name=organisation]').first().check();
    expect(await page.locator('[data-share-go]').isVisible()).toBe(false);
    await page.locator('[data-share-there] summary').click();
    await press(page, '[data-share-there] button', 'code');
    const code = await keepCode(page, () => press(page, '.buttons button', 'confirm'));
    const [group] = await page.locator('input[id^=f-group-]').all();
    const right = (await group?.inputValue()) ?? '';
    await group?.fill('0');
    await press(page, '.buttons button', 'wrong group');
    expect(await page.locator('.error-summary a').getAttribute('href')).toBe(
      `#${await group?.getAttribute('id')}`,
    );
    await group?.fill(right);
    await press(page, '.buttons button', 'shared');
    expect(await readByOrganisation()).toHaveLength(before + 1);
    await page.goto(`${service.url}/${language}/share/open`);
    await page.fill('textarea[name=code]', '123 456');
    await press(page, '.buttons button', 'wrong code');
    await page.fill('textarea[name=code]', code);
    await press(page, '.buttons button', 'shared case');
    await press(page, 'button[formaction$="/share/case/event"][value^="open:"]', 'event');
    await page.check('input[name=kind][value=refused]');
    await page.fill('input[name=date]', '2026-10-05');
    await press(page, '.buttons button[value=next]', 'changed');
    await press(page, 'button[formaction$="/share/send"]', 'sent');
    expect((await readByOrganisation()).some((one) => one.includes('2026-10-05'))).toBe(true);
    await press(page, 'button[formaction$="/share/withdraw"]', 'withdraw?');
    await press(page, 'button[value=yes]', 'withdrawn');
    expect(await readByOrganisation()).toHaveLength(before);
    await press(page, 'button[formaction$="/share/delete"]', 'delete?');
    await press(page, 'button[value=yes]', 'deleted');
    await page.goto(`${service.url}/${language}/share/open`);
    await page.fill('textarea[name=code]', code);
    await press(page, '.buttons button', 'nothing there');
    expect(await page.locator('.error-summary').count()).toBe(1);
    expect(requests.filter((address) => /\?|%D0|\d{9}/.test(address))).toEqual([]);
    await context.close();
  }, 120_000);
});

it('somebody who filed from Russia is refused in the browser too, with the reason', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
  const sent = sentFromNow();
  await page.goto(`${service.url}/ru/share`);
  await page.setInputFiles('input[type=file]', plain);
  await page.getByLabel('Плохая').check();
  await page.click('[data-share-go]');
  await page.waitForSelector('[data-wrong=refused]:visible');
  await expectGoodPage(page, 'refused');
  expect(sent().filter(({ body }) => body !== '')).toEqual([]);
  await context.close();
});

it('a language taken on the way sends no file', async () => {
  const { context, page } = await openBrowser(browser, { width: 1280, javaScript: true });
  const sent = sentFromNow();
  await page.goto(`${service.url}/ru/share`);
  await page.setInputFiles('input[type=file]', plain);
  await page.locator('.languages summary').click();
  await Promise.all([page.waitForNavigation(), page.locator('.languages [lang=en]').click()]);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(sent().some(({ body }) => body.includes(secret))).toBe(false);
  await context.close();
});

it('a script that does not arrive sends nothing: the server seals only where somebody asks it to', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: 'blocked' });
  const sent = sentFromNow();
  await page.goto(`${service.url}/ru/share`);
  await expectGoodPage(page, 'share without its script');
  await page.setInputFiles('input[type=file]', plain);
  expect(await page.locator('[data-share-go]').isVisible()).toBe(false);
  await page.fill('input[name=contact]', 'Сигнал');
  await page.press('input[name=contact]', 'Enter');
  await page.locator('[data-share-there] summary').click();
  expect(sent().filter(({ body }) => body !== '')).toEqual([]);
  await press(page, '[data-share-there] button', 'asked for');
  expect(sent().filter(({ body }) => body.includes(secret))).toHaveLength(1);
  await context.close();
});
