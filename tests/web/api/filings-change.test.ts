/** The calls of a tab that opens a case itself: it shows half of what it made of the code, and replaces what lies there. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { storedFinder } from '#web/by-code.ts';
import { armorFor, facts, openRegisterService, shareBody, thisWeek, weeksAgo } from './register-service.ts';

const service = await openRegisterService();
const { call, pauses, test } = service;
const organisation = await test.organisation();
const banned = await test.organisation('banned-name', {
  statusInRussia: 'extremist',
  name: { ru: 'Запретное имя', en: 'Forbidden name' },
});
afterAll(() => test.close());

let finder: string;
beforeEach(async () => {
  finder = await sharedBy(organisation);
});

async function sharedBy(to: typeof organisation): Promise<string> {
  const own = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('hex');
  const body = { ...(await shareBody(test, to)), finder: own, filedFrom: 'abroad' };
  expect((await call('POST', '/api/filings', { body })).status).toBe(201);
  return own;
}

const read = (by = finder) => call('POST', '/api/filings/by-code', { body: { finder: by } });
async function change(more: object = {}, headers: Record<string, string> = { 'If-Match': '"1"' }) {
  const sealed = await armorFor(test, organisation.key.recipient, 'sealed anew');
  const filings = [{ ...facts, events: [{ kind: 'refused', week: weeksAgo(2) }] }];
  return call('POST', '/api/filings/by-code/change', { body: { finder, filings, sealed, ...more }, headers });
}
const codesOf = async (response: Response) =>
  (await response.json()).errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`);

describe('a tab that comes back', () => {
  it('is told all that it needs to seal anew, and no id of the case', async () => {
    const told = await (await read()).json();
    expect(told).toMatchObject({
      organisation: organisation.id,
      sharedWith: {
        name: { ru: 'Архив «Пример»', en: 'Example Archive' },
        statusInRussia: 'none-found',
        statusChecked: '2026-11-01',
        retentionMonths: 36,
        recipient: organisation.key.recipient,
      },
      changedWeek: thisWeek,
      withdrawn: false,
    });
    const { id } = (await test.register.shared.find(await storedFinder(finder))) ?? {};
    expect(JSON.stringify(told)).not.toContain(id);
  });

  it('replaces what lies in clear and what is sealed, and is told how it stands', async () => {
    const response = await change();
    expect([response.status, response.headers.get('ETag')]).toEqual([200, '"2"']);
    const told = await response.json();
    expect(told.filings[0].events).toEqual([{ kind: 'refused', week: weeksAgo(2) }]);
    expect(await test.sealing.open(told.sealed, organisation.key.identity)).toBe('sealed anew');
    expect(await (await read()).json()).toEqual(told);
  });

  it('says from which version it made the change; where that is old, nothing is changed', async () => {
    expect((await change({}, {})).status).toBe(428);
    expect((await change()).status).toBe(200);
    const stale = await change();
    expect([stale.status, stale.headers.get('ETag'), (await stale.json()).now]).toEqual([412, '"2"', 2]);
    expect((await (await read()).json()).version).toBe(2);
  });

  it('and two that change it at once do not write over each other', async () => {
    const answers = await Promise.all([change(), change(), change()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  it('sent twice with one key it is done once', async () => {
    const headers = { 'If-Match': '"1"', 'Idempotency-Key': crypto.randomUUID() };
    const sealed = await armorFor(test, organisation.key.recipient, 'once');
    const statuses = [await change({ sealed }, headers), await change({ sealed }, headers)].map(
      (one) => one.status,
    );
    expect(statuses).toEqual([200, 200]);
    expect((await (await read()).json()).version).toBe(2);
  });

  it.each<[string, object, string]>([
    [
      'a week to come',
      { filings: [{ ...facts, filedWeek: '2026-W53' }] },
      'filings.0.filedWeek week-in-future',
    ],
    ['no filing', { filings: [] }, 'filings type'],
    ['a name', { filings: [{ ...facts, applicant: 'Иванов' }] }, 'filings.0.applicant unknown-field'],
    ['facts that are not sealed', { sealed: '{"case":"Иванов"}' }, 'sealed not-sealed'],
    ['a day', { filings: [{ ...facts, filedWeek: '2026-11-05' }] }, 'filings.0.filedWeek week'],
  ])('is told of %s, and nothing is changed', async (_, more, expected) => {
    const response = await change(more);
    expect([response.status, await codesOf(response)]).toEqual([422, [expected]]);
    expect((await (await read()).json()).version).toBe(1);
  });

  it('may change a case that was taken back, and it stays taken back', async () => {
    const sealed = await armorFor(test, organisation.key.recipient);
    await call('POST', '/api/filings/by-code/withdraw', { body: { finder, sealed } });
    const { version } = await (await read()).json();
    const told = await (await change({}, { 'If-Match': `"${version}"` })).json();
    expect([told.version, told.withdrawn]).toEqual([version + 1, true]);
  });
});

describe('an organisation that was banned meanwhile', () => {
  it('gets nothing more from whoever filed from Russia, which is what is taken where nobody says', async () => {
    finder = await sharedBy(banned);
    for (const more of [{}, { filedFrom: 'russia' }]) {
      const response = await change(more);
      expect([response.status, await codesOf(response)]).toEqual([422, ['organisation sharing-refused']]);
    }
    expect((await change({ filedFrom: 'abroad' })).status).toBe(200);
  });

  it('is named in no answer, its id neither', async () => {
    finder = await sharedBy(banned);
    const text = await (await read()).text();
    expect(text).not.toMatch(/Запретное|Forbidden|banned-name/);
    expect(JSON.parse(text)).toMatchObject({ organisation: null, sharedWith: { name: null } });
  });
});

describe('a stranger', () => {
  it('with what lies on a stolen disk opens and changes nothing', async () => {
    const stolen = await storedFinder(finder);
    expect((await read(stolen)).status).toBe(404);
    expect((await change({ finder: stolen }, { 'If-Match': '*' })).status).toBe(404);
  });

  it('gets the same answer for every wrong half of a code, and no sooner than a right one', async () => {
    const before = pauses.length;
    const answers = await Promise.all(
      ['ab', 'cd'].map(async (two) => (await change({ finder: two.repeat(32) })).text()),
    );
    expect(new Set(answers).size).toBe(1);
    await change();
    expect(new Set(pauses.slice(before)).size).toBe(1);
    expect(pauses.length - before).toBe(3);
  });
});
