/** A filer shares a case, comes back by the code and nothing else, adds what was answered, takes it back, deletes it. */
import { afterAll, describe, expect, it } from 'vitest';
import { readCaseCode } from '#domain/register/case-code.ts';
import { facts, openRegisterService, shareBody, shared, thisWeek, weeksAgo } from './register-service.ts';

const service = await openRegisterService();
const { call, test } = service;
const organisation = await test.organisation();
afterAll(() => test.close());

const byCode = (code: string, below = '', more = {}, headers = {}) =>
  call('POST', `/api/filings/by-code${below}`, { body: { code, ...more }, headers });

describe('a filer who shares a case', () => {
  it('gets a code of 27 digits in groups of three, and it is right', async () => {
    const response = await call('POST', '/api/filings', { body: await shareBody(test, organisation) });
    expect(response.status).toBe(201);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const body = await response.json();
    expect(body).toEqual({ code: expect.stringMatching(/^\d{3}( \d{3}){8}$/) });
    expect(readCaseCode(body.code)).toBeDefined();
  });

  it('may make the code on their own device, and then the server never sees it', async () => {
    const finder = 'ab'.repeat(32);
    const body = { ...(await shareBody(test, organisation)), finder };
    const response = await call('POST', '/api/filings', { body });
    expect([response.status, await response.json()]).toEqual([201, {}]);
    expect((await call('POST', '/api/filings/by-code', { body: { finder } })).status).toBe(200);
  });

  it('may share several filings as one case', async () => {
    const body = {
      ...(await shareBody(test, organisation)),
      filings: [{ ...facts, authority: 'gp-central' }],
    };
    const { code } = await (await call('POST', '/api/filings', { body })).json();
    const { filings } = await (await byCode(code)).json();
    expect(filings.map(({ authority }: { authority: string }) => authority)).toEqual([
      'sk-central',
      'gp-central',
    ]);
  });

  it.each<[string, object, string]>([
    ['a week that does not exist', { filedWeek: '2026-W54' }, 'filedWeek week'],
    ['a day instead of a week', { filedWeek: '2026-11-05' }, 'filedWeek week'],
    ['a week to come', { filedWeek: '2026-W53' }, 'filedWeek week-in-future'],
    [
      'an event before the filing',
      { events: [{ kind: 'registered', week: weeksAgo(9) }] },
      'events.0.week week-before-filed',
    ],
    [
      'an event to come',
      { events: [{ kind: 'registered', week: '2027-W01' }] },
      'events.0.week week-in-future',
    ],
    [
      'an event with its exact day',
      { events: [{ kind: 'registered', week: thisWeek, date: '2026-12-01' }] },
      'events.0.date unknown-field',
    ],
    ['a name', { applicant: 'Иванов' }, 'applicant unknown-field'],
    ['a region in clear', { region: 'Чечня' }, 'region unknown-field'],
    ['facts that are not sealed', { sealed: '{"case":"Иванов"}' }, 'sealed not-sealed'],
    ['no sealed facts', { sealed: undefined }, 'sealed required'],
    ['too many sealed facts', { sealed: 'x'.repeat(512 * 1024 + 1) }, 'sealed too-long'],
    ['an organisation that nobody knows', { organisation: 'nobody' }, 'organisation choice'],
    [
      'a secret key in place of a public one',
      { filerRecipient: 'AGE-SECRET-KEY-1' },
      'filerRecipient recipient',
    ],
    ['an office that is none', { authority: 'ministry' }, 'authority choice'],
  ])('is told of %s, and what they sent is not repeated', async (_, changes, expected) => {
    const body = { ...(await shareBody(test, organisation)), ...changes };
    const response = await call('POST', '/api/filings', { body });
    expect(response.status).toBe(422);
    const text = await response.text();
    expect(
      JSON.parse(text).errors.map((one: { path: string; code: string }) => `${one.path} ${one.code}`),
    ).toEqual([expected]);
    expect(text).not.toMatch(/Иванов|Чечня|ministry|SECRET/);
  });
});

describe('an organisation that is banned in Russia', async () => {
  const banned = await test.organisation('banned', {
    statusInRussia: 'extremist',
    name: { ru: 'Запретное имя', en: 'Forbidden name' },
  });
  const share = async (filedFrom?: string) =>
    call('POST', '/api/filings', { body: { ...(await shareBody(test, banned)), filedFrom } });

  it('is refused to whoever files from Russia, with the reason and without its name', async () => {
    const response = await share();
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0].code]).toEqual([422, 'sharing-refused']);
    expect(text).not.toMatch(/Запретное|Forbidden/);
  });

  it('is open to whoever files from abroad', async () => {
    expect((await share('abroad')).status).toBe(201);
  });

  it('is not listed at all: its id may be its name', async () => {
    const response = await call('GET', '/api/organisations');
    const text = await response.text();
    expect(text).toContain('Архив «Пример»');
    expect(text).not.toMatch(/Запретное|Forbidden|banned/);
  });
});

