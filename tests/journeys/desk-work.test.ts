/** A month at the desk, by keyboard alone: a hundred filings come in by table, time passes, the next document is written. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { setOut } from '../support/journey.ts';
import { enter, fileBySpace, tabTo } from '../support/keyboard.ts';
import { expectGoodPage, openBrowser } from '../support/person.ts';
import { openTestFollowing, type TestOrganisation } from '../support/register.ts';

const test = await openTestFollowing();
afterAll(test.close);
const { service, browser } = await setOut(undefined, test.following);

const rows = 100;
const table = [
  'Document;Sent to;How filed;Filed;Region;Note',
  ...Array.from({ length: rows }, (_, at) =>
    [
      at % 2 ? 'crime-report-media;sk-central' : 'prosecutor-appeal;gp-central',
      at % 3 ? 'in-person' : 'post',
      `0${2 + (at % 4)}.11.2026`,
      'Пермский край',
      `строка ${at}`,
    ].join(';'),
  ),
].join('\r\n');

async function signIn(page: Page, organisation: TestOrganisation): Promise<void> {
  const { token, actor } = await test.person(organisation.id, 'coordinator');
  await page.context().addCookies([{ name: 'desk', value: `${token}.${actor.person}`, url: service.url }]);
}

describe.each([
  ['ru', 1280, true],
  ['en', 360, true],
  ['en', 1280, false],
] as const)('in %s, %i pixels wide, with JavaScript: %s', (language, width, javaScript) => {
  it('a hundred filings are entered, become overdue, and are followed by the next document', async () => {
    const organisation = await test.organisation(`o-${language}-${width}`);
    test.setNow('2026-11-06');
    const { context, page } = await openBrowser(browser, { width, javaScript });
    await signIn(page, organisation);
    await page.goto(`${service.url}/${language}/desk`);
    await expectGoodPage(page, 'today, empty');

    await enter(page, 'a[href$="/desk/import"]', 'import');
    await tabTo(page, '#f-table');
    await fileBySpace(page, { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
    await enter(page, 'button[value=look]', 'preview');
    await enter(page, 'button[value=import]', 'imported');
    expect(await page.locator('.done').innerText()).toContain(String(rows));
    await page.goto(`${service.url}/${language}/desk/today`);
    expect(await page.locator('.work-overdue').count()).toBe(0);

    test.setNow('2026-12-07');
    await signIn(page, organisation);
    await page.goto(`${service.url}/${language}/desk/today`);
    await expectGoodPage(page, 'today, a month later');
    expect(await page.locator('.work-line.work-overdue').count()).toBeGreaterThan(10);

    await enter(page, '.work-overdue .button', 'passphrase');
    await tabTo(page, '[name="unlock.passphrase"]');
    await page.keyboard.type(organisation.passphrase);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await expectGoodPage(page, 'episode');
    await tabTo(page, 'input[name=episode]');
    await page.keyboard.press('Space');
    await enter(page, '.buttons button', 'document');
    await enter(page, '.buttons button[value=next]', 'document, ready');
    await enter(page, 'button[value=add]', 'case with the document');
    expect(await page.locator('#finding').count()).toBe(1);

    await enter(page, 'button[formaction$="/filed"]', 'filed');
    await tabTo(page, 'input[name=date]');
    await page.keyboard.type('12072026');
    await enter(page, '.buttons button[value=next]', 'case, filed');
    expect(await page.locator('.filing').count()).toBe(2);

    await page.goto(`${service.url}/${language}/desk/today`);
    await enter(page, 'a[href$="/desk/export"]', 'export');
    await tabTo(page, 'input[name=sealed]');
    await page.keyboard.press('Space');
    await tabTo(page, '.buttons button');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const text = readFileSync(await download.path(), 'utf8');
    const [heading = [], ...exported]: string[][] = parse(text, { bom: true, delimiter: ';' });
    expect(exported).toHaveLength(rows + 1);
    expect(exported.every((row) => row.length === heading.length)).toBe(true);
    expect(text).toContain('строка 99');
    await context.close();
  });
});
