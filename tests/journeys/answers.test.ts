/** Every answer that may come, said in a browser from a saved case: to a document, or to a reason why there is none. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sayings } from '#domain/case/letter-questions.ts';
import { addDays } from '#domain/dates.ts';
import { aCase, aFiling } from '../domain/case/a-case.ts';
import { setOut } from '../support/journey.ts';
import { expectGoodPage, openBrowser, today } from '../support/person.ts';

const filed = addDays(today, -80);
const saved = JSON.stringify(
  aCase([aFiling({ date: filed, channel: 'post', events: [{ kind: 'sent', date: filed }] })]),
);

const { service, browser } = await setOut();

async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).first().click()]);
}

describe.each([
  { language: 'ru', javaScript: true },
  { language: 'en', javaScript: 'blocked' },
] as const)('in $language, JavaScript $javaScript, on a phone', ({ language, javaScript }) => {
  it('each answer leads on', async () => {
    const { context, page } = await openBrowser(browser, { width: 360, javaScript });
    for (const saying of sayings.filter((one) => one !== 'ruling')) {
      await page.goto(`${service.url}/${language}/case`);
      await page.setInputFiles('input[type=file]', {
        name: 'case.json',
        mimeType: 'application/json',
        buffer: Buffer.from(saved),
      });
      await press(page, '[data-open]');
      await press(page, 'button[formaction$="/case/answer"]');
      await page.check(`input[name=saying][value="${saying}"]`);
      await press(page, '.buttons button[value=next]');
      if ((await page.locator('input[name=date]').count()) > 0)
        await page.fill('input[name=date]', addDays(today, -3));
      await press(page, '.buttons button[value=next]');
      await expectGoodPage(page, `${language} ${saying}`);
      expect(await page.isVisible('.finding h2'), saying).toBe(true);
      const documents = page.locator('button[value^="make:"]');
      if ((await documents.count()) === 0) {
        expect(
          (await page.locator('.next-documents, #next + p').first().innerText()).length,
          saying,
        ).toBeGreaterThan(40);
        continue;
      }
      await press(page, 'button[value^="make:"]');
      await page.check('input[name=blank]');
      if ((await page.locator('input[name="answers.court.typed"]').count()) > 0) {
        await page.check('input[name="answers.court.name"][value=other]');
        await page.fill('input[name="answers.court.typed"]', 'Басманный районный суд города Москвы');
      }
      await press(page, '.buttons button[value=next]');
      expect(await page.isVisible('.sheet'), saying).toBe(true);
    }
    await context.close();
  });
});
