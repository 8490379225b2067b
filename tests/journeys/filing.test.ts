/** Somebody takes the document to the office: a checklist on a phone or on one sheet of paper, and papers for the way. */
import type { Page } from 'playwright-core';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { waysTo } from '#domain/filing/ways.ts';
import { setOut } from '../support/journey.ts';
import { library } from '../support/library.ts';
import { expectGoodPage, openBrowser, walkToFiles } from '../support/person.ts';

const { service, browser } = await setOut();

const offices = [...library.authorities.values()];
const checklists = offices.flatMap((office) =>
  waysTo(library, office).map(({ channel }) => `/filing/${office.id}/${channel}`),
);

/** How many sheets of A4 come out of the printer. */
async function sheets(page: Page): Promise<number> {
  const printed = await page.pdf({ preferCSSPageSize: true });
  const { numPages } = await getDocumentProxy(new Uint8Array(printed), { verbosity: 0 });
  return numPages;
}

describe.each([
  { width: 360, javaScript: true },
  { width: 360, javaScript: false },
  { width: 1280, javaScript: true },
] as const)('at $width px, JavaScript $javaScript', (circumstances) => {
  it.each(['ru', 'en'])('somebody reads how to file in %s', async (language) => {
    const { context, page, requests } = await openBrowser(browser, circumstances);
    const some = [
      '/filing',
      '/filing/sk-central/post',
      '/filing/sk-central/electronic-form',
      '/filing/gp-skfo/representative',
      '/filing/prok-chechnya/in-person',
    ];
    for (const path of some) {
      await page.goto(`${service.url}/${language}${path}`);
      for (const details of await page.locator('details > summary').all()) await details.click();
      await expectGoodPage(page, `${language} ${path}`);
    }
    expect(requests.filter((address) => !address.startsWith(service.url))).toEqual([]);
    await context.close();
  });
});

it.each(['ru', 'en'])('every checklist in %s prints on one sheet, whole', async (language) => {
  const { context, page } = await openBrowser(browser, { width: 1280, javaScript: false });
  for (const path of checklists) {
    await page.goto(`${service.url}/${language}${path}`);
    expect(await sheets(page), path).toBe(1);
  }
  await context.close();
});

it('a tick stays on this page alone: nothing is sent, nothing is there after it is opened anew', async () => {
  const { context, page, requests } = await openBrowser(browser, { width: 360, javaScript: true });
  await page.goto(`${service.url}/ru/filing/sk-central/post`);
  const before = requests.length;
  await page.locator('.steps label').first().click();
  expect(await page.isChecked('#step-1')).toBe(true);
  expect(requests.length).toBe(before);
  await page.goto(`${service.url}/ru/filing/sk-central/post`);
  expect(await page.isChecked('#step-1')).toBe(false);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await context.close();
});

it.each([
  { language: 'ru', template: 'crime-report-media', width: 360, javaScript: false },
  { language: 'en', template: 'prosecutor-appeal', width: 1280, javaScript: true },
] as const)(
  'at the end of $template in $language somebody prints the papers and opens the checklist',
  async (one) => {
    const { language, template, ...circumstances } = one;
    const { context, page, requests } = await openBrowser(browser, circumstances);
    await walkToFiles(page, service.url, language, template, async () => undefined);
    for (const kind of ['envelope', 'inventory', 'second-copy']) {
      const [paper] = await Promise.all([
        context.waitForEvent('page'),
        page.locator(`button[name=paper][value=${kind}]`).click(),
      ]);
      await paper.waitForLoadState();
      await paper.setViewportSize({ width: circumstances.width, height: 800 });
      await expectGoodPage(paper, `${language} ${kind}`);
      expect(await sheets(paper), kind).toBe(1);
      await paper.emulateMedia({ media: 'print' });
      expect(await paper.locator('.screen').isVisible(), kind).toBe(false);
      expect(paper.url()).not.toMatch(/[?#]/);
      await paper.close();
    }
    const [checklist] = await Promise.all([
      context.waitForEvent('page'),
      page.locator('.next a[href*="/filing/"]').click(),
    ]);
    await checklist.waitForLoadState();
    expect(checklist.url()).toMatch(/\/filing\/[a-z-]+\/post$/);
    await checklist.close();
    await Promise.all([page.waitForNavigation(), page.locator('button[formaction$="/online/form"]').click()]);
    await expectGoodPage(page, `${language} form`);
    const copy = page.locator('[data-copy=copy-lastName]');
    expect(await copy.isVisible()).toBe(circumstances.javaScript);
    if (circumstances.javaScript) {
      await copy.click();
      expect(await page.locator('[data-copied]:visible').count()).toBe(1);
    }
    expect(requests.filter((address) => !address.startsWith(service.url))).toEqual([]);
    await context.close();
  },
);

it('the longest name and address still leave every paper on one sheet', async () => {
  const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
  await walkToFiles(page, service.url, 'ru', 'crime-report-media', async (at, where) => {
    if (where.endsWith('check')) {
      await at.evaluate(() => {
        const typed = {
          'applicant.lastName': 'Д'.repeat(60),
          'applicant.patronymic': 'Ж'.repeat(60),
          'applicant.address': 'Республика, район, '.repeat(13),
          filedFrom: 'abroad',
        };
        for (const [name, value] of Object.entries(typed)) {
          const field = document.querySelector(`input[name="${name}"]`) ?? document.createElement('input');
          for (const [key, one] of Object.entries({ type: 'hidden', name, value }))
            field.setAttribute(key, one);
          document.querySelector('#step')?.append(field);
        }
      });
    }
  });
  for (const kind of ['envelope', 'inventory', 'second-copy']) {
    const [paper] = await Promise.all([
      context.waitForEvent('page'),
      page.locator(`button[name=paper][value=${kind}]`).click(),
    ]);
    await paper.waitForLoadState();
    await expectGoodPage(paper, kind);
    expect(await sheets(paper), kind).toBe(1);
    await paper.close();
  }
  await context.close();
});
