/** Two organisations set themselves up from the guide and live through a month, by keyboard alone; each sees its own, and the dates come when they should. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joined } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countedMeasures } from '#domain/register/statistics.ts';
import { stretch } from '#sealing/stretch.ts';
import { deskRoutes } from '#web/desk/routes.ts';
import { launch } from '../support/browser.ts';
import { press } from '../support/keyboard.ts';
import * as month from '../support/month.ts';
import {
  bringIn,
  noteRefusal,
  noteTreatedAsLetter,
  openArrived,
  openOne,
  share,
  writeNext,
} from '../support/month-work.ts';
import { linesIn, linksIn, typed } from '../support/newcomer.ts';
import { expectGoodPage, type Service, startService } from '../support/person.ts';
import { openTestFollowing, type TestFollowing } from '../support/register.ts';
import { secret } from '../web/share/filer.ts';

const folder = mkdtempSync(joined(tmpdir(), 'register-month-'));
const dataDir = joined(folder, 'data');
let test: TestFollowing;
let service: Service;
let browser: Browser;
let place: month.Place;
beforeAll(async () => {
  test = await openTestFollowing({ dataDir, stretch });
  [service, browser] = await Promise.all([startService(undefined, test.following), launch()]);
  place = { browser, url: service.url, now: test.following.now, setNow: test.setNow };
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await test.close();
  rmSync(folder, { recursive: true });
});

const inTerminal = (lines: string, where = dataDir) =>
  typed(lines, test.following.now(), { DATA_DIR: where, PORT: new URL(service.url).port });

/** The morning of a day: whoever is there signs in. */
async function aDay(day: string, ...seats: month.Seat[]): Promise<void> {
  test.setNow(day);
  for (const seat of seats) await month.signIn(place, seat);
}

async function mayNot({ page, language }: month.Seat, places: string[]): Promise<void> {
  for (const one of places) {
    const answer = await page.goto(`${service.url}/${language}/desk/${one}`);
    expect(answer?.status(), one).toBe(403);
    await expectGoodPage(page, `${one}, not for this role`);
  }
}

async function seesCountsAlone(seat: month.Seat, aCase: string): Promise<void> {
  await month.totals(seat);
  const { page, t } = seat;
  expect(await page.locator('.desk-bar nav a').allInnerTexts()).toEqual([t('desk.frame.places.statistics')]);
  const told = (await page.locator('.counts td').allInnerTexts()).map((one) =>
    Number(one.replace(/\D/g, '')),
  );
  expect(told.some((one) => one >= 40)).toBe(true);
  expect(told.filter((one) => one > 0 && one < 5)).toEqual([]);
  await mayNot(seat, ['today', 'register', 'export', 'import', 'people', 'settings', 'audit', 'key', aCase]);
}

/** Every address of a case, tried by somebody of another organisation, and by nobody at all. */
async function findsNothing({ context }: month.Seat, aCase: string): Promise<void> {
  const ofCases = deskRoutes.filter(({ path }) => path.startsWith('/case/'));
  expect(ofCases.length).toBeGreaterThan(15);
  for (const { method, path } of ofCases) {
    const url = `${service.url}/ru/desk/${path.replace('/case/:case', aCase).replace(/:\w+/, 'ready')}`;
    const form = { version: '1', move: 'next', note: 'x', tag: 'x', person: '', region: 'x' };
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const asked = { method: method.toUpperCase(), headers };
    const answer = await context.request.fetch(url, { ...asked, ...(method === 'post' && { form }) });
    expect(answer.status(), `${method} ${path}`).toBe(404);
    expect(await answer.text()).not.toMatch(/строка|Пермский|Тульская|Жаворонок/);
    const body = method === 'post' ? new URLSearchParams(form) : null;
    expect((await fetch(url, { ...asked, body })).status, `${method} ${path}, signed out`).toBe(401);
  }
}

