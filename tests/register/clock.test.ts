/** The clock of the server jumps back by a day, over the border of a week: nothing is lost, nothing opens, and people are told. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { moscowDay } from '#domain/moscow.ts';
import { credentialOf, newSecret } from '../../src/web/desk/second-factor.ts';
import { signInLimits } from '../../src/web/desk/sign-in.ts';
import { content } from '../support/facts.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import type { TestPerson } from '../support/register.ts';
import { openService } from '../support/site.ts';
import { codeOf } from '../web/desk/visitor.ts';

const monday = '2026-11-30T09:00:00Z';
const sunday = '2026-11-29T09:00:00Z';
const ofMonday = '2026-W49';
const password = 'verbose otter near the pond';

onEachDatabase(async ({ test }) => {
  test.setNow(monday);
  const { recipient } = (await test.organisation()).key;
  const { following } = test;
  const { app } = openService({ following, today: () => moscowDay(following.now()) });
  const call = async (path: string, body?: object, headers: Record<string, string> = {}) =>
    app.request(path, {
      method: body ? 'POST' : 'GET',
      headers: { 'Content-Type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const page = async (fields: Record<string, string>) => {
    const headers = { 'Sec-Fetch-Site': 'same-origin' };
    const body = new URLSearchParams(fields);
    return (await app.request('/en/desk/sign-in', { method: 'POST', headers, body })).text();
  };
  const bearer = ({ token }: Pick<TestPerson, 'token'>) => ({ Authorization: `Bearer ${token}` });

  /** With a password and a phone, signed in by them. */
  async function withPhone() {
    const [invitation, login, secret] = [
      randomBytes(32).toString('hex'),
      randomBytes(6).toString('hex'),
      newSecret(),
    ];
    const at = test.following.now().getTime();
    await test.register.people.invite({ organisation: 'primer' }, invitation, 'coordinator', at + 60_000);
    const credential = await credentialOf(test, password, secret);
    await test.register.people.accept(invitation, { login, credential }, at);
    const signIn = (phone: string) =>
      call('/api/session', { login, password, totp: codeOf(secret, new Date(phone)) });
    return { login, secret, signIn, token: (await (await signIn(monday)).json()).token as string };
  }

  it('whoever was signed in is asked to sign in again; a code of a phone that is right does not fit, and the page names the clock', async () => {
    test.setNow(monday);
    const { login, secret, signIn, token } = await withPhone();
    expect((await call('/api/today', undefined, bearer({ token }))).status).toBe(200);
    test.setNow(sunday);
    expect((await call('/api/today', undefined, bearer({ token }))).status).toBe(401);
    expect((await signIn('2026-11-30T09:01:00Z')).status).toBe(401);
    const totp = codeOf(secret, new Date('2026-11-30T09:01:00Z'));
    const said = await page({ 'sign-in.login': login, 'sign-in.password': password, 'sign-in.totp': totp });
    expect(said).toMatch(/clock/i);
    expect(said).toContain(login);
    test.setNow('2026-11-30T09:02:00Z');
    expect((await signIn('2026-11-30T09:02:00Z')).status).toBe(200);
  });

  it('a code that was used yesterday, or tomorrow, is not taken again', async () => {
    test.setNow(monday);
    const { signIn } = await withPhone();
    test.setNow(sunday);
    expect((await signIn(sunday)).status).toBe(401);
    test.setNow(monday);
    expect((await signIn(monday)).status).toBe(401);
  });

  it('whoever guessed too often is still kept out', async () => {
    test.setNow(monday);
    const login = randomBytes(6).toString('hex');
    const guess = async () => (await call('/api/session', { login, password, totp: '000000' })).status;
    for (let attempt = 0; attempt < signInLimits.perLogin; attempt++) await guess();
    expect(await guess()).toBe(429);
    test.setNow(sunday);
    expect(await guess()).toBe(429);
    test.setNow(new Date(Date.parse(sunday) + signInLimits.seconds * 1000).toISOString());
    expect(await guess()).toBe(401);
  });

  it('a case of a week that has not begun yet is still found, counted and kept; the log goes on in its order', async () => {
    test.setNow(monday);
    const { actor } = await test.person('primer', 'coordinator');
    const sealed = await test.sealing.seal('exact days', [recipient]);
    const share = { organisation: 'primer', ...content({ filedWeek: ofMonday }).filings[0], sealed };
    const key = { 'Idempotency-Key': randomBytes(16).toString('hex') };
    const { code } = await (await call('/api/filings', share, key)).json();
    const before = (await test.register.audit.list(actor, undefined, 1))[0];

    test.setNow(sunday);
    const vera = await test.person('primer', 'coordinator');
    expect(await test.register.deleteExpired('2026-11-29')).toBe(0);
    expect(await (await call('/api/filings/by-code', { code })).json()).toMatchObject({ sealed });
    const { arrived } = await (await call('/api/today', undefined, bearer(vera))).json();
    expect(arrived.count).toBeGreaterThanOrEqual(1);
    const { rows } = await (await call('/api/statistics?by=month', undefined, bearer(vera))).json();
    expect(rows[0].counts.filed).toBeGreaterThanOrEqual(1);

    const refused = await call('/api/filings/by-code/events', {
      code,
      events: [{ kind: 'registered', week: ofMonday }],
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toMatch(/week-in-future/);
    expect((await call('/api/filings', { ...share, filedWeek: '2026-W48' })).status).toBe(201);
    const after = await test.register.audit.list(actor, undefined, 50);
    expect(after[0]?.seq).toBeGreaterThan(before?.seq ?? 0);
    for (const { at } of after.filter((one) => one.seq > (before?.seq ?? 0)))
      expect(at.startsWith('2026-W') ? at >= ofMonday : at >= monday, at).toBe(true);
    expect(await test.register.audit.verify('primer')).toMatchObject({ ok: true });

    test.setNow(monday);
    expect(await (await call('/api/filings', share, key)).json()).toEqual({ code });
    const events = [{ kind: 'registered', week: ofMonday }];
    expect((await call('/api/filings/by-code/events', { code, events })).status).toBe(200);
  });
});
