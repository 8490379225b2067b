/** Who may do what through the API: every route, every role, nobody, and the other organisation, from one table. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#domain/register/roles.ts';
import {
  type Call,
  entered,
  facts,
  openRegisterService,
  shareBody,
  shared,
  thisWeek,
} from './register-service.ts';

const service = await openRegisterService();
const { app, call, test } = service;
const ours = await test.organisation('ours', { publicStatistics: true });
await test.organisation('theirs');
/** Whom others change; nobody signs in as them here. */
const bystander = await test.person('ours', 'analyst');
afterAll(() => test.close());

const callers = ['signed out', ...roles, 'coordinator of another'] as const;
const tokens = new Map<string, string>();
beforeAll(async () => {
  for (const role of roles) tokens.set(role, (await test.person('ours', role)).token);
  tokens.set('coordinator of another', (await test.person('theirs', 'coordinator')).token);
});

type Fixture = { filing: string; code: string; armor: string; scan: string; person: string };
type Row = {
  /** Signed out; coordinator, caseworker, analyst, administrator; coordinator of the other organisation. */
  may: readonly [number, number, number, number, number, number];
  body?: (fixture: Fixture) => unknown;
  query?: string;
  headers?: Record<string, string>;
};

const everybody = (status: number): Row['may'] => [status, status, status, status, status, status];
const ok = 200;

const table: Readonly<Record<string, Row>> = {
  'POST /api/filings': { may: everybody(201), body: () => shareBody(test, ours) },
  'POST /api/filings/by-code': { may: everybody(ok), body: ({ code }) => ({ code }) },
  'POST /api/filings/by-code/events': {
    may: everybody(ok),
    body: ({ code }) => ({ code, events: [{ kind: 'registered', week: thisWeek }] }),
  },
  'POST /api/filings/by-code/change': {
    may: everybody(ok),
    body: ({ code, armor }) => ({ code, filings: [facts], sealed: armor }),
    headers: { 'If-Match': '*' },
  },
  'POST /api/filings/by-code/scans': {
    may: everybody(201),
    body: ({ code, armor }) => ({ code, sealed: armor }),
  },
  'POST /api/filings/by-code/scan': { may: everybody(404), body: ({ code }) => ({ code, scan: 'none' }) },
  'POST /api/filings/by-code/withdraw': {
    may: everybody(ok),
    body: ({ code, armor }) => ({ code, sealed: armor }),
  },
  'POST /api/filings/by-code/delete': { may: everybody(204), body: ({ code }) => ({ code }) },
  'GET /api/organisations': { may: everybody(ok) },
  'GET /api/organisations/:id/statistics': { may: everybody(ok) },
  'POST /api/session': {
    may: everybody(401),
    body: () => ({ login: 'nobody', password: 'x', totp: '000000' }),
  },
  'DELETE /api/session': { may: [401, 204, 204, 204, 204, 204] },
  'GET /api/filings': { may: [401, ok, ok, 403, 403, ok] },
  'GET /api/filings/:id': { may: [401, ok, ok, 403, 403, 404] },
  'PUT /api/filings/:id': {
    may: [401, ok, ok, 403, 403, 404],
    body: ({ armor }) => ({ filings: [facts], sealed: armor }),
    headers: { 'If-Match': '*' },
  },
  'GET /api/filings/:id/history': { may: [401, ok, ok, 403, 403, 404] },
  'GET /api/filings/:id/archive': { may: [401, ok, ok, 403, 403, 404] },
  'POST /api/filings/:id/events': {
    may: [401, ok, ok, 403, 403, 404],
    body: () => ({ kind: 'registered', week: thisWeek }),
  },
  'POST /api/filings/:id/scans': {
    may: [401, 201, 201, 403, 403, 404],
    body: ({ armor }) => ({ sealed: armor }),
  },
  'GET /api/filings/:id/scans/:scan': { may: [401, ok, ok, 403, 403, 404] },
  'DELETE /api/filings/:id/scans/:scan': { may: [401, 204, 204, 403, 403, 404] },
  'PUT /api/filings/:id/seen': { may: [401, 204, 204, 403, 403, 404] },
  'PUT /api/filings/:id/assignee': { may: [401, ok, 403, 403, 403, 404], body: () => ({ person: null }) },
  'PUT /api/filings/:id/tags': { may: [401, ok, ok, 403, 403, 404], body: () => ({ tags: ['срочно'] }) },
  'DELETE /api/filings/:id': { may: [401, 204, 403, 403, 403, 404] },
  'POST /api/cases': {
    may: [401, 201, 201, 403, 403, 201],
    body: ({ armor }) => ({ filings: [facts], sealed: armor }),
  },
  'GET /api/today': { may: [401, ok, ok, 403, 403, ok] },
  'GET /api/statistics': { may: [401, ok, ok, ok, 403, ok] },
  'POST /api/imports': {
    may: [401, ok, ok, 403, 403, ok],
    query: '?dryRun=true',
    body: () => ({
      rows: [
        {
          document: facts.template,
          office: facts.authority,
          channel: 'electronic-form',
          filed: '2026-10-05',
        },
      ],
    }),
  },
  'GET /api/exports': { may: [401, ok, ok, 403, 403, ok] },
  'GET /api/audit': { may: [401, ok, 403, 403, ok, ok] },
  'GET /api/audit/verification': { may: [401, ok, 403, 403, ok, ok] },
  'GET /api/key': { may: [401, ok, ok, 403, 403, ok] },
  'GET /api/settings': { may: [401, 403, 403, 403, ok, 403] },
  'PUT /api/settings': {
    may: [401, 403, 403, 403, ok, 403],
    body: () => ({
      name: { ru: 'Наш архив', en: 'Our archive' },
      statusInRussia: 'none-found',
      statusChecked: '2026-11-01',
      retentionMonths: 36,
      publicStatistics: true,
      tags: ['срочно', 'проверить'],
    }),
  },
  'GET /api/people': { may: [401, 403, 403, 403, ok, 403] },
  'POST /api/people/invitations': {
    may: [401, 403, 403, 403, 201, 403],
    body: () => ({ role: 'analyst' }),
  },
  'PUT /api/people/:id': { may: [401, 403, 403, 403, ok, 403], body: () => ({ active: false }) },
  'POST /api/people/:id/reset': { may: [401, 403, 403, 403, 201, 403] },
};

