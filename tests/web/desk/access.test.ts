/** Who may come where: every address of the desk, for every role, for nobody, and for the people of another organisation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { may, type Role, roles } from '#domain/register/roles.ts';
import { deskRoutes } from '#web/desk/routes.ts';
import { staffBehind } from '#web/desk/staff.ts';
import { unlock } from '#web/desk/unlocked.ts';
import type { DeskRoute } from '#web/desk/view.ts';
import type { TestPerson } from '../../support/register.ts';
import { type Office, openOffice } from './worker.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice('en');
  await office.test.organisation('other');
});
afterAll(() => office.test.close());

const named = deskRoutes.map((route) => [`${route.method} ${route.path}`, route] as const);
const withRecord = named.filter(([, { path }]) => /:(case|person|filing)/.test(path));

/** The address, with ids of records of this organisation. */
async function pathOf({ path }: DeskRoute, organisation: string): Promise<string> {
  const owner = await office.test.person(organisation, 'caseworker');
  const ids: Record<string, string> = { person: owner.actor.person, scan: 'a-scan', page: 'filed' };
  if (/:case|:filing/.test(path)) {
    ids.case = await office.enter(owner.actor, {});
    const held = await office.test.register.cases.get(owner.actor, ids.case);
    ids.filing = held?.filings[0]?.id ?? '';
  }
  const filled = path.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? 'unknown-parameter');
  return `/en/desk${filled}`;
}

function request(method: string, path: string, person?: TestPerson): Response | Promise<Response> {
  return office.app.request(path, {
    method: method.toUpperCase(),
    headers: { 'Sec-Fetch-Site': 'same-origin', ...(person && { Cookie: `desk=${person.token}` }) },
    ...(method === 'post' && { body: new URLSearchParams({ note: 'typed' }) }),
  });
}

/** What a visitor of the other organisation could have changed. */
async function stateOf(organisation: string): Promise<string> {
  const actor = { organisation, person: 'nobody', role: 'coordinator' } as const;
  const { register } = office.test;
  const cases = [];
  for await (const one of register.cases.each(actor)) cases.push(one);
  const people = await register.people.all(organisation);
  return JSON.stringify([cases, people.length, people.filter(({ active }) => active).length]);
}

it('every address of the desk stands in the table, each once', () => {
  expect(named.length).toBeGreaterThan(40);
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
});

describe.each(named)('%s', (_name, route) => {
  it('asks whoever is not signed in to sign in, before anything else', async () => {
    const response = await request(route.method, await pathOf(route, 'primer'));
    expect(response.status).toBe(route.method === 'get' && route.path === '/' ? 200 : 401);
    expect(await response.text()).toContain('name="sign-in.password"');
    const wrong = await request(route.method, `/en/desk${route.path}`);
    expect(wrong.status).toBe(response.status);
  });

  it.each(roles)('lets a %s in if the role allows it, and nobody else', async (role: Role) => {
    const person = await office.test.person('primer', role);
    const response = await request(route.method, await pathOf(route, 'primer'), person);
    const isAllowed = route.operation === 'any' || may(role, route.operation);
    if (isAllowed) {
      expect([401, 403]).not.toContain(response.status);
      expect(response.status).toBeLessThan(500);
    } else expect(response.status).toBe(403);
    expect(response.headers.get('cache-control')).toMatch(/no-store/);
  });

  it('takes no form from another site', async () => {
    if (route.method === 'get') return;
    const person = await office.test.person('primer', 'coordinator');
    const response = await office.app.request(await pathOf(route, 'primer'), {
      method: 'POST',
      headers: { Cookie: `desk=${person.token}`, 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });
});

it.each(withRecord)(
  '%s knows nothing of a record of the other organisation, and changes nothing',
  async (_name, route) => {
    const path = await pathOf(route, 'other');
    const before = await stateOf('other');
    for (const role of roles.filter((one) => route.operation === 'any' || may(one, route.operation))) {
      const person = await unlockedPerson(role);
      const [theirs, nowhere] = await Promise.all(
        [path, path.replace(/[0-9a-f-]{36}/g, crypto.randomUUID())].map(async (one) => {
          const response = await request(route.method, one, person);
          const body = await response.text();
          return `${response.status} ${response.headers.get('location')} ${body}`.replace(
            /[0-9a-f-]{36}/g,
            'id',
          );
        }),
      );
      expect(theirs, role).toBe(nowhere);
      expect(theirs).toMatch(/^404 |^303 \/en\/desk\/case\/id /); // an address below a case may lead to the case itself
    }
    expect(await stateOf('other')).toBe(before);
  },
);

/** With the key of their own organisation open. */
async function unlockedPerson(role: Role): Promise<TestPerson> {
  const person = await office.test.person('primer', role);
  const staff = await staffBehind(office.test.following, person.token);
  if (staff) await unlock(office.test.following, staff, office.organisation.key.identity);
  return person;
}
