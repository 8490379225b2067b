/** The whole story of one report, from the walk to the court, by a person who keeps the case on their own device. */
import { readFileSync } from 'node:fs';
import { Decrypter } from 'age-encryption';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openCase } from '#domain/case/open-case.ts';
import { addDays } from '#domain/dates.ts';
import { setOut } from '../support/journey.ts';
import { expectGoodPage, openBrowser, today, walkToFiles } from '../support/person.ts';

const passphrase = 'снег-ложка-трамвай-42';
const ago = (days: number) => addDays(today, -days);

const { service, browser } = await setOut();

/** Presses the button and waits for the page it leads to. */
async function press(page: Page, selector: string, where: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
  await expectGoodPage(page, where);
}

async function filed(page: Page, day: string): Promise<void> {
  await press(page, 'button[formaction$="/case/filed"]', 'filed');
  await page.check('input[name=channel][value=post]');
  await page.fill('input[name=date]', day);
  await page.fill('input[name=number]', '10100012345678');
  await press(page, '.buttons button[value=next]', 'case after filing');
}

/** Says what came to the document that is the `nth` in the case. */
async function answered(
  page: Page,
  nth: number,
  saying: string,
  facts: Record<string, string>,
): Promise<void> {
  await Promise.all([
    page.waitForNavigation(),
    page.locator('button[formaction$="/case/answer"]').nth(nth).click(),
  ]);
  await expectGoodPage(page, 'answer');
  await page.check(`input[name=saying][value="${saying}"]`);
  await press(page, '.buttons button[value=next]', `letter: ${saying}`);
  for (const [name, value] of Object.entries(facts)) {
    const radio = page.locator(`input[type=radio][name=${name}][value="${value}"]`);
    if ((await radio.count()) > 0) await radio.check();
    else await page.fill(`input[name=${name}]`, value);
  }
  await press(page, '.buttons button[value=next]', `case: ${saying}`);
}

/** Writes the document, downloads it as Word and adds it to the case. */
async function write(page: Page, template: string, court?: string): Promise<string> {
  await press(page, `button[value$=":${template}"]`, template);
  await page.fill('input[name="applicant.lastName"]', 'Иванова');
  await page.fill('input[name="applicant.firstName"]', 'Мария');
  await page.check('input[name="applicant.gender"][value=female]');
  await page.fill('textarea[name="applicant.address"]', '101000, г. Москва, ул. Примерная, д. 1');
  if (court) {
    await page.check('input[name="answers.court.name"][value=other]');
    await page.fill('input[name="answers.court.typed"]', court);
  }
  await press(page, '.buttons button[value=next]', `${template} ready`);
  const text = await page.locator('.sheet').innerText();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('button[name=format][value=docx]').click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^zayavlenie-[\d-]+\.docx$/);
  await press(page, 'button[value=add]', `case with ${template}`);
  return text;
}

/** Saves the case, sealed where scripts run, and opens it anew in a fresh page. */
async function savedAndOpened(page: Page, language: string, sealed: boolean): Promise<void> {
  await press(page, 'button[formaction$="/case/save"]', 'save');
  expect(await page.locator('[data-seal]').isVisible()).toBe(sealed);
  if (sealed) {
    await page.fill('#f-seal', 'short');
    await page.click('[data-seal-button]');
    expect(await page.isVisible('[data-seal-short]')).toBe(true);
    await page.fill('#f-seal', passphrase);
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.click(sealed ? '[data-seal-button]' : '[data-plain]'),
  ]);
  expect(download.suggestedFilename()).toBe(`case-${today}.json${sealed ? '.age' : ''}`);
  const path = await download.path();
  const bytes = new Uint8Array(readFileSync(path));
  expect(openCase(sealed ? await opened(bytes) : new TextDecoder().decode(bytes)).ok).toBe(true);
  await page.goto(`${service.url}/${language}/case`);
  await expectGoodPage(page, 'open');
  await page.setInputFiles('input[type=file]', path);
  if (sealed) {
    await page.waitForSelector('#f-unseal:visible');
    await page.fill('#f-unseal', 'not the passphrase');
    await page.click('[data-open]');
    await page.waitForSelector('[data-unseal-wrong]:visible');
    await expectGoodPage(page, 'wrong passphrase');
    await page.fill('#f-unseal', passphrase);
  }
  await press(page, '[data-open]', 'case opened again');
}

/** As the age command would. */
async function opened(bytes: Uint8Array): Promise<string> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(bytes, 'text');
}

describe.each([
  { language: 'ru', javaScript: true },
  { language: 'en', javaScript: false },
] as const)(
  'a person who reads $language, JavaScript $javaScript, on a phone',
  ({ language, javaScript }) => {
    it('reports, is brushed off, complains, goes to court and appeals, from saved files', async () => {
      const { context, page, requests } = await openBrowser(browser, { width: 360, javaScript });
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await walkToFiles(page, service.url, language, 'crime-report-media', async () => {});
      await press(page, 'button[formaction$="/case/keep"]', 'case');
      expect(await page.inputValue('input[name=case]')).not.toMatch(/Иванов|Примерная/);
      await filed(page, ago(70));
      await answered(page, 0, 'considered', {
        krsp: 'none',
        law: 'fz59',
        order: 'none',
        date: ago(45),
        number: '214-457-26',
      });
      expect(await page.textContent('.finding h2')).toMatch(/обычное письмо|ordinary letter/);
      const complaint = await write(page, 'complaint-treated-as-appeal');
      expect(complaint).toContain('214-457-26');
      await savedAndOpened(page, language, javaScript);
      await filed(page, ago(40));
      await answered(page, 1, 'considered', { date: ago(30), number: '7-1-26' });
      const toCourt = await write(page, 'court-125', 'Басманный районный суд города Москвы');
      expect(toCourt).toContain('Басманный районный суд города Москвы');
      await filed(page, ago(25));
      await answered(page, 2, 'ruling', { date: ago(5), received: ago(2), number: '3/10-45/2026' });
      const appeal = await write(page, 'appeal-125');
      expect(appeal).toContain('3/10-45/2026');
      await savedAndOpened(page, language, javaScript);
      expect(await page.locator('.filing').count()).toBe(4);
      const [calendar] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('button[formaction$="/case/calendar"]').click(),
      ]);
      const ics = readFileSync(await calendar.path(), 'utf8');
      expect(ics).toMatch(/BEGIN:VEVENT/);
      expect(ics).not.toMatch(/Иванов|Чечен|пыт/i);
      expect(requests.filter((address) => !/^(?:blob:)?http:\/\/127\.0\.0\.1/.test(address))).toEqual([]);
      expect(requests.filter((address) => /\?|%D0/.test(address))).toEqual([]);
      expect(faults.filter((text) => !/422/.test(text))).toEqual([]);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    });
  },
);

it('the case reads well on a desk too, in the dark', async () => {
  const { context, page } = await openBrowser(browser, { width: 1280, javaScript: true, dark: true });
  await walkToFiles(page, service.url, 'en', 'prosecutor-appeal', async () => {});
  await press(page, 'button[formaction$="/case/keep"]', 'case');
  await filed(page, ago(50));
  await answered(page, 0, 'nothing', { received: ago(45) });
  await context.close();
});
