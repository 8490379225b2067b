/** The service when its database fails: people are told what is wrong, nothing is done by half, and it goes on by itself. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moscowDay } from '#domain/moscow.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import errors from '../../locales/ru/errors.json' with { type: 'json' };
import { inspect } from '../../src/register/inspection/inspect.ts';
import { installationSalt } from '../../src/register/installation.ts';
import { openDb, registerOf } from '../../src/register/open-register.ts';
import { boundSealing } from '../../src/sealing/bound.ts';
import { stretch } from '../../src/sealing/stretch.ts';
import { type DatabaseProcess, databaseProcess } from '../support/database-process.ts';
import {
  type DatabaseKind,
  databaseForThisTest,
  databases,
  freshDatabase,
} from '../support/fresh-database.ts';
import { library } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';
import { openService } from '../support/site.ts';

type Place = { dataDir: string; databaseUrl: string | undefined };

const patience = 300_000; // a server starts, and the machine may be busy with others

/** An organisation is there, one of its people is signed in, and a filer is about to share a case with it. */
async function prepared(place: Place) {
  const test = await openTestFollowing(place);
  test.setNow(new Date().toISOString());
  const { id, key } = await test.organisation();
  const { token } = await test.person(id, 'coordinator');
  const sealed = await test.sealing.seal('x'.repeat(60_000), [key.recipient]);
  await test.close();
  const filedWeek = addWeeks(weekOf(moscowDay(new Date())), -8);
  const filing = { template: 'crime-report-media', authority: 'sk-central', channel: 'post', filedWeek };
  return { token, share: { organisation: id, ...filing, events: [], sealed } };
}

type Call = ServiceProcess['call'];

const shareWith = (call: Call, key: string, share: object) =>
  call('POST', '/api/filings', { body: share, headers: { 'Idempotency-Key': key } });

async function filed(call: Call, token: string): Promise<number> {
  const answer = await call('GET', '/api/statistics?by=', { token });
  return (await answer.json()).rows[0]?.counts.filed ?? 0;
}

/** 503, and the sentence that belongs to it, for programs and on pages. */
async function expectUnavailable(answer: Response, reason: 'full' | 'unreachable'): Promise<void> {
  expect([answer.status, await answer.text()]).toEqual([
    503,
    expect.stringContaining(errors.unavailable[reason]),
  ]);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
}

