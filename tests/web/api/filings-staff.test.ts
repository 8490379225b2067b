/** Staff through the API: signing in, the register, one case by two people, a table, an export, counts, the log. */
import { Secret, TOTP } from 'otpauth';
import { afterAll, describe, expect, it } from 'vitest';
import { credentialOf, newSecret } from '#web/desk/second-factor.ts';
import { armorFor, entered, facts, openRegisterService, thisWeek, weeksAgo } from './register-service.ts';

const service = await openRegisterService();
const { call, test, following } = service;
const ours = await test.organisation('ours');
const coordinator = await test.person('ours', 'coordinator');
const caseworker = await test.person('ours', 'caseworker');
const analyst = await test.person('ours', 'analyst');
afterAll(() => test.close());

const as =
  (token: string) =>
  (method: string, path: string, body?: unknown, headers = {}) =>
    call(method, `/api/${path}`, { token, headers, ...(body !== undefined && { body }) });
const ask = as(coordinator.token);
const oneCase = () => entered(service, 'ours', ours.key.recipient);

describe('somebody who signs in as a program', async () => {
  const secret = newSecret();
  await test.register.people.invite(
    { organisation: 'ours' },
    'ab'.repeat(32),
    'caseworker',
    Number.MAX_SAFE_INTEGER,
  );
  const credential = await credentialOf(following, 'a long passphrase', secret);
  await test.register.people.accept(
    'ab'.repeat(32),
    { login: 'lena', credential },
    following.now().getTime(),
  );
  const codeAt = () =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: following.now().getTime() });
  const signIn = (changes = {}) =>
    call('POST', '/api/session', {
      body: { login: 'lena', password: 'a long passphrase', totp: codeAt(), ...changes },
    });

  it('gets a token that opens the register until they sign out', async () => {
    const response = await signIn();
    expect(response.status).toBe(200);
    expect(response.headers.get('Set-Cookie')).toBeNull();
    const { token, person } = await response.json();
    expect(person).toMatchObject({ organisation: 'ours', role: 'caseworker' });
    expect((await as(token)('GET', 'filings')).status).toBe(200);
    expect((await as(token)('DELETE', 'session')).status).toBe(204);
    expect((await as(token)('GET', 'filings')).status).toBe(401);
  });

  it('is refused in the same words whatever is wrong', async () => {
    test.setNow('2026-12-01T10:00:00Z');
    const wrong = [{ login: 'nobody' }, { password: 'x' }, { totp: '000000' }];
    const told = [];
    for (const one of wrong) {
      const response = await signIn(one);
      told.push([response.status, await response.text()]);
    }
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(told[0]?.[0]).toBe(401);
    test.setNow('2026-12-01T09:00:00Z');
  });
});

