/** Attacks on the register through the API: guessed codes, injected SQL, polluted prototypes, other sites, stolen ways in. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { codeLimits, finderLimits, onceLimits, soonest } from '#web/by-code.ts';
import { openService } from '../support/site.ts';
import {
  armorFor,
  entered,
  facts,
  openRegisterService,
  shareBody,
  shared,
  thisWeek,
} from '../web/api/register-service.ts';
import { explained, openSharing, readByOrganisation, shareWith } from '../web/share/filer.ts';

const service = await openRegisterService();
const { call, test, pauses, faults } = service;
const ours = await test.organisation('ours');
const { token, actor } = await test.person('ours', 'coordinator');
afterAll(() => test.close());

const code = await shared(service, ours);

describe('somebody who guesses codes', () => {
  /** What the answer to one body costs: stretchings, looks into the register, and how long it is held back. */
  async function work(body: object, path = '/api/filings/by-code') {
    const done: string[] = [];
    const { sealing, register } = service.following;
    const following = {
      ...service.following,
      sealing: { ...sealing, codeKeys: counting(done, 'stretch', sealing.codeKeys) },
      register: {
        ...register,
        shared: { ...register.shared, find: counting(done, 'find', register.shared.find) },
      },
      pause: async (milliseconds: number) => void done.push(`held ${milliseconds}`),
    };
    const response = await openService({ following }).app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text(), done: done.sort() };
  }

  const wrong = [
    '123 456 789 012 345 678 901 234 567',
    code.replace(/^./, (one) => String((Number(one) + 1) % 10)),
    '1',
    '💥',
  ];

  it.each(wrong)('is answered %s with the same body after the same work as a right one', async (guess) => {
    const [right, told, other] = [
      await work({ code }),
      await work({ code: guess }),
      await work({ code: '0' }),
    ];
    expect([right.status, told.status]).toEqual([200, 404]);
    expect(told.done).toEqual(right.done);
    expect(told.done).toEqual(['find', `held ${soonest}`, 'stretch'].sort());
    expect(told.text).toBe(other.text);
    expect(told.text).not.toContain(guess === '1' ? 'digit is wrong' : guess);
  });

  it.each(['events', 'withdraw', 'delete'])('learns no more by %s', async (below) => {
    const more = {
      events: { events: [{ kind: 'registered', week: thisWeek }] },
      withdraw: { sealed: await armorFor(test, ours.key.recipient) },
      delete: {},
    }[below];
    const path = `/api/filings/by-code/${below}`;
    const [one, other] = [
      await work({ code: wrong[0], ...more }, path),
      await work({ code: '7', ...more }, path),
    ];
    expect([one.status, one.text, one.done]).toEqual([404, other.text, other.done]);
  });

  it('waits as long as it says, with a real clock', async () => {
    const { pause, ...asPeopleHaveIt } = test.following;
    const real = openService({ following: asPeopleHaveIt });
    const begin = performance.now();
    const response = await real.app.request('/api/filings/by-code', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"code":"1"}',
    });
    expect(response.status).toBe(404);
    expect(performance.now() - begin).toBeGreaterThan(soonest - 2); // never sooner: a floor, not a measurement
  });

  it('is stopped after a while, told when to come back, and others go on', async () => {
    let address = '198.51.100.7';
    const limited = await openRegisterService({ addressOf: () => address });
    const organisation = await limited.test.organisation();
    const guess = () => limited.call('POST', '/api/filings/by-code', { body: { code: '1' } });
    for (let tries = 0; tries < codeLimits.perGroup; tries++) expect((await guess()).status).toBe(404);
    const stopped = await guess();
    expect([stopped.status, stopped.headers.get('Retry-After')]).toEqual([429, String(codeLimits.seconds)]);
    const own = await shared(limited, organisation);
    const others: number[] = [];
    for (address of ['203.0.113.9', '203.0.113.10']) // one of 4096 strangers shares the group, two of two hardly
      others.push((await limited.call('POST', '/api/filings/by-code', { body: { code: own } })).status);
    expect(others).toContain(200);
    address = '198.51.100.7';
    limited.test.setNow('2026-12-01T09:11:00Z');
    expect((await guess()).status).toBe(404);
    await limited.test.close();
  });

  it('from all addresses of one line is stopped as from one, whatever else asks from that part of the world', async () => {
    let address = '';
    const limited = await openRegisterService({ addressOf: () => address });
    const from = async (one: string) => {
      address = one;
      const body = { finder: 'ab'.repeat(32) };
      return (await limited.call('POST', '/api/filings/by-code', { body })).status;
    };
    for (let tries = 0; tries < finderLimits.perGroup; tries++)
      expect(await from(`2001:db8:1:2::${tries.toString(16)}`)).toBe(404);
    expect(await from('2001:db8:1:2:ffff:1:1:1')).toBe(429);
    // Twelve bits: one of 4096 strangers shares the group, two of two hardly.
    expect([await from('2001:db8:1:3::1'), await from('2001:db8:1:4::1')]).toContain(404);
    expect([await from('::ffff:198.51.100.7'), await from('::ffff:198.51.100.8')]).toContain(404);
    await limited.test.close();
  });

  it('costs nothing any more once they are stopped, and gets in with the right code before that', async () => {
    const done: string[] = [];
    const { sealing } = test;
    const counted = { ...sealing, codeKeys: counting(done, 'stretch', sealing.codeKeys) };
    const limited = await openRegisterService({ addressOf: () => '198.51.100.7' });
    const guarded = openService({ following: { ...limited.following, sealing: counted } });
    const own = await shared(limited, await limited.test.organisation());
    const now = limited.following.now().getTime();
    const ask = (path: string, body: object | string) =>
      guarded.app.request(path, {
        method: 'POST',
        headers: {
          'Content-Type': typeof body === 'string' ? 'application/x-www-form-urlencoded' : 'application/json',
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    expect((await ask('/api/filings/by-code', { code: '1' })).status).toBe(404);
    expect((await limited.call('POST', '/api/filings/by-code', { body: { code: own } })).status).toBe(200);
    for (let tries = 0; tries < codeLimits.all; tries++)
      await limited.test.register.limits.take('code', codeLimits.all, codeLimits.seconds, now);
    done.length = 0;
    for (const below of ['', '/delete'])
      expect((await ask(`/api/filings/by-code${below}`, { code: '1' })).status).toBe(429);
    expect((await ask('/ru/share/open', 'code=1&move=next')).status).toBe(429);
    expect(done).toEqual([]);
    await limited.test.close();
  });

  it('from many addresses is stopped as well, with everybody', async () => {
    let host = 0;
    const limited = await openRegisterService({ addressOf: () => `198.51.100.${host++}` });
    const now = limited.following.now().getTime();
    for (let tries = 1; tries < codeLimits.all; tries++)
      await limited.test.register.limits.take('code', codeLimits.all, codeLimits.seconds, now);
    const guess = () => limited.call('POST', '/api/filings/by-code', { body: { code: '1' } });
    expect([(await guess()).status, (await guess()).status]).toEqual([404, 429]);
    await limited.test.close();
  });

  it('cannot learn a code from an address, a header or an answer', async () => {
    const response = await call('GET', `/api/filings/by-code?code=${code.replaceAll(' ', '')}`);
    expect(response.status).toBe(401);
    const read = await call('POST', '/api/filings/by-code', { body: { code } });
    expect(JSON.stringify([...read.headers]) + (await read.text())).not.toContain(code.replaceAll(' ', ''));
  });
});

describe('somebody who shares case after case', () => {
  it('costs nothing any more once they are stopped, and still has the case', async () => {
    const done: string[] = [];
    const sharing = await openSharing();
    const { sealing, register } = sharing;
    const following = {
      ...sharing.following,
      sealing: { ...sealing, codeKeys: counting(done, 'stretch', sealing.codeKeys) },
    };
    const now = following.now().getTime();
    for (let tries = 0; tries < codeLimits.all; tries++)
      await register.limits.take('share', codeLimits.all, codeLimits.seconds, now);
    const walker = await explained({ ...sharing, ...openService({ following }) });
    await shareWith(walker);
    expect(done).toEqual([]);
    expect(await readByOrganisation(sharing)).toEqual([]);
    expect(walker.sent('case')).toHaveLength(1);
    await sharing.close();
  });
});

describe('somebody who sends requests with new keys again and again', () => {
  it('is stopped before anything of theirs is written', async () => {
    const limited = await openRegisterService({ addressOf: () => '198.51.100.7' });
    const now = limited.following.now().getTime();
    const { limits, idempotency } = limited.test.register;
    for (let tries = 0; tries < onceLimits.all; tries++)
      await limits.take('once', onceLimits.all, onceLimits.seconds, now);
    const begun: string[] = [];
    const counted = { ...idempotency, begin: counting(begun, 'claim', idempotency.begin) };
    const register = { ...limited.test.register, idempotency: counted };
    const { app } = openService({ following: { ...limited.following, register } });
    const response = await app.request('/api/filings', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'a-random-key-of-a-flood' },
      body: '{}',
    });
    expect([response.status, response.headers.get('Retry-After'), begun]).toEqual([429, '600', []]);
    await limited.test.close();
  });
});

