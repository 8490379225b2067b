/** Programs meet the same register on both databases: shared, come back to, edited by two, asked in words no database likes. */
import { afterAll, describe, expect, it } from 'vitest';
import { databases, freshDatabase } from '../support/fresh-database.ts';
import {
  entered,
  openRegisterService,
  shareBody,
  shared,
  thisWeek,
  weeksAgo,
} from '../web/api/register-service.ts';

describe.each(databases)('on %s', async (kind) => {
  const database = await freshDatabase(kind);
  const service = await openRegisterService({}, database);
  const { call, test, faults } = service;
  const ours = await test.organisation('ours');
  const { token } = await test.person('ours', 'coordinator');
  afterAll(async () => {
    await test.close();
    await database.remove();
  });

  it('a filer shares twice with one key and has one code, and adds two answers at once', async () => {
    const [body, headers] = [await shareBody(test, ours), { 'Idempotency-Key': `key-of-${kind}-0123456789` }];
    const share = async () => (await call('POST', '/api/filings', { body, headers })).json();
    const { code } = await share();
    expect(await share()).toEqual({ code });
    const add = (kind: string) =>
      call('POST', '/api/filings/by-code/events', { body: { code, events: [{ kind, week: weeksAgo(1) }] } });
    const both = await Promise.all([add('registered'), add('refused')]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    const { filings, version } = await (
      await call('POST', '/api/filings/by-code', { body: { code } })
    ).json();
    expect([version, filings[0].events.length]).toEqual([3, 3]);
  });

  it('of two people who edit one version one is told', async () => {
    const { filing, sealed } = await entered(service, 'ours', ours.key.recipient);
    const edit = () =>
      call('POST', `/api/filings/${filing}/events`, {
        token,
        body: { sealed, kind: 'registered', week: thisWeek },
        headers: { 'If-Match': '"1"' },
      });
    const both = await Promise.all([edit(), edit()]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('an address with a byte that PostgreSQL takes for no letter leads nowhere, and breaks nothing', async () => {
    for (const path of [
      '/ru/statistics/%00',
      '/ru/desk/case/%00',
      '/en/desk/people/a%00b',
      '/ru/desk/register?assignee=%00',
    ])
      expect((await call('GET', path, { token })).status, path).toBe(404);
    expect(faults.map(({ error }) => error.message)).toEqual([]);
  });

  it.each([`' or '1'='1`, `'; drop table register_case; --`, 'x\u0000', '\ud800', '%', '\\', '$1'])(
    '%j is asked of no statement',
    async (attack) => {
      const { filing } = await entered(service, 'ours', ours.key.recipient);
      const code = await shared(service, ours);
      const path = encodeURIComponent(attack.replace('\ud800', '\ufffd'));
      const asked = [
        call('GET', `/api/filings/${path}`, { token }),
        call('DELETE', `/api/filings/${path}`, { token }),
        call('GET', `/api/filings?after=${path}`, { token }),
        call('GET', `/api/filings?tag=${path}`, { token }),
        call('GET', `/api/filings?assignee=${path}`, { token }),
        call('GET', `/api/organisations/${path}/statistics`),
        call('PUT', `/api/filings/${filing}/tags`, { token, body: { tags: [attack] } }),
        call('PUT', `/api/filings/${filing}/assignee`, { token, body: { person: attack } }),
        call('POST', '/api/filings/by-code', { body: { code: attack } }),
        call('POST', '/api/filings', { body: { ...(await shareBody(test, ours)), organisation: attack } }),
        call('POST', '/api/session', { body: { login: attack, password: attack, totp: attack } }),
        call('GET', '/api/today', { headers: { Cookie: `__Host-desk=${path}` } }),
      ];
      for (const one of await Promise.all(asked)) expect([200, 401, 404, 422]).toContain(one.status);
      expect(faults.map(({ error }) => error.message)).toEqual([]);
      expect((await call('POST', '/api/filings/by-code', { body: { code } })).status).toBe(200);
    },
  );
});
