/** Whoever comes back by a case code with JavaScript: the tab opens and seals; what leaves it holds neither code nor case. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { groupsOf, makeCaseCode } from '#domain/register/case-code.ts';
import { caseToShare } from '#domain/register/case-to-share.ts';
import type { SealedFacts } from '#domain/register/sealed-facts.ts';
import { stretch } from '#sealing/stretch.ts';
import { storedFinder } from '#web/by-code.ts';
import { turned } from '../support/device.ts';
import { setOut } from '../support/journey.ts';
import { library } from '../support/library.ts';
import { chooseLanguage, expectGoodPage, openBrowser } from '../support/person.ts';
import { openTestFollowing } from '../support/register.ts';
import { filedCase, secret } from '../web/share/filer.ts';
import { jpegWithPlace } from '../web/share/pictures.ts';

const folder = mkdtempSync(join(tmpdir(), 'share-return-'));
const scanFile = join(folder, `${secret}.jpg`);

type Heard = { method: string; url: string; headers: string; body: string };
const heard: Heard[] = [];
let instead: ((request: Request) => Response | undefined) | undefined;
async function hear(request: Request): Promise<Response | undefined> {
  const body = request.method === 'POST' ? await request.clone().text() : '';
  const headers = JSON.stringify([...request.headers]);
  heard.push({ method: request.method, url: request.url, headers, body });
  return instead?.(request);
}

const register = await openTestFollowing({ stretch });
register.setNow(new Date().toISOString());
const archive = await register.organisation('archive');
writeFileSync(scanFile, jpegWithPlace());
const { service, browser } = await setOut(hear, register.following);
afterAll(async () => {
  await register.close();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  heard.length = 0;
  instead = undefined;
  await register.register.limits.clear('code all'); // each test is another person's day
});

/** Its groups stand in no header, day or number of the case by chance. */
const code = makeCaseCode(() => Uint8Array.from('7491836', Number));
const groups = groupsOf(code);

type SharedCase = { finder: string; preimage: string; identity: string; recipient: string };

/** A case as a filer shared it, behind the code. */
async function sharedCase(): Promise<SharedCase> {
  const { finder: preimage, identity, recipient } = await register.sealing.codeKeys(code);
  const { kept, facts } = caseToShare(library, filedCase());
  const sealedFacts: SealedFacts = { format: 'sealed-facts', version: 1, case: kept, notes: [], scans: [] };
  const sealed = await register.sealing.sealJson(sealedFacts, [archive.key.recipient, recipient]);
  const finder = await storedFinder(preimage);
  const day = register.following.now().toISOString().slice(0, 10);
  await register.register.shared.delete(finder);
  await register.register.shared.add(archive.id, finder, recipient, { filings: facts, sealed }, day);
  return { finder, preimage, identity, recipient };
}