/** They compose, and know nothing of the register: anybody may ask them. */
const composing = [
  'POST /api/complaints',
  'POST /api/timeline',
  'GET /api',
  'GET /api/templates',
  'GET /api/templates/:id',
  'GET /api/case-schema',
  'GET /api/authorities',
  'GET /api/authorities/:id/channels',
  'GET /api/episodes',
];

const rows = Object.entries(table);
const isStaffs = ([, { may }]: (typeof rows)[number]) => may[0] === 401 && may[1] !== 401;

it('every route of the API has its row here, and every row a route', () => {
  const routes = app.routes
    .filter(({ path, method }) => /^\/api(\/|$)/.test(path) && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(routes)].sort()).toEqual([...Object.keys(table), ...composing].sort());
});

async function fixture(): Promise<Fixture & { id: string }> {
  const { id, filing, sealed } = await entered(service, 'ours', ours.key.recipient);
  const scan = crypto.randomUUID();
  const sealedScan = await test.sealing.sealBytes(new Uint8Array([1]), [ours.key.recipient]);
  await test.register.cases.addScan({ ...bystander.actor, role: 'caseworker' }, id, scan, sealedScan);
  return { id, filing, armor: sealed, code: '', scan, person: bystander.actor.person };
}

type Ids = { filing: string; scan?: string; person?: string };

function split(route: string, { filing, scan = 'never-was', person = filing }: Ids): [string, string] {
  const [method = '', path = ''] = route.split(' ');
  const id = path.startsWith('/api/organisations')
    ? 'ours'
    : path.startsWith('/api/people')
      ? person
      : filing;
  return [method, path.replace(':id', id).replace(':scan', scan)];
}