describe.each(databases)('where %s has no room left', (kind) => {
  it('people are told so, nothing is written by half, and the same request does once there is room', async () => {
    const place = await databaseForThisTest(kind);
    const { token, share } = await prepared(place);
    const now = () => new Date();
    const db = await openDb({ ...place, library, now });
    const salt = await installationSalt(db);
    const following = { register: registerOf(db, salt), sealing: boundSealing(stretch, salt), now };
    const { app, faults } = openService({ following, today: () => moscowDay(now()) });
    const call: Call = async (method, path, { token: bearer, headers, body } = {}) =>
      app.request(path, {
        method,
        headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    const room = await withoutRoom(kind, db);
    const key = randomUUID();
    await expectUnavailable(await shareWith(call, key, share), 'full');
    await expectUnavailable(await shareWith(call, key, share), 'full');
    expect(await filed(call, token)).toBe(0);
    expect((await inspect(db, { isSealed: () => true, isSealedBytes: () => true })).findings).toEqual([]);
    expect(JSON.stringify(faults)).not.toContain(share.sealed.slice(100, 160));

    await room();
    const shared = await shareWith(call, key, share);
    expect(shared.status).toBe(201);
    expect(await (await shareWith(call, key, share)).json()).toEqual(await shared.json());
    expect(await filed(call, token)).toBe(1);
    await db.kysely.destroy();
  });
});

/**
 * SQLite is given no more pages. PostgreSQL says what it says of a full disk (53100) when a filing is written: how it behaves
 * when its log has no room either is its own affair; then it stops, which is the next test. Gives what makes room again.
 */
async function withoutRoom(
  kind: DatabaseKind,
  { kysely }: Awaited<ReturnType<typeof openDb>>,
): Promise<() => Promise<unknown>> {
  if (kind === 'SQLite') {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(kysely);
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 4)}`.execute(kysely);
    return () => sql`pragma max_page_count = 1000000`.execute(kysely);
  }
  await sql`create function no_room() returns trigger language plpgsql as
    'begin raise exception using errcode = ''53100'', message = ''could not extend file: No space left on device''; end'`.execute(
    kysely,
  );
  await sql`create trigger no_room after insert on filing_event for each statement execute function no_room()`.execute(
    kysely,
  );
  await sql`create trigger no_room after insert on tally for each statement execute function no_room()`.execute(
    kysely,
  );
  return () => sql`drop function no_room cascade`.execute(kysely);
}

/** What takes the database away from a service that runs, and gives it back. */
type Trouble = {
  place: Place;
  gone: (service: ServiceProcess) => Promise<void>;
  back: (service: ServiceProcess) => Promise<void>;
  end: () => Promise<void>;
};

/** The disk refuses every write of the process; what is read is still there. */
async function refusingDisk(): Promise<Trouble> {
  const place = await freshDatabase('SQLite');
  const limit = (service: ServiceProcess, size: string) => {
    const { status } = spawnSync('prlimit', ['--pid', String(service.pid), `--fsize=${size}:unlimited`]);
    if (status !== 0) throw new Error('prlimit (util-linux) is needed');
  };
  return {
    place,
    gone: async (service) => limit(service, '0'),
    back: async (service) => limit(service, 'unlimited'),
    end: place.remove,
  };
}

/** The database server is shut down, and started again. */
async function stoppedServer(server: DatabaseProcess): Promise<Trouble> {
  return {
    place: { dataDir: '', databaseUrl: server.url },
    gone: server.stop,
    back: server.start,
    end: server.remove,
  };
}

const troubles: Record<DatabaseKind, () => Promise<Trouble>> = {
  SQLite: refusingDisk,
  PostgreSQL: async () => {
    const server = await databaseProcess();
    if (!server) throw new Error('TEST_POSTGRES_URL is not ours to stop');
    return stoppedServer(server);
  },
};

/** `prlimit` is a program of Linux. */
const kinds = databases.filter((kind) => kind === 'PostgreSQL' || process.platform === 'linux');

describe.each(kinds)('where %s goes away and comes back', (kind) => {
  let trouble: Trouble;
  let service: ServiceProcess;
  let given: Awaited<ReturnType<typeof prepared>>;

  beforeAll(async () => {
    trouble = await troubles[kind]();
    given = await prepared(trouble.place);
    service = await startService(trouble.place);
  }, patience);
  afterAll(async () => {
    await service?.kill();
    await trouble?.end();
  });

  it('the service says so and stays up; with the database back it goes on by itself', {
    timeout: patience,
  }, async () => {
    const { share, token } = given;
    expect((await shareWith(service.call, randomUUID(), share)).status).toBe(201);
    await trouble.gone(service);
    const key = randomUUID();
    await expectUnavailable(await shareWith(service.call, key, share), 'unreachable');
    await expectUnavailable(await signInOn(service), 'unreachable');
    expect(await (await service.call('GET', '/healthz')).json()).toEqual({ status: 'ok' });
    expect((await service.call('GET', '/ru')).status).toBe(200);

    await trouble.back(service);
    expect((await shareWith(service.call, key, share)).status).toBe(201);
    expect(await filed(service.call, token)).toBe(2);
    expect(service.said()).toContain('"reason":"unreachable"');
    expect(service.said()).not.toContain('sk-central');
  });

  it('in the middle of many writes: what was answered is there, the rest can be sent again', {
    timeout: patience,
  }, async () => {
    const { share, token } = given;
    const before = await filed(service.call, token);
    const keys = Array.from({ length: 12 }, () => randomUUID());
    let answered = 0;
    const ask = async (key: string) => (await shareWith(service.call, key, share)).status;
    const statuses = await Promise.all(
      keys.map(async (key) => {
        const status = await ask(key);
        if (status === 201 && ++answered === 3) await trouble.gone(service);
        return status;
      }),
    );
    expect(new Set(statuses)).toEqual(new Set([201, 503]));
    await trouble.back(service);
    expect(await filed(service.call, token)).toBeGreaterThanOrEqual(before + answered);
    // 409: of a request that was cut off nobody knows for twenty seconds whether it still runs.
    const again = await Promise.all(keys.map(ask));
    expect([201, 409]).toEqual(expect.arrayContaining(again));
    const done = again.filter((status) => status === 201).length;
    expect(done).toBeGreaterThanOrEqual(answered);
    expect(await filed(service.call, token)).toBeGreaterThanOrEqual(before + done);
    expect(await filed(service.call, token)).toBeLessThanOrEqual(before + keys.length);
  });
});

/** On the page, as a browser sends it. */
function signInOn({ url }: ServiceProcess): Promise<Response> {
  const fields = { 'sign-in.login': 'vera', 'sign-in.password': 'verbose otter', 'sign-in.totp': '123456' };
  const headers = { 'Sec-Fetch-Site': 'same-origin', Connection: 'close' };
  return fetch(`${url}/ru/desk/sign-in`, { method: 'POST', body: new URLSearchParams(fields), headers });
}