/** `faults`: what the browser complained of, but for answers that say no. */
async function visit(language: string, width: number) {
  const { context, page } = await openBrowser(browser, { width, javaScript: true });
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${service.url}/${language}/share/open`);
  await page.waitForSelector('[data-tab-open]:enabled');
  return { context, page, faults };
}

async function press(page: Page, selector: string, where: string): Promise<void> {
  await turned(page, () => page.locator(selector).first().click());
  await expectGoodPage(page, where);
}

const to = (end: string, value = '') =>
  `main button[formaction$="/share/${end}"]${value && `[value^="${value}"]`}`;

async function openCase(page: Page): Promise<void> {
  await page.fill('textarea[name=code]', groups.join(' '));
  await press(page, '[data-tab-open]', 'shared case');
}

async function refusedOn(page: Page, day: string): Promise<void> {
  await press(page, to('case/event', 'open:'), 'event');
  await page.check('input[name=kind][value=refused]');
  await page.fill('input[name=date]', day);
  await press(page, '.buttons button[value=next]', 'changed');
}

async function recordOf({ finder }: SharedCase) {
  const record = await register.register.shared.find(finder);
  const open = async (key: string): Promise<SealedFacts | undefined> => {
    const text = record && (await register.sealing.open(record.sealed, key));
    return text === undefined ? undefined : JSON.parse(text);
  };
  return { record, open, read: await open(archive.key.identity) };
}

const posts = () => heard.filter(({ method }) => method !== 'GET');

/** What everybody sees on the way, and the server before it opens anything: nothing of it is the code or the case. */
function expectNothingTold({ identity, recipient }: SharedCase): void {
  for (const { method, url, headers, body } of heard) {
    const { pathname, search } = new URL(url);
    expect(search).toBe('');
    const given: Record<string, unknown> = method === 'GET' ? {} : JSON.parse(body);
    const { sealed, finder, scan, ...clear } = given;
    expect(Object.keys(clear).filter((name) => !['filings', 'filedFrom'].includes(name))).toEqual([]);
    const open = `${pathname} ${headers} ${JSON.stringify(clear)}`;
    for (const group of groups) expect(open).not.toContain(group);
    expect(`${open} ${sealed}`.replace(/\D/g, '')).not.toContain(code);
    for (const word of [secret, 'ЗАЯВЛЕНИЕ', '10100012345678', 'ownWords', 'episode', 'refused-', 'AGE-'])
      expect(`${open} ${body}`).not.toContain(word);
    for (const key of [identity, recipient, archive.key.recipient, archive.id])
      expect(`${open} ${body}`).not.toContain(key);
    expect(open).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  }
}

describe.each([
  ['ru', 1280],
  ['ar', 360],
] as const)('somebody with JavaScript who comes back by code, in %s', (language, width) => {
  it('adds an answer, the next document and a scan, reads it, takes the case back and deletes it: the server sees neither it nor the code', async () => {
    const shared = await sharedCase();
    const { context, page, faults } = await visit(language, width);
    await expectGoodPage(page, 'open');
    await openCase(page);
    expect(await page.inputValue('input[name=case]')).toContain(secret);
    expect(new URL(page.url()).pathname).toBe(`/${language}/share/open`);

    await refusedOn(page, '2026-10-05');
    await press(page, to('send'), 'sent');
    expect((await recordOf(shared)).read?.case.filings[0]?.events.at(-1)).toMatchObject({
      kind: 'refused',
      date: '2026-10-05',
    });
    expect((await recordOf(shared)).record?.version).toBe(2);

    await press(page, to('case/document', 'make:'), 'next document');
    await page.check('input[name=blank]');
    await press(page, '.buttons button[value=next]', 'ready');
    const [document] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main button[value=docx]').first().click(),
    ]);
    expect(document.suggestedFilename()).toMatch(/\.docx$/);
    await press(page, 'main button[value=add]', 'document added');
    await press(page, to('send'), 'document sent');
    expect((await recordOf(shared)).read?.case.filings).toHaveLength(2);

    await press(page, to('scan'), 'scan?');
    await page.setInputFiles('input[type=file]', scanFile);
    await press(page, '.buttons button[value=next]', 'scan added');
    const { read, record } = await recordOf(shared);
    const [scan] = read?.scans ?? [];
    expect(scan?.name).toBe(`${secret}.jpg`);
    expect(record?.scans[0]?.bytes).toBe(
      (await register.sealing.sealBytes(new Uint8Array(10), [archive.key.recipient, shared.recipient]))
        .length,
    );
    const lying = await register.register.shared.scan(shared.finder, scan?.id ?? '');
    const opened = lying && (await register.sealing.openBytes(lying, archive.key.identity));
    expect(Buffer.from(opened ?? []).toString('latin1')).not.toMatch(/GPS|Secret/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main button[name=scan]').first().click(),
    ]);
    expect(download.suggestedFilename()).toBe('scan-1.jpg');
    expect(new Uint8Array(readFileSync(await download.path()))).toEqual(opened);

    await press(page, to('withdraw'), 'withdraw?');
    await press(page, to('withdraw', 'yes'), 'withdrawn');
    const alone = await recordOf(shared);
    expect([alone.record?.withdrawn, alone.read]).toEqual([true, undefined]);
    expect((await alone.open(shared.identity))?.case.filings).toHaveLength(2);
    await press(page, to('delete'), 'delete?');
    await press(page, to('delete', 'yes'), 'deleted');
    expect((await recordOf(shared)).record).toBeUndefined();
    expect(await page.inputValue('input[name=case]')).toContain(secret);

    expectNothingTold(shared);
    expect(posts().length).toBeGreaterThan(8);
    expect(posts().every(({ url }) => new URL(url).pathname.startsWith('/api/filings/by-code'))).toBe(true);
    expect(faults).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    await context.close();
  });
});

it('a wrong code gets one plain answer, whatever is wrong with it, and it stays in its field', async () => {
  await sharedCase();
  const { context, page } = await visit('en', 360);
  const answers: string[] = [];
  for (const typed of [
    '123 456',
    code.replace(/^./, '0'),
    makeCaseCode(() => Uint8Array.from('123', Number)),
  ]) {
    await page.fill('textarea[name=code]', typed);
    await press(page, 'main .buttons button', 'wrong code');
    answers.push(await page.locator('.error-summary').innerText());
    expect(await page.inputValue('textarea[name=code]')).toBe(typed);
  }
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('Nothing opened with this code');
  expect(posts().map(({ body }) => Object.keys(JSON.parse(body)))).toEqual([
    ['finder'],
    ['finder'],
    ['finder'],
  ]);
  await context.close();
});

describe('somebody whose network or server fails in the middle', () => {
  it.each([
    ['the network is gone', 'There is no connection to the server'],
    ['the register does not answer', 'The server cannot do this now'],
    ['somebody else answers in its place', 'The server cannot do this now'],
  ])(
    'is told plainly where %s, loses nothing, and sends when it is back',
    async (how, said) => {
      const shared = await sharedCase();
      const { context, page, faults } = await visit('en', 360);
      await openCase(page);
      await refusedOn(page, '2026-10-05');
      if (how === 'the network is gone') await context.setOffline(true);
      else
        instead = ({ method }) =>
          method === 'POST'
            ? new Response(how.startsWith('somebody') ? '<h1>Wi-Fi</h1>' : '{}', {
                status: how.startsWith('somebody') ? 200 : 503,
              })
            : undefined;
      await page.locator(to('send')).click();
      await page.waitForSelector('[data-failed]');
      await expectGoodPage(page, how);
      expect(await page.locator('[data-failed]').innerText()).toContain(said);
      expect(await page.inputValue('input[name=case]')).toContain('2026-10-05');
      expect((await recordOf(shared)).record?.version).toBe(1);
      await context.setOffline(false);
      instead = undefined;
      await press(page, to('send'), 'sent after all');
      expect((await recordOf(shared)).read?.case.filings[0]?.events.at(-1)?.date).toBe('2026-10-05');
      expectNothingTold(shared);
      expect(faults).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it('whose answer alone was lost is not told that somebody else changed the case', async () => {
    const shared = await sharedCase();
    const { context, page } = await visit('en', 360);
    await openCase(page);
    await refusedOn(page, '2026-10-05');
    await page.route('**/by-code/change', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.locator(to('send')).click();
    await page.waitForSelector('[data-failed]');
    expect((await recordOf(shared)).record?.version).toBe(2);
    await page.unroute('**/by-code/change');
    await press(page, to('send'), 'sent again');
    expect(await page.locator('#notice').innerText()).toContain('The changes were sent');
    await context.close();
  });
});

it('two who changed the case at once have both before sending again', async () => {
  const shared = await sharedCase();
  const { context, page } = await visit('en', 1280);
  await openCase(page);
  await refusedOn(page, '2026-10-05');
  const { record, read } = await recordOf(shared);
  if (!record || !read) throw new Error('no case');
  const [filing] = read.case.filings;
  const other = {
    ...read,
    case: {
      ...read.case,
      filings: [{ ...filing, events: [...(filing?.events ?? []), { kind: 'answered', date: '2026-10-08' }] }],
    },
  };
  const sealed = await register.sealing.sealJson(other, [archive.key.recipient, shared.recipient]);
  await register.register.shared.change(shared.finder, 1, { filings: record.filings, sealed }, '2026-10-09');
  await press(page, to('send'), 'conflict');
  expect(await page.locator('#notice').innerText()).toContain('The case was changed elsewhere too');
  await press(page, to('send'), 'both');
  const kinds = (await recordOf(shared)).read?.case.filings[0]?.events.map(({ kind }) => kind);
  expect(kinds).toEqual(['sent', 'registered', 'refused', 'answered']);
  await context.close();
});

it('an organisation that was banned meanwhile gets nothing more from whoever filed from Russia, nor from a changed script', async () => {
  const shared = await sharedCase();
  const settings = await register.register.organisations.get(archive.id);
  if (!settings) throw new Error('no organisation');
  const actor = { organisation: archive.id, person: 'nobody', role: 'administrator' } as const;
  await register.register.organisations.change(actor, { ...settings, statusInRussia: 'undesirable' });
  const { context, page } = await visit('en', 360);
  await openCase(page);
  await refusedOn(page, '2026-10-05');
  await press(page, to('send'), 'refused');
  expect(await page.locator('#notice').innerText()).toContain('This cannot be sent');
  expect(posts().some(({ url }) => url.endsWith('/change'))).toBe(false);
  const { record } = await recordOf(shared);
  const facts = record?.filings.map(({ template, authority, channel, filedWeek, events }) => ({
    template,
    authority,
    channel,
    filedWeek,
    events,
  }));
  const answer = await fetch(`${service.url}/api/filings/by-code/change`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
    body: JSON.stringify({ finder: shared.preimage, filings: facts, sealed: record?.sealed }),
  });
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('sharing-refused')]);
  await register.register.organisations.change(actor, settings);
  await context.close();
});

it('by keyboard alone the case is opened and sent', async () => {
  const shared = await sharedCase();
  const { context, page } = await visit('ru', 1280);
  await page.focus('textarea[name=code]');
  await page.keyboard.type(groups.join(''));
  await page.keyboard.press('Tab');
  await turned(page, () => page.keyboard.press('Enter'));
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
  await refusedOn(page, '2026-10-05');
  await page.focus(to('send'));
  await turned(page, () => page.keyboard.press('Enter'));
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('notice');
  expect((await recordOf(shared)).record?.version).toBe(2);
  await context.close();
});

describe('the page of the code', () => {
  it('may speak to this register alone once the program is there: no form, no other address', async () => {
    const { context, page } = await visit('ru', 360);
    const tries = await page.evaluate(async () => {
      const asked = (address: string) =>
        fetch(address, { method: 'POST' }).then(
          () => 'sent',
          () => 'refused',
        );
      return [
        await asked('/api/filings'),
        await asked('/ru/share/open'),
        await asked('https://example.org/'),
      ];
    });
    expect(tries).toEqual(['refused', 'refused', 'refused']);
    await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.querySelector('#step')));
    expect(posts()).toEqual([]);
    await context.close();
  });

  it('sends no code before its program has come, and says that the code travels where it does not come', async () => {
    const shared = await sharedCase();
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: 'blocked' });
    await page.goto(`${service.url}/ru/share/open`);
    await expectGoodPage(page, 'open without its program');
    await page.fill('textarea[name=code]', groups.join(' '));
    expect(await page.locator('main .buttons button:visible').count()).toBe(0);
    await page.locator('main details summary').click();
    expect(await page.locator('main details').innerText()).toContain('Код отправится на сервер');
    expect(posts()).toEqual([]);
    await Promise.all([page.waitForNavigation(), page.locator('main details button').click()]);
    expect(await page.inputValue('input[name=case]')).toContain(secret);
    expect((await recordOf(shared)).record).toBeDefined();
    await context.close();
  });

  it('works without JavaScript as before, and says that the code travels', async () => {
    await sharedCase();
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: false });
    await page.goto(`${service.url}/ru/share/open`);
    await expectGoodPage(page, 'open without JavaScript');
    expect(await page.locator('main').innerText()).toContain('Код отправится на сервер');
    expect(await page.locator('main [data-script]:visible').count()).toBe(0);
    expect(await page.locator('main .buttons button:visible').count()).toBe(1);
    await page.fill('textarea[name=code]', groups.join(' '));
    await Promise.all([page.waitForNavigation(), page.locator('.buttons button').first().click()]);
    expect(await page.inputValue('input[name=case]')).toContain(secret);
    await context.close();
  });

  it('opens the case on the server, and says so, where the browser cannot do it', async () => {
    await sharedCase();
    const { context, page } = await openBrowser(browser, { width: 360, javaScript: true });
    await page.addInitScript(() => Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }));
    await page.goto(`${service.url}/en/share/open`);
    await page.waitForSelector('main details[open]');
    await expectGoodPage(page, 'open in an old browser');
    expect(await page.locator('main').innerText()).toContain('The code travels to the server');
    expect(await page.locator('main').innerText()).not.toContain('getting ready');
    await context.close();
  });
});

it('somebody who tries too many codes is told to wait, and the code stays in its field', async () => {
  await sharedCase();
  const { context, page } = await visit('en', 360);
  instead = ({ method }) =>
    method === 'POST'
      ? new Response('{}', { status: 429, headers: { 'Content-Type': 'application/problem+json' } })
      : undefined;
  await openCase(page);
  expect(await page.locator('.error-summary').innerText()).toContain('Wait ten minutes');
  expect(await page.inputValue('textarea[name=code]')).toBe(groups.join(' '));
  await context.close();
});

it('the tab changes language, saves the case, goes back and forgets, and asks nobody', async () => {
  await sharedCase();
  const { context, page, faults } = await visit('en', 360);
  await openCase(page);
  await refusedOn(page, '2026-10-05');
  heard.length = 0;
  await turned(page, () => chooseLanguage(page, 'ru'));
  await expectGoodPage(page, 'in Russian');
  expect(await page.locator('html').getAttribute('lang')).toBe('ru');
  expect(await page.inputValue('input[name=case]')).toContain('2026-10-05');
  await press(page, to('case/save'), 'save');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.click('[data-plain]')]);
  expect(readFileSync(await saved.path(), 'utf8')).toContain('2026-10-05');
  await turned(page, () => page.goBack());
  expect(await page.inputValue('input[name=case]')).toContain('2026-10-05');
  await page.route('https://ya.ru/', (route) => route.fulfill({ body: 'elsewhere' }));
  expect(heard).toEqual([]);
  await page.click('a[data-exit]');
  await page.waitForURL('https://ya.ru/');
  expect(faults).toEqual([]);
  await context.close();
});

it('the page before an opened case holds neither its code nor a note to wait; what is printed does not say with whom it is shared', async () => {
  await sharedCase();
  const { context, page, faults } = await visit('ru', 360);
  await openCase(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main h1').isVisible()).toBe(true);
  expect(await page.locator('#shared, .device-bar').filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
  await turned(page, () => page.goBack());
  expect(await page.inputValue('textarea[name=code]')).toBe('');
  expect(await page.locator('[data-busy]').count()).toBe(0);
  await turned(page, () => page.click('[data-to-case]'));
  expect(await page.inputValue('input[name=case]')).toContain(secret);
  expect(faults).toEqual([]);
  await context.close();
});

it('somebody far down a page sees the whole note that asks them to wait', async () => {
  await sharedCase();
  const { context, page } = await visit('ru', 360);
  await openCase(page);
  await press(page, to('scan'), 'scan?');
  await page.setInputFiles('input[type=file]', scanFile);
  await page.locator('footer li').last().scrollIntoViewIfNeeded();
  const { promise: goesOn, resolve: goOn } = Promise.withResolvers<void>();
  await page.route('**/by-code/scans', async (route) => {
    await goesOn;
    await route.continue();
  });
  await turned(page, async () => {
    await page.locator('.buttons button[value=next]').click();
    const note = await page.waitForSelector('[data-busy]');
    const top = await page.locator('.top').boundingBox();
    const seen = await note.boundingBox();
    expect(seen?.y).toBeGreaterThanOrEqual((top?.y ?? 0) + (top?.height ?? 0));
    goOn();
  });
  expect(await page.locator('[data-busy]').count()).toBe(0);
  await context.close();
});
