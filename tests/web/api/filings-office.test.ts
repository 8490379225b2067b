/** What the pages of the desk can, programs can too: scans, people, settings, the key as it is kept, the log. */
import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '#web/sha256.ts';
import { armorFor, entered, openRegisterService, shared } from './register-service.ts';

const service = await openRegisterService();
const { call, test } = service;
const ours = await test.organisation('ours');
await test.organisation('theirs');
const caseworker = await test.person('ours', 'caseworker');
const boss = await test.person('ours', 'administrator');
const stranger = await test.person('theirs', 'administrator');
afterAll(() => test.close());

const as =
  ({ token }: { token: string }) =>
  (method: string, path: string, body?: unknown, headers = {}) =>
    call(method, `/api/${path}`, { token, headers, ...(body !== undefined && { body }) });
const ask = as(boss);
const work = as(caseworker);

/** As the browser seals it, in an armor. */
async function sealedScan(text: string): Promise<string> {
  const bytes = await test.sealing.sealBytes(new TextEncoder().encode(text), [ours.key.recipient]);
  const lines =
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN AGE ENCRYPTED FILE-----\n${lines.join('\n')}\n-----END AGE ENCRYPTED FILE-----\n`;
}

async function opened(response: Response): Promise<string | undefined> {
  const bytes = await test.sealing.openBytes(new Uint8Array(await response.arrayBuffer()), ours.key.identity);
  return bytes && new TextDecoder().decode(bytes);
}

describe('a scan of an answer', () => {
  it('goes in and comes out by staff, byte for byte, and who took it stands in the log', async () => {
    const { id, filing } = await entered(service, 'ours', ours.key.recipient);
    const added = await work('POST', `filings/${filing}/scans`, { sealed: await sealedScan('an answer') });
    expect(added.status).toBe(201);
    const scan = (await added.json()).id;
    const taken = await work('GET', `filings/${filing}/scans/${scan}`);
    expect(taken.headers.get('Content-Type')).toBe('application/octet-stream');
    expect(await opened(taken)).toBe('an answer');
    const [last] = await test.register.audit.ofCase(caseworker.actor, id);
    expect(last).toMatchObject({ action: 'sealed-viewed', person: caseworker.actor.person });
    const other = await entered(service, 'ours', ours.key.recipient);
    expect((await work('GET', `filings/${other.filing}/scans/${scan}`)).status).toBe(404);
  });

  it('goes in and comes out by code, and staff read it too', async () => {
    const code = await shared(service, ours);
    const added = await call('POST', '/api/filings/by-code/scans', {
      body: { code, sealed: await sealedScan('a photograph') },
    });
    const { id: scan } = await added.json();
    const taken = await call('POST', '/api/filings/by-code/scan', { body: { code, scan } });
    expect(await opened(taken)).toBe('a photograph');
    const other = await shared(service, ours);
    const stolen = await call('POST', '/api/filings/by-code/scan', { body: { code: other, scan } });
    expect(stolen.status).toBe(404);
  });

  it('that is not sealed is refused', async () => {
    const { filing } = await entered(service, 'ours', ours.key.recipient);
    const { errors } = await (await work('POST', `filings/${filing}/scans`, { sealed: 'a letter' })).json();
    expect(errors[0]).toMatchObject({ path: 'sealed', code: 'not-sealed' });
  });

  it('that is sent twice with one key is there once', async () => {
    const { id, filing } = await entered(service, 'ours', ours.key.recipient);
    const body = { sealed: await sealedScan('once') };
    const headers = { 'Idempotency-Key': 'one-key-for-one-scan' };
    const send = async () => (await work('POST', `filings/${filing}/scans`, body, headers)).json();
    expect(await send()).toEqual(await send());
    expect((await test.register.cases.get(caseworker.actor, id))?.scans).toHaveLength(1);
  });
});

it('what a filer sent is new until somebody says that it was seen', async () => {
  await shared(service, ours);
  const today = async () => (await (await work('GET', 'today')).json()).arrived;
  const before = await today();
  const [{ id }] = before.filings;
  expect((await work('PUT', `filings/${id}/seen`)).status).toBe(204);
  expect((await today()).count).toBe(before.count - 1);
});

describe('the people of an organisation', () => {
  it('are invited by a token that the register does not hold, and that lets one person in', async () => {
    const { token, expires } = await (await ask('POST', 'people/invitations', { role: 'analyst' })).json();
    const now = service.following.now().getTime();
    expect(new Date(expires).getTime()).toBeGreaterThan(now);
    expect(await test.register.people.invitation(token, now)).toBeUndefined();
    expect((await test.register.people.invitation(await sha256(token), now))?.role).toBe('analyst');
  });

  it('get another role, lose their access and their password, and the old sitting with it', async () => {
    const { actor, token } = await test.person('ours', 'caseworker');
    const path = `people/${actor.person}`;
    expect(await (await ask('PUT', path, { role: 'analyst' })).json()).toMatchObject({ role: 'analyst' });
    expect((await as({ token })('GET', 'filings')).status).toBe(403);
    const reset = await ask('POST', `${path}/reset`);
    expect([reset.status, (await reset.json()).token]).toEqual([
      201,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
    expect((await as({ token })('GET', 'filings')).status).toBe(401);
    await ask('PUT', path, { active: false });
    const { people } = await (await ask('GET', 'people')).json();
    expect(people).toContainEqual(expect.objectContaining({ id: actor.person, active: false }));
    expect((await ask('PUT', path, {})).status).toBe(422);
  });

  it('are unknown to an administrator of another organisation, and so is oneself', async () => {
    for (const [asking, id] of [
      [as(stranger), caseworker.actor.person],
      [ask, boss.actor.person],
    ] as const) {
      expect((await asking('PUT', `people/${id}`, { active: false })).status).toBe(404);
      expect((await asking('POST', `people/${id}/reset`)).status).toBe(404);
    }
    expect((await test.register.people.get(caseworker.actor.person))?.active).toBe(true);
    expect(JSON.stringify(await (await as(stranger)('GET', 'people')).json())).not.toContain(
      caseworker.login,
    );
  });
});

describe('the settings', () => {
  const read = async () => (await ask('GET', 'settings')).json();

  it('are read and changed as a whole', async () => {
    const before = await read();
    const changed = { ...before, retentionMonths: 12, tags: ['новое', 'новое'] };
    expect((await ask('PUT', 'settings', changed)).status).toBe(200);
    expect(await read()).toEqual({ ...changed, tags: ['новое'] });
    expect((await ask('PUT', 'settings', before)).status).toBe(200);
  });

  it.each([
    [{ retentionMonths: 0 }, 'retentionMonths'],
    [{ statusChecked: null }, 'statusChecked'],
    [{ statusChecked: '2026-13-01' }, 'statusChecked'],
    [{ statusChecked: '2030-01-01' }, 'statusChecked'],
    [{ name: undefined }, 'name'],
    [{ recipient: 'age1' }, 'recipient'],
  ])('%j is refused by its name, and nothing is changed', async (change, path) => {
    const before = await read();
    const { errors } = await (await ask('PUT', 'settings', { ...before, ...change })).json();
    expect(errors.map((one: { path: string }) => one.path)).toEqual([path]);
    expect(await read()).toEqual(before);
  });

  it('of an organisation that is banned as extremist show no name, and keep it', async () => {
    const name = { ru: 'Запретное имя', en: 'Forbidden name' };
    await test.organisation('banned', { statusInRussia: 'extremist', name });
    const its = as(await test.person('banned', 'administrator'));
    const shown = await (await its('GET', 'settings')).json();
    expect(shown.name).toBeNull();
    const { name: _, ...rest } = shown;
    const changed = await its('PUT', 'settings', { ...rest, retentionMonths: 6 });
    expect([changed.status, await changed.text()]).toEqual([
      200,
      expect.not.stringMatching(/Запретное|Forbidden/),
    ]);
    expect((await test.register.organisations.get('banned'))?.name).toEqual(name);
  });
});

it('the key goes out sealed: with the passphrase a client opens what is sealed, the service learns nothing', async () => {
  const { sealedKey, salt } = await (await work('GET', 'key')).json();
  const pair = await test.sealing.passphraseKeys(ours.passphrase, new Uint8Array(Buffer.from(salt, 'hex')));
  const identity = (await test.sealing.open(sealedKey, pair.identity)) ?? '';
  const facts = await armorFor(test, ours.key.recipient, 'exact days');
  expect(await test.sealing.open(facts, identity)).toBe('exact days');
  expect(JSON.stringify(sealedKey)).not.toContain(identity);
});

it('the log is verified', async () => {
  const { ok, entries, head } = await (await ask('GET', 'audit/verification')).json();
  const [last] = await test.register.audit.list(boss.actor, undefined, 1);
  expect([ok, entries, head]).toEqual([true, last?.seq, last?.hash]);
});