const injections = [
  `' or '1'='1`,
  `'; drop table register_case; --`,
  `" union select * from person --`,
  'x%00',
  '../../../etc/passwd',
  '$1',
  '%',
  '_',
  '\\',
  'nobody\u0000',
];

describe('somebody who writes SQL into what they send', () => {
  beforeEach(() => {
    faults.length = 0;
  });

  it.each(injections)('%j reaches no statement', async (attack) => {
    const { filing } = await entered(service, 'ours', ours.key.recipient);
    const path = encodeURIComponent(attack);
    const asked = [
      call('GET', `/api/filings/${path}`, { token }),
      call('DELETE', `/api/filings/${path}`, { token }),
      call('GET', `/api/filings?after=${path}&tag=${path}&assignee=${path}`, { token }),
      call('GET', `/api/statistics?by=${path}`, { token }),
      call('GET', `/api/organisations/${path}/statistics`),
      call('PUT', `/api/filings/${filing}/tags`, { token, body: { tags: [attack] } }),
      call('PUT', `/api/filings/${filing}/assignee`, { token, body: { person: attack } }),
      call('POST', '/api/filings/by-code', { body: { code: attack } }),
      call('POST', '/api/filings', { body: { ...(await shareBody(test, ours)), organisation: attack } }),
      call('POST', '/api/session', { body: { login: attack, password: attack, totp: attack } }),
    ];
    const statuses = (await Promise.all(asked)).map(({ status }) => status);
    for (const status of statuses) expect([200, 400, 401, 404, 422]).toContain(status);
    expect(faults.map(({ error }) => error.message)).toEqual([]);
    expect((await call('GET', `/api/filings/${filing}`, { token })).status).toBe(200);
    expect((await call('POST', '/api/filings/by-code', { body: { code } })).status).toBe(200);
  });
});

