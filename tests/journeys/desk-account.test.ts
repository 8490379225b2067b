/** An organisation is set up from a one-time link, in a real browser: its people, its key, and who sees what. */
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#domain/register/roles.ts';
import { launch } from '../support/browser.ts';
import { type Circumstances, expectGoodPage, openBrowser, startService } from '../support/person.ts';
import { openTestFollowing, type TestFollowing } from '../support/register.ts';
import { invitation } from '../web/desk/visitor.ts';

let browser: Browser;
let test: TestFollowing;
let url: string;
let moment: number;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

beforeEach(async () => {
  test = await openTestFollowing();
  moment = test.following.now().getTime();
  const service = await startService(undefined, test.following);
  ({ url } = service);
  await test.register.organisations.create({
    id: 'novaya',
    name: { ru: 'Новая', en: 'New' },
    contact: '',
    statusInRussia: 'unknown',
    statusChecked: null,
    statusSource: null,
    retentionMonths: 36,
    publicStatistics: false,
    tags: [],
  });
  return async () => {
    await service.stop();
    await test.close();
  };
});

const password = 'verbose otter near the pond';
const passphrase = 'nine quiet herons over the lake';

/** A minute later: the phone shows another code. */
function later(): void {
  moment += 60_000;
  test.setNow(new Date(moment).toISOString());
}

const code = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: moment });

async function press(page: Page, name: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name, exact: true }).click()]);
}

/** Opens the link as it was handed over, and gives back the secret that the phone keeps. */
async function join(page: Page, language: 'ru' | 'en', token: string, login: string): Promise<string> {
  await page.goto(`${url}/${language}/desk/join#${token}`);
  await expectGoodPage(page, `${language} join`);
  if ((await page.inputValue('#f-token')) === '') await page.fill('#f-token', token);
  else expect(page.url()).not.toContain(token);
  await page.locator('.buttons button').click();
  await expectGoodPage(page, `${language} join, second page`);
  const secret = (await page.locator('.second-factor .secret').innerText()).replace(/\s/g, '');
  await page.fill('#f-login', login);
  await page.fill('#f-new', password);
  await page.fill('#f-again', password);
  await page.fill('#f-totp', code(secret));
  await Promise.all([page.waitForNavigation(), page.locator('.buttons button').click()]);
  later();
  return secret;
}

async function seat(circumstances: Circumstances) {
  const { page, context, requests } = await openBrowser(browser, circumstances);
  return { page, context, requests };
}

const link = (role: Role) => invitation(test, 'novaya', role);

