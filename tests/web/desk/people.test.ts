/** An administrator invites people, changes what they may do, and lets them go; never themselves. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Joined, openReception, type Reception } from './visitor.ts';

let here: Reception;
let boss: Joined;
let anna: Joined;
beforeEach(async () => {
  here = await openReception('https://example.org');
  await here.organisation('primer');
  boss = await here.join('primer', 'administrator', 'boss');
  anna = await here.join('primer', 'caseworker', 'anna');
});
afterEach(() => here.close());

const role = async () => (await here.register.people.get(anna.id))?.role;

it('a link is shown once, the whole of it and its code alone; the register holds neither', async () => {
  const seen = await boss.visitor.post('/ru/desk/people/invite', { role: 'analyst' });
  const token = /https:\/\/example\.org\/ru\/desk\/join#([0-9a-f]{64})/.exec(seen.html)?.[1] ?? '';
  expect(seen.html).toContain(`<code class="secret">${token}</code>`);
  expect(seen.html).toContain('Для кого: <bdi>аналитик</bdi>');
  expect(await here.register.people.invitation(token, 0)).toBeUndefined();
  expect((await boss.visitor.get('/ru/desk/people')).html).not.toContain(token);
  const joining = here.visitor();
  const form = await joining.submit(await joining.get('/ru/desk/join'), { token });
  expect(form.html).toContain('аналитик');
});

it('an invitation without a role says what to do', async () => {
  const seen = await boss.visitor.post('/en/desk/people/invite');
  expect([seen.status, seen.page.errors]).toEqual([422, ['Role: choose one of them.']]);
});

it('another role counts from the next page on', async () => {
  expect((await anna.visitor.get('/en/desk/register')).status).toBe(200);
  await boss.visitor.post(`/en/desk/people/${anna.id}/role`, { role: 'analyst' });
  expect((await anna.visitor.get('/en/desk/register')).status).toBe(403);
  expect(await role()).toBe('analyst');
  expect((await boss.visitor.post(`/en/desk/people/${anna.id}/role`, { role: 'director' })).status).toBe(422);
});

it('whoever is let go is out at once, stays in the list, and can come back', async () => {
  await boss.visitor.post(`/en/desk/people/${anna.id}/active`, { active: 'no' });
  expect((await anna.visitor.get('/en/desk/register')).status).toBe(401);
  expect((await boss.visitor.get('/en/desk/people')).html).toContain('access ended');
  await boss.visitor.post(`/en/desk/people/${anna.id}/active`, { active: 'yes' });
  expect((await here.register.people.get(anna.id))?.active).toBe(true);
});

it('nobody changes their own role or lets themselves go', async () => {
  for (const [what, fields] of [
    ['role', { role: 'coordinator' }],
    ['active', { active: 'no' }],
    ['reset', {}],
  ] as const)
    expect((await boss.visitor.post(`/en/desk/people/${boss.id}/${what}`, fields)).status).toBe(404);
  expect((await boss.visitor.get('/en/desk/people')).html).not.toContain(`/people/${boss.id}`);
});

it('what was done stands in the audit log in words, with who and whom, and no link or token', async () => {
  const invited = await boss.visitor.post('/en/desk/people/invite', { role: 'analyst' });
  const token = /#([0-9a-f]{64})/.exec(invited.html)?.[1] ?? '';
  await boss.visitor.post(`/en/desk/people/${anna.id}/role`, { role: 'analyst' });
  await boss.visitor.post(`/en/desk/people/${anna.id}/reset`);
  const { html } = await boss.visitor.get('/en/desk/audit');
  for (const words of [
    'invitation made',
    'role or access changed: <bdi>anna</bdi>',
    'password and code reset: <bdi>anna</bdi>',
  ])
    expect(html.replace(/\s+/g, ' ')).toContain(words);
  expect(html).not.toContain(token);
});

it.each(['elsewhere.example', 'localhost.elsewhere.example', '127.0.0.1.elsewhere.example'])(
  'a link begins with its path where the address of the site is not set and the client says %s',
  async (host) => {
    const plain = await openReception();
    await plain.organisation('primer');
    const { visitor } = await plain.join('primer', 'administrator', 'boss');
    const seen = await visitor.post(`http://${host}/en/desk/people/invite`, { role: 'analyst' });
    expect(seen.html).toMatch(/\n\/en\/desk\/join#[0-9a-f]{64}</);
    expect(seen.html).not.toContain('elsewhere');
    await plain.close();
  },
);