describe('somebody who sends what no form would', () => {
  it.each([
    '{"__proto__":{"role":"coordinator"},"code":"1"}',
    '{"constructor":{"prototype":{"role":"x"}},"code":"1"}',
    '{"code":{"toString":"x"}}',
    '{"code":["1"]}',
    '[]',
    'null',
    '"x"',
    `{"code":${'['.repeat(5000)}${']'.repeat(5000)}}`,
  ])('%s is refused, and nothing is changed for anybody', async (body) => {
    const response = await call('POST', '/api/filings/by-code', { body });
    expect(response.status).toBe(422);
    expect(({} as { role?: string }).role).toBeUndefined();
  });

  it.each([
    ['over a megabyte', { code: 'x'.repeat(1024 * 1024) }, 413],
    ['a code without end', { code: '1'.repeat(100_000) }, 422],
    ['events without end', { code, events: Array(101).fill({ kind: 'registered', week: thisWeek }) }, 422],
  ])('%s is refused', async (_, body, status) => {
    expect((await call('POST', '/api/filings/by-code/events', { body })).status).toBe(status);
  });

  it('a hundred events at a time, again and again: the hundred-and-first is refused', async () => {
    const own = await shared(service, ours);
    const events = Array(99).fill({ kind: 'registered', week: thisWeek });
    const add = (list: unknown[]) =>
      call('POST', '/api/filings/by-code/events', { body: { code: own, events: list } });
    expect((await add(events)).status).toBe(200);
    const more = await add(events.slice(0, 1));
    expect([more.status, (await more.json()).errors[0].code]).toEqual([422, 'too-many']);
  });

  it('a sealed body that is sealed to nobody, or is a text that looks like it', async () => {
    const body = await shareBody(test, ours);
    for (const sealed of [
      '-----BEGIN AGE ENCRYPTED FILE-----\nSGVsbG8=\n-----END AGE ENCRYPTED FILE-----\n',
      `${body.sealed}Иванов Иван`,
      `Иванов\n${body.sealed}`,
    ])
      expect((await call('POST', '/api/filings', { body: { ...body, sealed } })).status).toBe(422);
  });
});

