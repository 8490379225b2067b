/** Whoever sends the same request twice with one Idempotency-Key has done it once, and its answer lies nowhere in clear. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeCaseCode } from '#domain/register/case-code.ts';
import { roles } from '#domain/register/roles.ts';
import type { TestFollowing } from '../../support/register.ts';
import {
  armorFor,
  entered,
  facts,
  openRegisterService,
  shareBody,
  shared,
  thisWeek,
} from './register-service.ts';

const service = await openRegisterService();
const { call, test } = service;
const ours = await test.organisation('ours');
const theirs = await test.organisation('theirs');
const [person, stranger] = [
  await test.person('ours', 'coordinator'),
  await test.person('theirs', 'coordinator'),
];
afterAll(() => test.close());

let counted = 0;
const newKey = () => `a-random-key-of-test-${counted++}`;

function share(key: string, body: unknown, headers = {}) {
  return call('POST', '/api/filings', { body, headers: { 'Idempotency-Key': key, ...headers } });
}

const cases = async (organisation: string) => {
  const actor = { organisation, person: 'nobody', role: roles[0] };
  const all = [];
  for await (const one of test.register.cases.each(actor)) all.push(one);
  return all.length;
};

describe('a filer who did not hear the answer and sends again', () => {
  it('gets the same code, and one case is there', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    const before = await cases('ours');
    const first = await (await share(key, body)).json();
    const again = await share(`"${key}"`, body);
    expect([again.status, await again.json()]).toEqual([201, first]);
    expect(await cases('ours')).toBe(before + 1);
  });

  it('gets the code that the register keeps, where the line broke after it was written', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    const { shared } = test.register;
    const lost = { ...test.register, shared: { ...shared, add: breaking(shared.add) } };
    const broken = await openRegisterService({ ...test.following, register: lost, pause: async () => {} });
    const send = (to: typeof service) =>
      to.call('POST', '/api/filings', { body, headers: { 'Idempotency-Key': key } });
    const before = await cases('ours');
    expect((await send(broken)).status).toBe(500);
    const { code } = await (await send(service)).json();
    expect((await call('POST', '/api/filings/by-code', { body: { code } })).status).toBe(200);
    expect(await cases('ours')).toBe(before + 1);
    await broken.test.close();
  });

  it('is told that it is done, even where the answer cannot be noted any more', async () => {
    const { idempotency } = test.register;
    const full = { ...test.register, idempotency: { ...idempotency, keep: breaking(idempotency.keep) } };
    const broken = await openRegisterService({ ...test.following, register: full });
    const body = { filings: [facts], sealed: await armorFor(test, ours.key.recipient) };
    const headers = { 'Idempotency-Key': newKey() };
    expect((await broken.call('POST', '/api/cases', { token: person.token, body, headers })).status).toBe(
      201,
    );
    await broken.test.close();
  });

  it('and sends at the same moment, makes one case', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    const before = await cases('ours');
    const both = await Promise.all([share(key, body), share(key, body)]);
    expect(both.map(({ status }) => status)).toContain(201);
    for (const one of both) if (one.status !== 201) expect(one.status).toBe(409);
    expect(await cases('ours')).toBe(before + 1);
  });

  it('is told where the request is another one, or the key one that others may guess', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    await share(key, body);
    expect((await share(key, { ...body, channel: 'in-person' })).status).toBe(422);
    const short = await (await share('1', body)).json();
    expect(short.errors).toEqual([
      expect.objectContaining({ path: 'Idempotency-Key', code: 'idempotency-key' }),
    ]);
  });

  it('may mend what was refused and send it with the same key', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    expect((await share(key, { ...body, filedWeek: 'x' })).status).toBe(422);
    expect((await share(key, body)).status).toBe(201);
  });

  it('after the case was deleted, does not make it again and is told so; a new key makes a new one', async () => {
    const { finder } = await test.sealing.codeKeys(makeCaseCode((bytes) => randomBytes(bytes)));
    for (const own of [{}, { finder }]) {
      const [key, body] = [newKey(), { ...(await shareBody(test, ours)), ...own }];
      const before = await cases('ours');
      const first = await (await share(key, body)).json();
      const again = await share(key, body);
      expect([again.status, await again.json()]).toEqual([201, first]);
      const code = first.code === undefined ? own : { code: first.code };
      expect((await call('POST', '/api/filings/by-code/delete', { body: code })).status).toBe(204);
      for (const _ of ['opened once more', 'used up']) {
        const gone = await share(key, body, { 'Accept-Language': 'en' });
        expect([gone.status, gone.headers.get('Content-Type')]).toEqual([410, 'application/problem+json']);
        expect((await gone.json()).title).toBe('What this request made has been deleted');
      }
      expect(await cases('ours')).toBe(before);
      expect((await share(newKey(), body)).status).toBe(201);
    }
  });

  it('after something was added to the case, still gets its code', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    const { code } = await (await share(key, body)).json();
    const sealed = await armorFor(test, ours.key.recipient, 'other days');
    const headers = { 'If-Match': '"1"' };
    const changed = await call('POST', '/api/filings/by-code/events', { body: { code, sealed }, headers });
    expect(changed.status).toBe(200);
    const again = await share(key, body);
    expect([again.status, await again.json()]).toEqual([201, { code }]);
  });

  it('while the first is still done, hears in how many seconds to ask again', async () => {
    const [key, body] = [newKey(), await shareBody(test, ours)];
    const { register } = test;
    const going = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const get: typeof register.organisations.get = async (id) => {
      begun.resolve();
      await going.promise;
      return register.organisations.get(id);
    };
    const slow = { ...register, organisations: { ...register.organisations, get } };
    const other = await openRegisterService({ ...test.following, register: slow });
    const sent = { body, headers: { 'Idempotency-Key': key } };
    const first = other.call('POST', '/api/filings', sent);
    await begun.promise;
    const again = await share(key, body);
    expect([again.status, again.headers.get('Retry-After')]).toEqual([409, '20']);
    going.resolve();
    expect((await first).status).toBe(201);
    await other.test.close();
  });

  it('adds an event once, and deletes once', async () => {
    const { code } = await (await share(newKey(), await shareBody(test, ours))).json();
    const twice = async (below: string, more: object) => {
      const headers = { 'Idempotency-Key': newKey() };
      const send = () => call('POST', `/api/filings/by-code/${below}`, { body: { code, ...more }, headers });
      return [await send(), await send()].map(({ status }) => status);
    };
    expect(await twice('events', { events: [{ kind: 'registered', week: thisWeek }] })).toEqual([200, 200]);
    const { filings } = await (await call('POST', '/api/filings/by-code', { body: { code } })).json();
    expect(filings[0].events).toHaveLength(2);
    expect(await twice('delete', {})).toEqual([204, 204]);
  });
});

describe('staff who send again', () => {
  it('after the case was deleted are told so, and it is not made again', async () => {
    const body = { filings: [facts], sealed: await armorFor(test, ours.key.recipient) };
    const sent = { token: person.token, body, headers: { 'Idempotency-Key': newKey() } };
    const { filings } = await (await call('POST', '/api/cases', sent)).json();
    const before = await cases('ours');
    const deleted = await call('DELETE', `/api/filings/${filings[0]}`, { token: person.token });
    expect(deleted.status).toBe(204);
    for (const _ of ['opened once more', 'used up'])
      expect((await call('POST', '/api/cases', sent)).status).toBe(410);
    expect(await cases('ours')).toBe(before - 1);
  });

  it('enter one case, and are answered with its version', async () => {
    const body = { filings: [facts], sealed: await armorFor(test, ours.key.recipient) };
    const headers = { 'Idempotency-Key': newKey() };
    const send = (token: string) => call('POST', '/api/cases', { token, body, headers });
    const before = await cases('ours');
    const [first, again] = [await send(person.token), await send(person.token)];
    expect([again.status, again.headers.get('ETag')]).toEqual([201, first.headers.get('ETag')]);
    expect(await again.json()).toEqual(await first.json());
    expect(await cases('ours')).toBe(before + 1);
  });

  describe('because the answer was lost after the register had written', () => {
    const { cases: part, shared: sharing } = test.register;
    const lost: TestFollowing['register'] = {
      ...test.register,
      cases: {
        ...part,
        add: breaking(part.add),
        addAll: breaking(part.addAll),
        change: breaking(part.change),
      },
      shared: { ...sharing, change: breaking(sharing.change) },
    };
    async function twice(path: string, body: unknown) {
      const broken = await openRegisterService({ ...test.following, register: lost, pause: async () => {} });
      const sent = { token: person.token, body, headers: { 'Idempotency-Key': newKey() } };
      expect((await broken.call('POST', path, sent)).status).toBe(500);
      await broken.test.close();
      const [again, once] = [await call('POST', path, sent), await call('POST', path, sent)];
      const answer = await again.json();
      expect(await once.json()).toEqual(answer);
      return { status: again.status, answer };
    }

    it('have entered one case', async () => {
      const before = await cases('ours');
      const body = { filings: [facts], sealed: await armorFor(test, ours.key.recipient) };
      const { status, answer } = await twice('/api/cases', body);
      expect([status, answer.filings.length, await cases('ours')]).toEqual([201, 1, before + 1]);
      const found = await call('GET', `/api/filings/${answer.filings[0]}`, { token: person.token });
      expect((await found.json()).id).toBe(answer.id);
    });

    it('have imported a table once', async () => {
      const before = await cases('ours');
      const { template: document, authority: office, channel } = facts;
      const row = { document, office, channel, filed: '2026-10-05' };
      const { status, answer } = await twice('/api/imports', {
        rows: [row, { ...row, filed: '2026-10-06' }],
      });
      expect([status, answer.rows, answer.cases.length, await cases('ours')]).toEqual([
        201,
        2,
        2,
        before + 2,
      ]);
    });

    it('have added an event once, and so has a filer', async () => {
      const event = { kind: 'registered', week: thisWeek };
      const { filing } = await entered(service, 'ours', ours.key.recipient);
      const byStaff = await twice(`/api/filings/${filing}/events`, event);
      expect([byStaff.status, byStaff.answer.filings[0].events.length]).toEqual([200, 2]);
      const code = await shared(service, ours);
      const byFiler = await twice('/api/filings/by-code/events', { code, events: [event] });
      expect([byFiler.status, byFiler.answer.filings[0].events.length]).toEqual([200, 2]);
    });
  });

  it('and lost the key to another in between, do nothing and are told to come back', async () => {
    const { cases: part, idempotency } = test.register;
    const key = newKey();
    const late: TestFollowing['register'] = {
      ...test.register,
      cases: {
        ...part,
        add: async (...given) => {
          await idempotency.drop(`organisation ours`, key);
          return part.add(...given);
        },
      },
    };
    const slow = await openRegisterService({ ...test.following, register: late });
    const before = await cases('ours');
    const body = { filings: [facts], sealed: await armorFor(test, ours.key.recipient) };
    const sent = { token: person.token, body, headers: { 'Idempotency-Key': key } };
    expect((await slow.call('POST', '/api/cases', sent)).status).toBe(503);
    expect(await cases('ours')).toBe(before);
    await slow.test.close();
  });

  it('of another organisation with the same key and request do not get that answer', async () => {
    const body = { filings: [facts], sealed: await armorFor(test, theirs.key.recipient) };
    const headers = { 'Idempotency-Key': newKey() };
    const first = await (await call('POST', '/api/cases', { token: person.token, body, headers })).json();
    const second = await (await call('POST', '/api/cases', { token: stranger.token, body, headers })).json();
    expect(second.id).not.toBe(first.id);
    expect(await cases('theirs')).toBe(1);
  });

  it('without the role for it any more are refused, whatever was answered before', async () => {
    const caseworker = await test.person('ours', 'caseworker');
    const { filing } = await entered(service, 'ours', ours.key.recipient);
    const headers = { 'Idempotency-Key': newKey() };
    const body = { kind: 'registered', week: thisWeek };
    const send = () =>
      call('POST', `/api/filings/${filing}/events`, { token: caseworker.token, body, headers });
    expect((await send()).status).toBe(200);
    await test.register.people.change(person.actor, caseworker.actor.person, { role: 'analyst' });
    expect([401, 403]).toContain((await send()).status);
  });
});

it('whoever takes the disk finds neither a code nor a key in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'once-'));
  const onDisk = await openRegisterService({}, { dataDir: folder });
  const organisation = await onDisk.test.organisation();
  const key = newKey();
  const body = await shareBody(onDisk.test, organisation);
  const send = () => onDisk.call('POST', '/api/filings', { body, headers: { 'Idempotency-Key': key } });
  const { code } = await (await send()).json();
  expect(await (await send()).json()).toEqual({ code });
  await onDisk.test.close();
  const bytes = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('');
  expect(bytes).toContain('BEGIN AGE');
  for (const secret of [key, code, code.replaceAll(' ', '')]) expect(bytes).not.toContain(secret);
});

function breaking<Args extends unknown[], T>(work: (...args: Args) => Promise<T>) {
  return async (...args: Args): Promise<T> => {
    await work(...args);
    throw new Error('the line broke');
  };
}