it('two organisations are set up from the guide, follow a hundred filings and one that is shared, and neither sees the other', async () => {
  test.setNow('2026-11-06');
  const [make = '', invite = ''] = linesIn('docs/register-operations.md', 'First set-up');
  expect(await inTerminal(make)).toMatch(/primer[\s\S]*obrazets/);
  const links = linksIn(await inTerminal(invite));
  expect(links).toHaveLength(4);
  const [administrator = '', coordinator = '', caseworker = '', other = ''] = links;
  const [readme = ''] = linesIn('README.md', 'The register');
  expect(linksIn(await inTerminal(readme, joined(folder, 'spare')))).toHaveLength(2);

  const ru = { language: 'ru', width: 1280 } as const;
  const boss = await month.join(place, { link: administrator, login: 'boss', ...ru });
  const analystLink = await month.inviteAtDesk(boss, 'analyst');
  const anna = await month.join(place, { link: coordinator, login: 'anna', ...ru });
  await month.makeKey(anna);
  await press(anna.page, anna.t('desk.frame.signOut'));
  await month.signIn(place, anna);
  await month.openKey(anna, 'anna');
  const boris = await month.join(place, { link: caseworker, login: 'boris', ...ru });
  const vera = await month.join(place, { link: analystLink, login: 'vera', ...ru });
  const olga = await month.join(place, { link: other, login: 'olga', language: 'en', width: 360 });
  await month.makeKey(olga);

  await bringIn(anna, 100, 'Пермский край');
  await bringIn(olga, 10, 'Тульская область');
  await share(place, 'Архив «Пример»');
  expect(await month.countsOfToday(anna)).toEqual({ overdue: 1, due: 0, own: 0, arrived: 1 }); // what was shared is of September

  await aDay('2026-11-09', anna);
  expect(await month.countsOfToday(anna)).toEqual({ overdue: 1, due: 60, own: 0, arrived: 1 }); // a report has three days

  await aDay('2026-11-16', boris, olga);
  expect(await month.countsOfToday(boris)).toEqual({ overdue: 61, due: 0, own: 0, arrived: 1 });
  await month.openKey(boris, 'anna');
  const shared = await openArrived(boris);
  expect(await boris.page.locator('main').textContent()).toContain(secret);
  const own = await openOne(boris);
  await noteTreatedAsLetter(boris);
  await writeNext(boris);
  expect(await month.countsOfToday(boris)).toEqual({ overdue: 60, due: 0, own: 0, arrived: 0 });
  await month.openKey(olga, 'olga');
  const hers = await openOne(olga);
  await noteRefusal(olga);
  expect(await month.countsOfToday(olga)).toEqual({ overdue: 5, due: 0, own: 0, arrived: 0 });

  await aDay('2026-12-07', boris);
  expect(await month.countsOfToday(boris)).toMatchObject({ overdue: 60, due: 40 }); // a prosecutor has thirty
  await mayNot(boris, ['people', 'settings', 'audit']);

  await aDay('2026-12-14', anna, olga, vera, boss);
  expect(await month.countsOfToday(anna)).toMatchObject({ overdue: 100, due: 1 }); // the document of the 16th
  const none = Object.fromEntries(countedMeasures.map((one) => [one, 0]));
  const annas = { ...none, filed: 102, registered: 11, overdue: 100, 'treated-as-appeal': 1 };
  expect(await month.totals(anna)).toEqual(annas);
  const olgas = { ...none, filed: 10, registered: 1, 'in-time': 1, overdue: 9, refused: 1 };
  expect(await month.totals(olga)).toEqual(olgas);
  await seesCountsAlone(vera, own);
  await mayNot(boss, ['today', 'register', 'statistics', 'export', own]);
  for (const id of [shared, own]) await findsNothing(olga, id);
  await findsNothing(anna, hers);
  expect(await inTerminal('npm run -s admin -- verify')).toMatch(/Everything fits\.\s*$/);
});