it('an organisation without a key takes no case', async () => {
  const known = await test.register.organisations.get(organisation.id);
  if (known) await test.register.organisations.create({ ...known, id: 'keyless' });
  const body = { ...(await shareBody(test, organisation)), organisation: 'keyless' };
  const { errors } = await (await call('POST', '/api/filings', { body })).json();
  expect(errors.map(({ code }: { code: string }) => code)).toEqual(['no-key']);
});

describe('a filer who comes back by the code', () => {
  it('reads what they shared and the week in which the office is due', async () => {
    const code = await shared(service, organisation);
    const response = await byCode(code.replaceAll(' ', '-'));
    expect([response.status, response.headers.get('ETag')]).toEqual([200, '"1"']);
    const told = await response.json();
    expect(told).toMatchObject({ organisation: organisation.id, version: 1, withdrawn: false });
    expect(told.filings).toEqual([
      expect.objectContaining({
        ...facts,
        standing: 'filed',
        dueWeek: expect.stringMatching(/^2026-W\d\d$/),
      }),
    ]);
    expect(await test.sealing.open(told.sealed, organisation.key.identity)).toBe('exact days');
    expect(Object.keys(told.filings[0])).not.toContain('id');
  });

  it('adds what was answered without saying which version they saw: nothing of others is lost', async () => {
    const code = await shared(service, organisation);
    const add = (kind: string) => byCode(code, '/events', { events: [{ kind, week: weeksAgo(2) }] });
    const answers = await Promise.all([add('registered'), add('refused')]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { filings, version } = await (await byCode(code)).json();
    expect(version).toBe(3);
    expect(filings[0].events.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'received',
      'refused',
      'registered',
    ]);
  });

  it('replaces what is sealed only from the version that they saw', async () => {
    const code = await shared(service, organisation);
    const sealed = await test.sealing.seal('more', [organisation.key.recipient]);
    const write = (headers: Record<string, string>) => byCode(code, '/events', { sealed }, headers);
    expect((await write({})).status).toBe(428);
    expect((await write({ 'If-Match': 'W/"1"' })).status).toBe(412);
    const first = await write({ 'If-Match': '"1"' });
    expect([first.status, first.headers.get('ETag')]).toEqual([200, '"2"']);
    const late = await write({ 'If-Match': '"1"' });
    expect([late.status, late.headers.get('ETag')]).toEqual([412, '"2"']);
    expect(await late.json()).toMatchObject({ sent: 1, now: 2 });
  });

  it('is told of a filing that the case has not, and of an event before it was filed', async () => {
    const code = await shared(service, organisation);
    const told = async (more: object) => (await (await byCode(code, '/events', more)).json()).errors[0];
    const late = { kind: 'registered', week: thisWeek };
    expect(await told({ filing: 1, events: [late] })).toMatchObject({ path: 'filing', code: 'choice' });
    expect(await told({ events: [{ ...late, week: weeksAgo(20) }] })).toMatchObject({
      code: 'week-before-filed',
    });
    expect(await told({})).toMatchObject({ path: 'events', code: 'required' });
  });

  it('takes the case back: the organisation loses it, the filer keeps it, twice is once', async () => {
    const code = await shared(service, organisation);
    const own = await test.sealing.newKeyPair();
    const sealed = await test.sealing.seal('mine', [own.recipient]);
    expect((await byCode(code, '/withdraw', { sealed })).status).toBe(200);
    const again = await byCode(code, '/withdraw', { sealed });
    expect(await again.json()).toMatchObject({ withdrawn: true, sealed });
  });

  it('deletes everything, and then the code opens nothing', async () => {
    const code = await shared(service, organisation);
    expect((await byCode(code, '/delete')).status).toBe(204);
    expect((await byCode(code)).status).toBe(404);
    expect((await byCode(code, '/delete')).status).toBe(404);
  });

  it('is refused without a code, and with two ways at once', async () => {
    const told = async (body: object) => (await call('POST', '/api/filings/by-code', { body })).status;
    expect(await told({})).toBe(422);
    expect(await told({ code: '1', finder: 'ab'.repeat(32) })).toBe(422);
  });
});
