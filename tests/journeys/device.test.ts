/** The walk on the person's own device: from the first page to the files, with every answer staying inside the page. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fileFrom, goOn, openDevice, press, readIn, step, turned, walkTo } from '../support/device.ts';
import { documentText } from '../support/docx-parts.ts';
import { setOut } from '../support/journey.ts';
import { expectGoodPage } from '../support/person.ts';

const { service, browser } = await setOut();

/** A good page that also tells its language, and where the focus is on what a screen reader should say first. */
async function expectGoodDevicePage(page: Page, where: string): Promise<void> {
  await page.mouse.move(0, 0); // a button that came under the pointer is still changing its colour
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map(({ finished }) => finished)).then(() => {}),
  );
  await expectGoodPage(page, where);
  const said = await page.evaluate(() => ({
    language: document.documentElement.lang,
    direction: document.documentElement.dir,
    focus: document.activeElement?.matches('main h1, #exit, #errors, [data-focus], input, textarea, button'),
    styled: getComputedStyle(document.querySelector('.device-bar') ?? document.body).borderStyle,
  }));
  expect(said, where).toMatchObject({ direction: 'ltr', styled: 'solid' });
  if (!where.endsWith('before')) expect(said.focus, `${where}: focus`).toBe(true);
}

it.each([
  { language: 'ru', width: 360, dark: false },
  { language: 'en', width: 1280, dark: true },
] as const)(
  'someone who reads $language at $width px walks to the files, and no page leaves the device',
  async ({ language, width, dark }) => {
    const { context, page, requests } = await openDevice(browser, `${service.url}/${language}/write`, {
      width,
      dark,
    });
    const loaded = requests.length;
    await walkTo(page, 'files', { look: expectGoodDevicePage });
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    const docx = await fileFrom(page, 'button[value=docx]');
    expect(docx.name).toMatch(/^zayavlenie-\d{4}-\d{2}-\d{2}\.docx$/);
    expect(documentText(docx.bytes)).toContain('от\u00a0Ивановой Марии');
    const txt = await fileFrom(page, 'button[value=txt]');
    expect(new TextDecoder().decode(txt.bytes)).toContain('Прочитала в газете. Прошу проверить.');
    const html = await fileFrom(page, 'button[value=html]');
    expect(new TextDecoder().decode(html.bytes)).toContain('М.\u00a0Иванова');
    expect(requests.slice(loaded).filter((address) => !address.startsWith('blob:'))).toEqual([]);
    await context.close();
  },
);

it('someone who forgot an answer keeps the others and is led to the field, by keyboard alone', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'name');
  await page.fill('input[name="applicant.lastName"]', 'Иванова');
  await goOn(page);
  await expectGoodPage(page, 'name with an error');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('errors');
  expect(await page.inputValue('input[name="applicant.lastName"]')).toBe('Иванова');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('applicant.firstName');
  expect(new URL(page.url()).hash).toBe('');
  await page.keyboard.type('Мария');
  await page.check('input[name="applicant.gender"][value=female]');
  await page.focus('input[name="applicant.firstName"]');
  await turned(page, () => page.keyboard.press('Enter'));
  expect(await step(page)).toBe('name-form');
  await context.close();
});

it('someone changes the language in the middle and on the first page, and everything comes along', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await page.check('input[name=filedFrom][value=abroad]');
  await page.check('input[name=q-citizen][value=no]');
  await readIn(page, 'en');
  expect(await page.isChecked('input[name=filedFrom][value=abroad]')).toBe(true);
  await expect.poll(() => page.isChecked('input[name=q-citizen][value=no]')).toBe(true);
  await walkTo(page, 'words', { answers: { before: async () => {} } });
  await page.fill('textarea[name="answers.ownWords"]', 'Ещё не дописано');
  await readIn(page, 'ru');
  expect(await page.getAttribute('html', 'lang')).toBe('ru');
  expect(await page.inputValue('textarea[name="answers.ownWords"]')).toBe('Ещё не дописано');
  await expectGoodPage(page, 'words in Russian');
  await page.evaluate(() => history.back());
  await expect.poll(() => step(page)).toBe('requests');
  expect(await page.getAttribute('html', 'lang')).toBe('ru');
  await context.close();
});