describe('another site that a member of staff has open', async () => {
  const cookie = { Cookie: `__Host-desk=${token}.${actor.person}` };
  const { filing } = await entered(service, 'ours', ours.key.recipient);
  const send = (headers: Record<string, string>) =>
    call('POST', `/api/filings/${filing}/events`, {
      headers: { ...cookie, ...headers },
      body: { kind: 'registered', week: thisWeek },
    });

  it.each<[string, Record<string, string>]>([
    ['as a browser tells', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
    ['from a page beside ours', { 'Sec-Fetch-Site': 'same-site' }],
    ['as an older browser tells', { Origin: 'https://evil.example' }],
    ['from a frame without an origin', { Origin: 'null' }],
    ['saying nothing', {}],
    ['with a made-up token beside the cookie', { Authorization: 'Bearer x' }],
  ])('changes nothing by their cookie, %s', async (_, headers) => {
    expect((await send(headers)).status).toBe(403);
  });

  it('while our own pages do, and reading needs no more than the cookie', async () => {
    expect((await send({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200);
    expect((await call('GET', '/api/today', { headers: cookie })).status).toBe(200);
  });

  it('reads no answer: none is shared with other origins', async () => {
    const response = await call('GET', '/api/today', {
      headers: { ...cookie, Origin: 'https://evil.example' },
    });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(response.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
  });
});

describe('somebody who wants to sign in as another', () => {
  it.each(['', 'x', '0'.repeat(64), 'F'.repeat(64), `${'0'.repeat(63)}'`, `${token}x`, token.toUpperCase()])(
    'does not with the token %j',
    async (guess) => {
      const headers = { Authorization: `Bearer ${guess}` };
      expect((await call('GET', '/api/today', { headers })).status).toBe(401);
      expect((await call('GET', '/api/today', { headers: { Cookie: `__Host-desk=${guess}` } })).status).toBe(
        401,
      );
    },
  );

  it('cannot choose the token that others will get, nor say by a header who they are', async () => {
    const chosen = 'ab'.repeat(32);
    const headers = {
      Cookie: `__Host-desk=${chosen}`,
      Authorization: `Bearer ${chosen}`,
      'X-Person': actor.person,
    };
    const response = await call('POST', '/api/session', {
      headers,
      body: { login: 'a', password: 'b', totp: '1' },
    });
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null]);
    expect((await call('GET', '/api/today', { headers })).status).toBe(401);
  });
});

describe('headers that play tricks', () => {
  it.each(['"1", "2"', '"01x"', '1', '"-1"', '"1e0"', `"${'9'.repeat(40)}"`, '""'])(
    'If-Match: %s is no version of anything',
    async (header) => {
      const { filing } = await entered(service, 'ours', ours.key.recipient);
      const body = { kind: 'registered', week: thisWeek };
      const response = await call('POST', `/api/filings/${filing}/events`, {
        token,
        body,
        headers: { 'If-Match': header },
      });
      expect(response.status).toBe(412);
    },
  );

  it.each([
    'x'.repeat(201),
    'with spaces in between',
    'кириллица-кириллица'.slice(0, 3),
    `"${'a'.repeat(15)}"`,
  ])('Idempotency-Key: %s is refused before anything is done', async (header) => {
    const own = encodeURIComponent(header) === header || /^[\x20-\x7e]*$/.test(header) ? header : 'short';
    const body = { filings: [facts], sealed: await armorFor(test, ours.key.recipient) };
    const before = (await test.register.cases.list(actor, { limit: 200 }, '2026-12-01')).filings.length;
    const response = await call('POST', '/api/cases', { token, body, headers: { 'Idempotency-Key': own } });
    expect(response.status).toBe(422);
    const after = (await test.register.cases.list(actor, { limit: 200 }, '2026-12-01')).filings.length;
    expect(after).toBe(before);
  });

  it('a method in another header changes no method', async () => {
    const { filing } = await entered(service, 'ours', ours.key.recipient);
    const headers = { 'X-HTTP-Method-Override': 'DELETE' };
    expect((await call('POST', `/api/filings/${filing}`, { token, headers, body: {} })).status).toBe(405);
    expect((await call('GET', `/api/filings/${filing}?_method=DELETE`, { token, headers })).status).toBe(200);
  });
});

it('the answers of all of these were held back as often as codes were tried', () => {
  expect(pauses.length).toBeGreaterThan(10);
  expect(new Set(pauses)).toEqual(new Set([soonest]));
});

function counting<Args extends unknown[], T>(
  done: string[],
  name: string,
  work: (...args: Args) => Promise<T>,
) {
  return (...args: Args): Promise<T> => {
    done.push(name);
    return work(...args);
  };
}
