/** Staff change their own password and phone, and end the sessions that they forgot elsewhere. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signIn } from '#web/desk/sign-in.ts';
import { codeOf, type Joined, openReception, password, type Reception, secretOn } from './visitor.ts';

let here: Reception;
let anna: Joined;
beforeEach(async () => {
  here = await openReception();
  await here.organisation('primer');
  anna = await here.join('primer', 'analyst', 'anna');
});
afterEach(() => here.close());

const code = () => codeOf(anna.secret, here.following.now());
const next = 'four green umbrellas wait';

async function elsewhere() {
  const visitor = here.visitor();
  const fields = { 'sign-in.login': 'anna', 'sign-in.password': password, 'sign-in.totp': code() };
  await visitor.post('/en/desk/sign-in', fields);
  here.wait(60);
  return visitor;
}

it('a new password takes the place of the old one, and other sessions end', async () => {
  const other = await elsewhere();
  const fields = { password, new: next, again: next, totp: code() };
  const seen = await anna.visitor.submit(await anna.visitor.get('/en/desk/account'), fields);
  expect(seen.html).toContain('The password is changed');
  expect((await other.get('/en/desk/account')).status).toBe(401);
  expect((await anna.visitor.get('/en/desk/account')).status).toBe(200);
  here.wait(60);
  expect((await signIn(here.following, { login: 'anna', password, totp: code() })).ok).toBe(false);
  expect((await signIn(here.following, { login: 'anna', password: next, totp: code() })).ok).toBe(true);
});

it.each([
  ['the present password is wrong', { password: 'some other password' }],
  ['the code is wrong', { totp: '000000' }],
  ['the new one is short', { new: 'short', again: 'short' }],
  ['the two differ', { again: 'four green umbrellas' }],
])('nothing changes where %s', async (_why, changes) => {
  const fields = { password, new: next, again: next, totp: code(), ...changes };
  const seen = await anna.visitor.post('/en/desk/account/password', fields);
  expect([seen.status, seen.page.errors.length]).toEqual([422, 1]);
  here.wait(60);
  expect((await signIn(here.following, { login: 'anna', password, totp: code() })).ok).toBe(true);
});

it('the code moves to another phone with a code of each, and the old one is of no use', async () => {
  const form = await anna.visitor.get('/en/desk/account/factor');
  const secret = secretOn(form);
  const wrong = await anna.visitor.submit(form, { password, totp: code(), newTotp: '000000' });
  expect([wrong.status, secretOn(wrong)]).toEqual([422, secret]);
  const newTotp = codeOf(secret, here.following.now());
  const done = await anna.visitor.submit(wrong, { password, totp: code(), newTotp });
  expect(done.page.heading).toBe('The code has moved');
  here.wait(60);
  expect((await signIn(here.following, { login: 'anna', password, totp: code() })).ok).toBe(false);
  const totp = codeOf(secret, here.following.now());
  expect((await signIn(here.following, { login: 'anna', password, totp })).ok).toBe(true);
});

it('other sessions end by one press, and this one stays', async () => {
  const other = await elsewhere();
  await anna.visitor.post('/en/desk/account/others');
  expect((await other.get('/en/desk/account')).status).toBe(401);
  expect((await anna.visitor.get('/en/desk/account')).status).toBe(200);
});