it('someone corrects an answer from the check page, and goes back from a correction without losing it', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/en/write`, { width: 1280 });
  await walkTo(page, 'check');
  await press(page, 'button[value="change:words"]');
  await page.fill('textarea[name="answers.ownWords"]', 'Другие слова');
  await goOn(page);
  expect(await step(page)).toBe('check');
  expect(await page.textContent('main')).toContain('Другие слова');
  await press(page, 'button[value="change:words"]');
  await page.fill('textarea[name="answers.ownWords"]', 'Третьи слова');
  await turned(page, () => page.evaluate(() => history.back()));
  expect(await step(page)).toBe('check');
  expect(await page.textContent('main')).toContain('Третьи слова');
  await goOn(page);
  expect(await step(page)).toBe('warning');
  await context.close();
});

it('someone who writes their name by hand gets a sheet with lines and without a person', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'files', {
    answers: {
      name: (at) => at.check('input[name=blank]'),
    },
  });
  const { bytes } = await fileFrom(page, 'button[value=txt]');
  expect(new TextDecoder().decode(bytes)).toMatch(/_{5}/);
  await context.close();
});

it('someone reads a checklist and other pages on the way, and comes back to what they had typed', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'words');
  await page.fill('textarea[name="answers.ownWords"]', 'Недописанное');
  await press(page, '.danger-link');
  await expectGoodPage(page, 'danger');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await press(page, 'footer a[href$="/rules"]');
  await press(page, 'main > [data-back]');
  await press(page, 'main > [data-back]');
  expect(await page.inputValue('textarea[name="answers.ownWords"]')).toBe('Недописанное');
  await walkTo(page, 'files', { answers: { words: async () => {} } });
  await press(page, 'a[href*="/filing/"]');
  await expectGoodPage(page, 'checklist');
  expect(
    await page.evaluate(() =>
      [...document.styleSheets].filter((one) => !one.disabled).map((one) => one.href?.split('/').at(-1)),
    ),
  ).toEqual(['site.css', 'filing.css']);
  await turned(page, () => page.evaluate(() => history.back()));
  expect(await step(page)).toBe('files');
  await context.close();
});

it('every page that a link leads to is a good page on the device, and each leads back', async () => {
  const { context, page, faults } = await openDevice(browser, `${service.url}/en/write`);
  const links = ['/about', '/rules', '/clear', '/clear#exit'].map((path) => `footer a[href$="${path}"]`);
  for (const link of ['.brand', ...links]) {
    await press(page, link);
    await expectGoodDevicePage(page, link);
    await press(page, 'main > [data-back]');
    expect(await step(page)).toBe('before');
  }
  await press(page, '.brand');
  for (const link of ['main a[href$="/filing"]', 'main a[href*="/filing/"]']) {
    await press(page, link);
    await expectGoodDevicePage(page, link);
  }
  expect(faults).toEqual([]);
  await context.close();
});

it('someone prints: the letter and the papers fill the tab, and going back brings the page back', async () => {
  const { context, page } = await openDevice(browser, `${service.url}/ru/write`);
  await walkTo(page, 'files');
  for (const [button, seen] of [
    ['button[formaction$="/online/print"]', 'main .letter'],
    ['button[formaction$="/online/sheet"]', 'main .letter'],
    ['button[formaction$="/online/paper"][value=envelope]', 'main'],
  ] as const) {
    await turned(page, () => page.locator(button).first().click());
    expect(await page.locator(seen).count(), button).toBe(1);
    expect(await page.locator('nav, header, footer').count()).toBe(0);
    await expectGoodPage(page, button);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper-moves').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    if (button.endsWith('print"]')) await turned(page, () => page.evaluate(() => history.back()));
    else await press(page, '[data-close]');
    expect(await step(page)).toBe('files');
  }
  await expectGoodPage(page, 'files after the papers');
  await context.close();
});