describe('the register', () => {
  it('is filtered and goes on page by page', async () => {
    for (let many = 0; many < 3; many++) await oneCase();
    const page = async (query: string) => (await ask('GET', `filings?${query}`)).json();
    const first = await page('limit=2&authority=sk-central&sort=filed');
    expect(first.filings).toHaveLength(2);
    const second = await page(
      `limit=2&authority=sk-central&sort=filed&after=${encodeURIComponent(first.next)}`,
    );
    expect(second.filings.length).toBeGreaterThan(0);
    const ids = [...first.filings, ...second.filings].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await page('authority=gp-central')).filings).toEqual([]);
    expect((await page('state=overdue')).filings.length).toBeGreaterThan(0);
  });

  it.each(['authority', 'template', 'assignee'])('is sorted by %s, each filing on one page', async (sort) => {
    for (let many = 0; many < 3; many++) await oneCase();
    const page = async (query: string) => (await ask('GET', `filings?sort=${sort}&${query}`)).json();
    const all = (await page('limit=200')).filings.map(({ id }: { id: string }) => id);
    const walked: string[] = [];
    for (let after = ''; walked.length <= all.length; ) {
      const { filings, next } = await page(`limit=2${after && `&after=${encodeURIComponent(after)}`}`);
      walked.push(...filings.map(({ id }: { id: string }) => id));
      if (next === null) break;
      after = next;
    }
    expect(walked).toEqual(all);
  });

  it.each([
    'state=never',
    'limit=0',
    'limit=201',
    'limit=1e9',
    'authority=ministry',
    'colour=red',
    'sort=id',
  ])('tells that %s is no filter', async (query) => {
    expect((await ask('GET', `filings?${query}`)).status).toBe(422);
  });

  it('tells what is overdue today', async () => {
    await oneCase();
    const today = await (await ask('GET', 'today?limit=1')).json();
    expect(Object.keys(today).sort()).toEqual(['arrived', 'due', 'overdue', 'own', 'turn']);
    expect(today.overdue.filings).toHaveLength(1);
    expect(today.overdue.count).toBeGreaterThan(1);
  });

  it('takes a case with tags of the organisation, and no other word', async () => {
    const sealed = await armorFor(test, ours.key.recipient);
    const made = await ask('POST', 'cases', { filings: [facts], sealed, tags: ['срочно'] });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    expect((await test.register.cases.get(coordinator.actor, id))?.tags).toEqual(['срочно']);
    const wrong = await ask('POST', 'cases', { filings: [facts], sealed, tags: ['срочно', 'Иванов'] });
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).errors).toMatchObject([{ path: 'tags.1', code: 'choice' }]);
  });

  it('tells where the next word is ours, until a document was filed since', async () => {
    const { filing } = await oneCase();
    const turns = async () => {
      const { turn } = await (await ask('GET', 'today')).json();
      return turn.filings.map(({ id }: { id: string }) => id);
    };
    expect(await turns()).not.toContain(filing);
    const letter = { kind: 'treated-as-appeal', week: thisWeek };
    const sealed = await armorFor(test, ours.key.recipient);
    const told = await ask('POST', `filings/${filing}/events`, { ...letter, sealed }, { 'If-Match': '"1"' });
    expect(told.status).toBe(200);
    expect(await turns()).toContain(filing);
    const next = { ...facts, template: 'complaint-treated-as-appeal', filedWeek: thisWeek, events: [] };
    const filings = [{ ...facts, events: [...facts.events, letter] }, next];
    const changed = await ask('PUT', `filings/${filing}`, { filings, sealed }, { 'If-Match': '"2"' });
    expect(changed.status).toBe(200);
    expect(await turns()).not.toContain(filing);
  });
});

