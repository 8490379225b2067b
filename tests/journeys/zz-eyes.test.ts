import { mkdir, writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { goOn, openBrowser, walkToFiles } from '../support/person.ts';
const url = 'http://127.0.0.1:3444';
const OUT = '/tmp/eyes';
let browser: Browser;
beforeAll(async () => { await mkdir(OUT, { recursive: true }); browser = await launch(); });
afterAll(async () => { await browser.close(); });
const log: string[] = [];
async function shot(page: Page, name: string) {
  const h = await page.evaluate(() => document.documentElement.scrollHeight);
  log.push(`${name}\t${await page.title()}\t${page.url()}\t${h}px = ${(h / 800).toFixed(1)} screens`);
  await page.screenshot({ path: `${OUT}/${name}.png`, fullPage: true });
}
it.each([
  { tag: 'ru-nojs', language: 'ru', width: 360, javaScript: false },
  { tag: 'ru-js', language: 'ru', width: 360, javaScript: true },
  { tag: 'en-desk', language: 'en', width: 1280, javaScript: true },
] as const)('walk $tag', async ({ tag, language, width, javaScript }) => {
  const { context, page } = await openBrowser(browser, { width, javaScript });
  for (const p of ['', '/about', '/danger', '/rules']) {
    await page.goto(`${url}/${language}${p}`);
    await shot(page, `${tag}-p${p.replace('/', '-')}`);
  }
  let n = 0;
  await walkToFiles(page, url, language, 'crime-report-media', async (p, where) => shot(p, `${tag}-${String(++n).padStart(2, '0')}-${where.split(' ')[1]}`));
  for (const f of ['docx', 'txt', 'html']) {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator(`button[name=format][value=${f}]`).click()]);
    log.push(`${tag} file ${file.suggestedFilename()}`);
    await file.saveAs(`${OUT}/${tag}-letter.${f}`);
  }
  await page.locator('details.short summary').click();
  await shot(page, `${tag}-14-short`);
  await writeFile(`${OUT}/${tag}.log`, log.join('\n'));
  await context.close();
}, 120000);
