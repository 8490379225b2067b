/** Two real servers on one database: people go from one to the other, and one may die at any moment. */
import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moscowDay } from '#domain/moscow.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import { stretch } from '#sealing/stretch.ts';
import { finderOf } from '#web/by-code.ts';
import { openDb } from '../../src/register/open-register.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { library } from '../support/library.ts';
import { openTestFollowing, type TestFollowing, type TestPerson } from '../support/register.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';

const patience = 300_000; // two servers start and make the program for devices, and the machine may be busy with others

const weekBefore = addWeeks(weekOf(moscowDay(new Date())), -8); // real servers have the real clock
const filing = {
  template: 'crime-report-media',
  authority: 'sk-central',
  channel: 'post',
  filedWeek: weekBefore,
} as const;

/** So many share at once, four times as many in all. */
const filers = 4;

describe.each(databases)('two servers that start at once on one empty %s', (kind) => {
  let place: FreshDatabase;
  let one: ServiceProcess;
  let other: ServiceProcess;
  let test: TestFollowing;
  let vera: TestPerson;
  let share: object;

  beforeAll(async () => {
    place = await freshDatabase(kind);
    [one, other] = await Promise.all([startService(place), startService(place)]);
    test = await openTestFollowing({ ...place, stretch });
    test.setNow(new Date().toISOString());
    const { id, key } = await test.organisation();
    vera = await test.person(id, 'coordinator');
    const sealed = await test.sealing.seal('exact days', [key.recipient]);
    share = { organisation: id, ...filing, events: [], sealed };
  }, patience);
  afterAll(async () => {
    await one?.kill();
    await other?.kill();
    await test?.close();
    await place?.remove();
  });

  const filed = async () => {
    const answer = await other.call('GET', '/api/statistics?by=', { token: vera.token });
    return (await answer.json()).rows[0]?.counts.filed ?? 0;
  };

  it('what one has written the other shows', { timeout: patience }, async () => {
    const { code } = await (await one.call('POST', '/api/filings', { body: share })).json();
    const found = await other.call('POST', '/api/filings/by-code', { body: { code } });
    expect(await found.json()).toMatchObject({ organisation: 'primer', filings: [filing] });
  });

  it('passwords are guessed at no more often on both than on one', { timeout: patience }, async () => {
    const body = { login: vera.login, password: 'a wrong one', totp: '000000' };
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 2 === 0 ? one : other).call('POST', '/api/session', { body }),
      ),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('who is signed in on one is so on both, and signs out of both', { timeout: patience }, async () => {
    const { token } = await test.person('primer', 'caseworker');
    for (const server of [one, other])
      expect((await server.call('GET', '/api/today', { token })).status).toBe(200);
    expect((await other.call('DELETE', '/api/session', { token })).status).toBe(204);
    expect((await one.call('GET', '/api/today', { token })).status).toBe(401);
  });

  it('one is killed in the middle of writes, the other is asked again: nothing is lost, nothing doubled', {
    timeout: patience,
  }, async () => {
    const before = await filed();
    let answered = 0;
    const codes = await Promise.all(
      Array.from({ length: 4 * filers }, async () => {
        const key = randomUUID();
        const code = await shareOn(one, key, share).catch(() => undefined); // its line was cut
        if (code === undefined) return again(other, key, share, place);
        if (++answered === filers) void one.kill();
        return code;
      }),
    );
    expect(answered).toBeGreaterThanOrEqual(filers);
    expect(answered).toBeLessThan(codes.length);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes)
      expect(await test.register.shared.find(await finderOf(test, code))).toBeDefined();
    expect(await filed()).toBe(before + codes.length);
    expect(await test.register.audit.verify('primer')).toMatchObject({ ok: true });
  });
});

/** The code of the case; undefined where the first request still seems to run: then people are told in how many seconds to come. */
async function shareOn(server: ServiceProcess, key: string, share: object): Promise<string | undefined> {
  const headers = { 'Idempotency-Key': key };
  const answer = await server.call('POST', '/api/filings', { body: share, headers });
  if (answer.status === 409) return undefined;
  if (answer.status !== 201) throw new Error(`answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()).code;
}

async function again(
  server: ServiceProcess,
  key: string,
  share: object,
  place: FreshDatabase,
): Promise<string> {
  const code = await shareOn(server, key, share);
  if (code !== undefined) return code;
  await timePasses(place, key);
  return again(server, key, share, place);
}

/** For the request with this key alone. */
async function timePasses(place: FreshDatabase, key: string): Promise<void> {
  const db = await openDb({ ...place, library, now: () => new Date() });
  const kept = createHash('sha256').update(key).digest('hex');
  await db.write((trx) =>
    trx.updateTable('idempotency').set({ expires: 0 }).where('key', '=', kept).execute(),
  );
  await db.kysely.destroy();
}