describe('one case', () => {
  it('is read with its sealed facts and its version, and the log tells that it was', async () => {
    const { id, filing, sealed } = await oneCase();
    const response = await ask('GET', `filings/${filing}`);
    expect(response.headers.get('ETag')).toBe('"1"');
    expect(await response.json()).toMatchObject({ id, sealed, filings: [facts] });
    const { entries } = await (await ask('GET', 'audit?limit=1')).json();
    expect(entries).toEqual([
      expect.objectContaining({ action: 'sealed-viewed', subject: id, person: coordinator.actor.person }),
    ]);
  });

  it('that two people edit: the later one is told, and nothing is lost', async () => {
    const { filing, sealed } = await oneCase();
    const more = await armorFor(test, ours.key.recipient, 'more');
    const events = [{ kind: 'registered', week: weeksAgo(7) }];
    const first = await ask(
      'POST',
      `filings/${filing}/events`,
      { events, sealed: more },
      { 'If-Match': '"1"' },
    );
    expect([first.status, first.headers.get('ETag')]).toEqual([200, '"2"']);
    const late = await as(caseworker.token)(
      'POST',
      `filings/${filing}/events`,
      { sealed },
      { 'If-Match': '"1"' },
    );
    expect([late.status, await late.json()]).toEqual([412, expect.objectContaining({ sent: 1, now: 2 })]);
    expect(await (await ask('GET', `filings/${filing}`)).json()).toMatchObject({ sealed: more, version: 2 });
  });

  it('takes one event written flat, and says what is missing of it', async () => {
    const { filing } = await oneCase();
    const add = (body: object) => ask('POST', `filings/${filing}/events`, body);
    expect((await add({ kind: 'refused', week: weeksAgo(3) })).status).toBe(200);
    for (const body of [{ kind: 'refused' }, { week: thisWeek }, {}])
      expect((await add(body)).status).toBe(422);
    const { filings } = await (await ask('GET', 'filings?standing=refused')).json();
    expect(filings.map(({ id }: { id: string }) => id)).toContain(filing);
  });

  it('is given to a colleague who works on cases, and to nobody else', async () => {
    const { filing } = await oneCase();
    const assign = async (person: string | null) =>
      (await ask('PUT', `filings/${filing}/assignee`, { person })).status;
    expect(await assign(caseworker.actor.person)).toBe(200);
    const mine = await (await ask('GET', `filings?assignee=${caseworker.actor.person}`)).json();
    expect(mine.filings).toHaveLength(1);
    expect([await assign(analyst.actor.person), await assign('nobody-at-all')]).toEqual([422, 422]);
    expect(await assign(null)).toBe(200);
  });

  it('has tags of the organisation only, because they lie in clear', async () => {
    const { filing } = await oneCase();
    const tag = (tags: string[]) => ask('PUT', `filings/${filing}/tags`, { tags });
    const set = await tag(['срочно', 'срочно']);
    expect([set.status, await set.json()]).toEqual([200, expect.objectContaining({ tags: ['срочно'] })]);
    const refused = await tag(['Иванов']);
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain('Иванов');
  });

  it('is deleted', async () => {
    const { filing } = await oneCase();
    expect((await ask('DELETE', `filings/${filing}`)).status).toBe(204);
    expect((await ask('GET', `filings/${filing}`)).status).toBe(404);
  });
});

