/** A session ends while somebody types: what they typed waits for them, and for nobody else. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RegisterUnavailable } from '#register/register.ts';
import { openService } from '../../support/site.ts';
import { codeOf, type Joined, openReception, password, type Reception } from './visitor.ts';

let here: Reception;
let anna: Joined;
beforeEach(async () => {
  here = await openReception();
  await here.organisation('primer');
  anna = await here.join('primer', 'administrator', 'anna');
});
afterEach(() => here.close());

const settings = {
  nameRu: 'Новое имя «Примера»',
  nameEn: 'New <name>',
  contact: 'new@example.org',
  status: 'unknown',
  checked: '',
  source: '',
  months: '12',
  tags: 'one\ntwo',
  public: 'no',
};

function signInAs({ login, secret }: Joined) {
  const totp = codeOf(secret, here.following.now());
  return { 'sign-in.login': login, 'sign-in.password': password, 'sign-in.totp': totp };
}

const halfAnHour = 30 * 60;

it('goes on after the same person has signed in again, with every field as it was typed', async () => {
  here.wait(halfAnHour);
  const asked = await anna.visitor.post('/en/desk/settings', settings);
  expect(asked.status).toBe(401);
  expect(asked.html).toContain('is kept on this page');
  const wrong = await anna.visitor.submit(asked, { ...signInAs(anna), 'sign-in.totp': '000000' });
  expect(wrong.status).toBe(401);
  const done = await anna.visitor.submit(wrong, signInAs(anna));
  expect([done.status, done.path]).toEqual([200, '/en/desk/settings']);
  const stored = await here.register.organisations.get('primer');
  expect(stored).toMatchObject({
    name: { ru: settings.nameRu, en: settings.nameEn },
    retentionMonths: 12,
    tags: ['one', 'two'],
  });
});

it('is not done in the name of another who signs in there', async () => {
  const boris = await here.join('primer', 'administrator', 'boris');
  here.wait(halfAnHour);
  const asked = await anna.visitor.post('/en/desk/settings', settings);
  const seen = await anna.visitor.submit(asked, signInAs(boris));
  expect(seen.status).toBe(409);
  expect((await here.register.organisations.get('primer'))?.retentionMonths).toBe(36);
});

it('is not done either where nobody knows who typed it: after signing out', async () => {
  const form = await anna.visitor.get('/en/desk/settings');
  await anna.visitor.post('/en/desk/sign-out');
  const asked = await anna.visitor.submit(form, settings);
  expect((await anna.visitor.submit(asked, signInAs(anna))).status).toBe(409);
  expect((await here.register.organisations.get('primer'))?.retentionMonths).toBe(36);
});

it('carries no password, no passphrase and no code in the page', async () => {
  here.wait(halfAnHour);
  const secrets = { password, new: 'a new password', again: 'a new password', totp: '123456', note: 'typed' };
  const { html } = await anna.visitor.post('/en/desk/account/password', secrets);
  expect(html).toContain('value="typed"');
  for (const secret of [password, 'a new password', '123456']) expect(html).not.toContain(secret);
});

it('stays as long as somebody works, and ends with the day all the same', async () => {
  for (let hours = 0; hours < 11.5; hours += 0.4) {
    here.wait(0.4 * 60 * 60);
    expect((await anna.visitor.get('/en/desk/account')).status).toBe(200);
  }
  here.wait(20 * 60);
  await anna.visitor.get('/en/desk/account');
  here.wait(20 * 60);
  expect((await anna.visitor.get('/en/desk/account')).status).toBe(401);
});

it('where the database does not answer, the page that says so holds what was typed and no secret', async () => {
  const fail = () => Promise.reject(new RegisterUnavailable('unreachable'));
  const part = new Proxy({}, { get: () => fail });
  const register = new Proxy(here.register, { get: () => part });
  const { app } = openService({ following: { ...here.following, register }, publicUrl: undefined });
  const fields = {
    note: 'typed by hand',
    ...signInAs(anna),
    'unlock.passphrase': 'nine quiet herons',
    new: 'my next one',
  };
  const body = new URLSearchParams(fields);
  const response = await app.request('/en/desk/settings', { method: 'POST', body });
  expect(response.status).toBe(503);
  const html = await response.text();
  expect(html).toContain('typed by hand');
  expect(html).not.toMatch(/otter|herons|my next one/);
});