describe.each([
  { width: 360, javaScript: 'blocked' },
  { width: 1280, javaScript: true },
  { width: 1280, javaScript: false, dark: true },
] as const)('at $width px, JavaScript $javaScript', (circumstances) => {
  it('a coordinator comes in by a link, makes the key, keeps it on paper, and opens it the next time', async () => {
    const { page, context, requests } = await seat(circumstances);
    const secret = await join(page, 'ru', await link('coordinator'), 'anna');
    await expectGoodPage(page, 'today');
    await page.getByRole('link', { name: 'Создать ключ' }).click();
    await expectGoodPage(page, 'key');
    await page.fill('#f-new', passphrase);
    await page.fill('#f-again', passphrase);
    await press(page, 'Создать ключ');
    await expectGoodPage(page, 'recovery key');
    const recovery = await page.locator('.recovery .secret').innerText();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.recovery').isVisible()).toBe(true);
    expect(await page.locator('.desk-bar').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await press(page, 'Ключ на бумаге');
    await expectGoodPage(page, 'end of the key');
    await page.fill('#f-ending', recovery.slice(-6));
    await press(page, 'Сохранить ключ');
    await expectGoodPage(page, 'key stored');

    await press(page, 'Выйти');
    await expectGoodPage(page, 'sign-in');
    await page.fill('[name="sign-in.login"]', 'anna');
    await page.fill('[name="sign-in.password"]', 'not the password');
    await page.fill('[name="sign-in.totp"]', code(secret));
    await press(page, 'Войти');
    await expectGoodPage(page, 'sign-in that failed');
    later();
    await page.fill('[name="sign-in.password"]', password);
    await page.fill('[name="sign-in.totp"]', code(secret));
    await press(page, 'Войти');
    await page.locator('.desk-who').getByRole('link', { name: 'Открыть' }).click();
    await expectGoodPage(page, 'unlock');
    await page.fill('[name="unlock.passphrase"]', passphrase);
    await press(page, 'Открыть ключ');
    await expect.poll(() => page.locator('.desk-who').innerText()).toContain('Ключ открыт.');
    for (const place of [
      'key',
      'key/change',
      'key/recover',
      'audit',
      'account',
      'account/factor',
      'statistics',
    ]) {
      await page.goto(`${url}/ru/desk/${place}`);
      await expectGoodPage(page, place);
    }
    expect(requests.filter((address) => !address.startsWith(url))).toEqual([]);
    expect(
      requests.filter((address) => /[0-9a-f]{64}|AGE-SECRET|heron/i.test(address.replace(/#.*/, ''))),
    ).toEqual([]);
    await context.close();
  });

  it('an administrator invites an analyst, who sees statistics and nothing else', async () => {
    const boss = await seat(circumstances);
    await join(boss.page, 'en', await link('administrator'), 'boss');
    for (const place of ['people', 'settings', 'audit']) {
      await boss.page.goto(`${url}/en/desk/${place}`);
      await expectGoodPage(boss.page, place);
    }
    await boss.page.goto(`${url}/en/desk/people`);
    await boss.page.check('[name=role][value=analyst]');
    await press(boss.page, 'Make an invitation');
    await expectGoodPage(boss.page, 'link');
    const token = await boss.page.locator('code.secret').innerText();
    expect(await boss.page.inputValue('#link')).toBe(`${url}/en/desk/join#${token}`);

    const analyst = await seat(circumstances);
    await join(analyst.page, 'en', token, 'vera');
    expect(analyst.page.url()).toBe(`${url}/en/desk/statistics`);
    expect(await analyst.page.locator('.desk-bar nav a').allInnerTexts()).toEqual(['Statistics']);
    await expectGoodPage(analyst.page, 'statistics of the analyst');
    for (const place of ['today', 'register', 'people', 'settings', 'audit', 'key', 'unlock']) {
      const answer = await analyst.page.goto(`${url}/en/desk/${place}`);
      expect(answer?.status(), place).toBe(403);
    }
    await expectGoodPage(analyst.page, 'not for this role');

    await boss.page.goto(`${url}/en/desk/people`);
    await boss.page.getByRole('link', { name: /Change\s*vera/ }).click();
    await expectGoodPage(boss.page, 'one person');
    await press(boss.page, 'End the access');
    await analyst.page.goto(`${url}/en/desk/statistics`);
    expect(await analyst.page.locator('h1').innerText()).toBe('Sign in');
    await boss.context.close();
    await analyst.context.close();
  });
});

it('signing in needs no mouse, and no script', async () => {
  const { page, context } = await seat({ width: 360, javaScript: false });
  const secret = await join(page, 'en', await link('caseworker'), 'anna');
  await press(page, 'Sign out');
  await page.locator('[name="sign-in.login"]').focus();
  await page.keyboard.type('anna');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.type(code(secret));
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(page.url()).toBe(`${url}/en/desk/today`);
  await context.close();
});

it('a link that is put into the address of the open page of invitations is taken, and leaves the address', async () => {
  const { page, context } = await seat({ width: 1280, javaScript: true });
  const token = await link('caseworker');
  await page.goto(`${url}/ru/desk/join`);
  await page.goto(`${url}/ru/desk/join#${token}`); // the browser stays on the page: only what is behind # changes
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('#f-token')?.value !== '');
  expect(await page.inputValue('#f-token')).toBe(token);
  expect(page.url()).toBe(`${url}/ru/desk/join`);
  await context.close();
});