describe('a table of filings', () => {
  const heading = 'document;office;channel;filed;number;note';
  const row = `${facts.template};${facts.authority};in-person;05.10.2026;;`;
  const send = (table: string | Uint8Array<ArrayBuffer>, query = '') =>
    service.app.request(`/api/imports${query}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${coordinator.token}`, 'Content-Type': 'text/csv' },
      body: table,
    });
  const count = async () => (await (await ask('GET', 'filings?limit=200')).json()).filings.length;

  it('is looked at without being taken over', async () => {
    const before = await count();
    const told = await send(`${heading}\r\n${row}\r\n`, '?dryRun=true');
    expect([told.status, await told.json()]).toEqual([200, { dryRun: true, rows: 1, warnings: [] }]);
    const twice = await send(`${heading}\r\n${row}\r\n${row}\r\n`, '?dryRun=true');
    expect((await twice.json()).warnings).toMatchObject([{ row: 3, code: 'duplicate' }]);
    expect(await count()).toBe(before);
  });

  it('is taken over as a whole, each row sealed to the organisation', async () => {
    const before = await count();
    const told = await send(`${heading}\r\n${row}\r\n${row.replace('05.10', '06.10')}note of mine\r\n`);
    expect(told.status).toBe(201);
    expect((await told.json()).cases).toHaveLength(2);
    expect(await count()).toBe(before + 2);
    const text = await (await ask('GET', 'exports?format=json')).text();
    expect(text).not.toContain('note of mine');
    const exported = JSON.parse(text).cases as { sealed: string; origin: string }[];
    const opened = await Promise.all(
      exported
        .filter(({ origin }) => origin === 'import')
        .map(({ sealed }) => test.sealing.open(sealed, ours.key.identity)),
    );
    expect(opened.join()).toContain('note of mine');
    expect(opened.join()).toContain('2026-10-06');
  });

  it('with one wrong row changes nothing, and the row, the column and the reason are told', async () => {
    const before = await count();
    const told = await send(`${heading}\r\n${row}\r\n${row.replace('05.10.2026', '31.02.2026')}\r\n`);
    expect(told.status).toBe(422);
    const { errors } = await told.json();
    expect(errors).toEqual([
      { row: 3, column: 'filed', code: 'date', message: expect.stringMatching(/\.$/) },
    ]);
    expect(await count()).toBe(before);
  });

  it('may be in the letters of an older spreadsheet, also where it is sent once', async () => {
    const cp1251 = Uint8Array.from(
      [...`${heading}\r\n${row}`].map((one) => one.charCodeAt(0)).concat(0xcf, 0xf0, 0xe8),
    ); // «При»
    const told = await service.app.request('/api/imports', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${coordinator.token}`,
        'Content-Type': 'text/csv',
        'Idempotency-Key': 'a-key-for-one-table',
      },
      body: cp1251,
    });
    expect(told.status).toBe(201);
    const { cases } = await told.json();
    const found = await test.register.cases.get(coordinator.actor, cases[0]);
    expect(await test.sealing.open(found?.sealed ?? '', ours.key.identity)).toContain('При');
  });

  it('is of another type: it is told which types there are', async () => {
    const told = await call('POST', '/api/imports', {
      token: coordinator.token,
      body: 'x',
      headers: { 'Content-Type': 'application/pdf' },
    });
    expect([told.status, (await told.json()).detail]).toEqual([415, expect.stringContaining('text/csv')]);
  });
});

describe('an export', () => {
  it('opens in a Russian spreadsheet, and no cell of it is a formula', async () => {
    await test.register.organisations.change(coordinator.actor, { tags: ['срочно', '=1+1'] });
    const { filing } = await oneCase();
    await ask('PUT', `filings/${filing}/tags`, { tags: ['=1+1'] });
    const response = await ask('GET', 'exports?format=csv');
    expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="register.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toMatch(/^case;filing;template;[\w;]+\r\n/);
    expect(text).toContain(`"'=1+1"`);
    expect(text).not.toMatch(/(^|[;"])[=+@-]/m);
  });

  it('stands in the log', async () => {
    await ask('GET', 'exports');
    const { entries, next } = await (await ask('GET', 'audit?limit=1')).json();
    expect(entries[0].action).toBe('exported');
    const { entries: older } = await (await ask('GET', `audit?limit=2&before=${next}`)).json();
    expect(older.map(({ seq }: { seq: number }) => seq)).toEqual([next - 1, next - 2]);
  });
});

describe('counts', () => {
  const counts = async (token: string, query = '') => (await as(token)('GET', `statistics${query}`)).json();

  it('are exact for those who see the filings, and without the small ones for the analyst', async () => {
    const small = { ...facts, events: [], authority: 'gp-central' as const };
    const sealed = await armorFor(test, ours.key.recipient);
    await test.register.cases.add(coordinator.actor, { filings: [small], sealed }, '2026-12-01');
    const at = ({ rows }: { rows: { group: { authority: string }; counts: { filed: unknown } }[] }) =>
      rows.find(({ group }) => group.authority === 'gp-central')?.counts.filed;
    const [exact, told] = [await counts(caseworker.token), await counts(analyst.token)];
    expect([exact.exact, at(exact)]).toEqual([true, 1]);
    expect([told.exact, at(told)]).toEqual([false, null]);
    const sum = await counts(analyst.token, '?by=authority');
    expect(at(sum)).toBeNull();
  });

  it.each(['name', 'authority,authority', 'authority;month', 'constructor'])(
    'by %s there are none',
    async (by) => {
      expect((await as(analyst.token)('GET', `statistics?by=${by}`)).status).toBe(422);
    },
  );

  it('are public only where the organisation wants it', async () => {
    const asked = async () => {
      const response = await call('GET', '/api/organisations/ours/statistics');
      return [response.status, await response.text()] as const;
    };
    const unknown = await (await call('GET', '/api/organisations/nobody/statistics')).text();
    expect(await asked()).toEqual([404, unknown]);
    const head = await test.person('ours', 'administrator');
    await test.register.organisations.change(head.actor, { publicStatistics: true });
    const [status, text] = await asked();
    expect([status, JSON.parse(text).exact]).toEqual([200, false]);
  });
});
