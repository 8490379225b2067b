import { afterAll, describe, expect, it } from 'vitest';
import { contentOf } from '#web/desk/import/read-import.ts';
import { setOut } from '../support/journey.ts';
import { enter, fileBySpace, tabTo } from '../support/keyboard.ts';
import { library } from '../support/library.ts';
import { expectGoodPage, openBrowser } from '../support/person.ts';
import { openTestFollowing } from '../support/register.ts';

const test = await openTestFollowing();
afterAll(test.close);
const { service, browser } = await setOut(undefined, test.following);

const day = '2026-11-21';
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe.each([
  ['ru', 360, false],
  ['en', 1280, true],
] as const)('in %s, %i pixels wide, with JavaScript: %s', (language, width, javaScript) => {
  it('the number leads to the case, and no address ever holds it', async () => {
    test.setNow(day);
    const organisation = await test.organisation(`s-${language}`);
    const { token, actor } = await test.person(organisation.id, 'caseworker');
    const wrote = { today: day, by: 'x', newId: () => crypto.randomUUID() };
    for (let at = 40; at < 50; at++) {
      const events = [{ kind: 'registered' as const, date: '2026-10-07', number: `123пр-${at}/2026` }];
      const entered = {
        template: 'crime-report-media',
        authority: 'sk-central',
        channel: 'post' as const,
        filed: '2026-10-05',
        events,
      };
      const to = [organisation.key.recipient];
      const content = await contentOf(library, { filing: entered }, test.sealing, to, wrote);
      await test.register.cases.add(actor, content, day);
    }
    const { context, page } = await openBrowser(browser, { width, javaScript });
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await context.addCookies([{ name: 'desk', value: `${token}.${actor.person}`, url: service.url }]);
    await page.goto(`${service.url}/${language}/desk/register`);
    await tabTo(page, 'details:has([name=words]) > summary');
    await page.keyboard.press('Enter');
    await expectGoodPage(page, 'register, the search open');
    await tabTo(page, '[name=words]');
    await page.keyboard.type('№ 123пр 45/2026');
    await enter(page, '.buttons button', 'passphrase');
    await tabTo(page, '[name="unlock.passphrase"]');
    await page.keyboard.type(organisation.passphrase);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await expectGoodPage(page, 'found');
    expect(await page.locator('.work-line').count()).toBe(1);
    await enter(page, '.work-line a', 'case');
    expect(await page.locator('main').innerText()).toContain('123пр-45/2026');

    await tabTo(page, '#f-scan');
    await fileBySpace(page, { name: 'wrong.png', mimeType: 'image/png', buffer: png });
    await enter(page, 'form[action$="/scans"] button', 'case with a scan');
    await enter(page, '.scans a[href$="/delete"]', 'delete the scan?');
    await enter(page, 'button.danger', 'case without a scan');
    expect(await page.locator('.scans').count()).toBe(0);
    expect(addresses.filter((one) => /123|45%2F2026/.test(new URL(one).search + new URL(one).hash))).toEqual(
      [],
    );
    await context.close();
  });
});