describe.each(rows)('%s', (route, row) => {
  it.each(callers.map((caller, at) => [caller, row.may[at] ?? 0] as const))(
    '%s: %i',
    async (caller, status) => {
      const made = await fixture();
      const code = route.includes('by-code') ? await shared(service, ours) : '';
      const signedIn = tokens.get(caller);
      const token = route === 'DELETE /api/session' ? await freshToken(caller) : signedIn;
      const asked: Call = {
        ...(token && { token }),
        ...(row.body && { body: await row.body({ ...made, code }) }),
        ...(row.headers && { headers: row.headers }),
      };
      const [method, path] = split(route, made);
      const response = await call(method, path + (row.query ?? ''), asked);
      const text = await response.text();
      expect(response.status, text).toBe(status);
      if (status >= 400) expect(response.headers.get('Content-Type')).toBe('application/problem+json');
      if (status === 401 && isStaffs([route, row]))
        expect(response.headers.get('WWW-Authenticate')).toBe('Bearer');
      if (caller === 'coordinator of another' && isStaffs([route, row])) {
        expect(text).not.toContain(made.filing);
        expect(text).not.toContain(made.id);
      }
    },
  );
});

async function freshToken(caller: string): Promise<string | undefined> {
  if (caller === 'signed out') return undefined;
  if (caller === 'coordinator of another') return (await test.person('theirs', 'coordinator')).token;
  const role = roles.find((one) => one === caller) ?? 'analyst';
  return (await test.person('ours', role)).token;
}

const junk = {
  body: '{"',
  headers: { 'Content-Type': 'text/plain', 'Idempotency-Key': 'x', 'If-Match': 'x' },
};
const nothing = { headers: { 'Idempotency-Key': 'x', 'If-Match': 'x' } };

describe.each(rows.filter(isStaffs))('before anything of %s is looked at', (route, { may }) => {
  const [method, path] = split(route, { filing: "x'--" });
  const ask = (token?: string) =>
    call(method, `${path}?limit=-1&by=x&format=x&dryRun=x&unknown=1`, {
      ...(token && { token }),
      ...(method === 'GET' ? nothing : junk),
    });

  it('somebody who is signed out is told to sign in', async () => {
    const response = await ask();
    expect([response.status, (await response.json()).detail]).toEqual([
      401,
      expect.stringContaining('POST /api/session'),
    ]);
    expect((await ask('0'.repeat(64))).status).toBe(401);
  });

  it.each(roles.filter((_, at) => may[at + 1] === 403))(
    'the %s is told that the role does not allow it',
    async (role) => {
      expect((await ask(tokens.get(role))).status).toBe(403);
    },
  );
});

describe('a case of another organisation', () => {
  it.each(rows.filter(([route, { may }]) => route.includes('/filings/:id') && may[5] === 404))(
    'is as unknown to %s as one that never was',
    async (route, row) => {
      const made = await fixture();
      const token = tokens.get('coordinator of another') ?? '';
      const ask = async (filing: string) => {
        const [method, path] = split(route, { ...made, filing });
        const body = await row.body?.({ ...made, code: '' });
        const { headers = {} } = row;
        const response = await call(method, path, { token, headers, ...(body !== undefined && { body }) });
        return [response.status, await response.text()];
      };
      expect(await ask(made.filing)).toEqual(await ask('never-was'));
      const token2 = tokens.get('coordinator') ?? '';
      expect((await call('GET', `/api/filings/${made.filing}`, { token: token2 })).status).toBe(200);
    },
  );

  it('is in none of the lists, counts and exports of theirs', async () => {
    const made = await fixture();
    const token = tokens.get('coordinator of another') ?? '';
    for (const path of [
      'filings',
      'today',
      'exports?format=csv',
      'exports?format=json',
      'audit',
      'statistics',
    ]) {
      const text = await (await call('GET', `/api/${path}`, { token })).text();
      expect(text, path).not.toContain(made.filing);
      expect(text, path).not.toContain(made.id);
      expect(text, path).not.toContain('ours');
    }
  });
});
