/** Staff sign in with a name, a password and a code of their phone; nobody else gets in, and nobody learns why. */
import type { Context } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { soonest } from '#web/by-code.ts';
import { signIn, signInLimits } from '#web/desk/sign-in.ts';
import { openService } from '../../support/site.ts';
import {
  codeOf,
  invitation,
  type Joined,
  openReception,
  password,
  type Reception,
  secretOn,
} from './visitor.ts';

let open: Reception | undefined;
afterEach(async () => open?.close());

async function reception(publicUrl?: string): Promise<Reception> {
  open = await openReception(publicUrl);
  await open.organisation('primer');
  return open;
}

/** The fields of the sign-in as this person would fill them in now. */
function typed({ following }: Reception, { login, secret }: Joined, changes: Record<string, string> = {}) {
  const totp = codeOf(secret, following.now());
  const fields = { login, password, totp, ...changes };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`sign-in.${name}`, value]));
}

describe('somebody who is not signed in', () => {
  it('finds the sign-in at the desk, in their language, and nothing is kept by the browser', async () => {
    const { visitor } = await reception();
    for (const [language, heading] of [
      ['ru', 'Вход'],
      ['en', 'Sign in'],
    ] as const) {
      const { status, page, headers } = await visitor().get(`/${language}/desk`);
      expect([status, page.heading]).toEqual([200, heading]);
      expect(headers.get('cache-control')).toBe('no-store');
    }
    expect((await visitor().get('/fr/desk/today')).path).toBe('/en/desk/today');
  });

  it('is asked to sign in wherever they go, even where there is nothing', async () => {
    const { visitor } = await reception();
    for (const path of ['/ru/desk/today', '/ru/desk/case/1', '/ru/desk/no-such-page']) {
      const { status, page } = await visitor().get(path);
      expect([status, page.heading], path).toEqual([401, 'Вход']);
    }
  });

  it('comes to the page they asked for once they have signed in, and to no other site', async () => {
    const here = await reception();
    const person = await here.join('primer', 'analyst', 'anna');
    const visitor = here.visitor();
    const asked = await visitor.get('/ru/desk/statistics?months=36');
    const seen = await visitor.submit(asked, typed(here, person));
    expect(seen.path).toBe('/ru/desk/statistics?months=36');
    for (const next of [
      '//example.org/ru/desk/',
      'https://example.org/',
      '/ru/desk//example.org',
      '/ru/desk/\\x',
    ]) {
      here.wait(60);
      const fields = { ...typed(here, person), 'sign-in.next': next };
      expect((await here.visitor().post('/ru/desk/sign-in', fields)).path).toBe('/ru/desk/statistics');
    }
  });
});

describe('signing in', () => {
  it('gives a cookie that scripts and other sites do not see, bound to the host where there is TLS', async () => {
    const here = await reception('https://example.org');
    const { visitor } = await here.join('primer', 'analyst', 'anna');
    expect(visitor.setCookie()).toMatch(
      /^__Host-desk=[0-9a-f]{64}\.[\w-]+; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    await here.close();
    const plain = await reception();
    const joined = await plain.join('primer', 'analyst', 'anna');
    expect(joined.visitor.setCookie()).toMatch(
      /^desk=[0-9a-f]{64}\.[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('gives a new token each time, and the old one ends with signing out', async () => {
    const here = await reception();
    const person = await here.join('primer', 'analyst', 'anna');
    const first = person.visitor.cookies.get('desk');
    await person.visitor.post('/ru/desk/sign-out');
    expect(person.visitor.cookies.size).toBe(0);
    const thief = here.visitor();
    thief.cookies.set('desk', first ?? '');
    expect((await thief.get('/ru/desk/account')).status).toBe(401);
    await person.visitor.submit(await person.visitor.get('/ru/desk'), typed(here, person));
    expect(person.visitor.cookies.get('desk')).not.toBe(first);
  });

  it.each(['reset', 'put out'])('lets nobody in who is %s while their password is stretched', async (how) => {
    const here = await reception();
    const { id, login, secret } = await here.join('primer', 'analyst', 'anna');
    const { people } = here.register;
    const actor = { organisation: 'primer', person: 'another', role: 'administrator' } as const;
    const sealing: typeof here.sealing = {
      ...here.sealing,
      passphraseKeys: async (...given) => {
        const keys = await here.sealing.passphraseKeys(...given);
        if (how === 'reset') await people.reset(actor, id, 'link', Number.MAX_SAFE_INTEGER);
        else await people.change(actor, id, { active: false });
        return keys;
      },
    };
    const totp = codeOf(secret, here.following.now());
    const result = await signIn({ ...here.following, sealing }, { login, password, totp });
    expect(result).toEqual({ ok: false, reason: 'wrong' });
    await people.change(actor, id, { active: true });
    const log = await here.register.audit.list(actor, undefined, 1000);
    expect(log.filter(({ person, action }) => person === id && action === 'signed-in')).toHaveLength(1);
  });

  it('says the same whatever was wrong, and puts no secret back into the page', async () => {
    const here = await reception();
    const person = await here.join('primer', 'analyst', 'anna');
    const pages = [
      typed(here, person, { password: 'quite another phrase' }),
      typed(here, person, { totp: '000000' }),
      typed(here, person, { login: 'nobody' }),
      typed(here, person, { login: '', password: '', totp: '' }),
    ].map(async (fields) => {
      const { status, html } = await here.visitor().post('/en/desk/sign-in', fields);
      expect(status).toBe(401);
      expect(html).not.toContain(fields['sign-in.password'] || password);
      return html.replace(/value="[^"]*"/g, '');
    });
    expect(new Set(await Promise.all(pages)).size).toBe(1);
    expect(await pages[0]).toMatch(/clock of the phone/);
  });

  it('says what is wrong no sooner of a name that nobody has than of one that somebody has', async () => {
    const here = await reception();
    await here.join('primer', 'analyst', 'anna');
    for (const login of ['anna', 'nobody']) {
      const order: string[] = [];
      const following = {
        ...here.following,
        pause: async (milliseconds: number) => {
          await new Promise((done) => setTimeout(done, milliseconds));
          order.push(`held ${milliseconds}`);
        },
      };
      const result = await signIn(following, { login, password: 'a guess', totp: '123456' });
      order.push(result.ok ? 'in' : result.reason);
      expect(order).toEqual([`held ${soonest}`, 'wrong']);
    }
  });

  it('takes the code of now, of half a minute before and after, and each only once', async () => {
    const here = await reception();
    const person = await here.join('primer', 'analyst', 'anna');
    const now = here.following.now().getTime();
    const at = (seconds: number) => ({
      login: 'anna',
      password,
      totp: codeOf(person.secret, new Date(now + seconds * 1000)),
    });
    expect((await signIn(here.following, at(-60))).ok).toBe(false);
    expect((await signIn(here.following, at(60))).ok).toBe(false);
    expect((await signIn(here.following, at(-30))).ok).toBe(true);
    expect((await signIn(here.following, at(-30))).ok).toBe(false);
    expect((await signIn(here.following, at(30))).ok).toBe(true);
    expect((await signIn(here.following, at(0))).ok).toBe(false);
  });

  it('of two at the same moment with the same code, one gets in', async () => {
    const here = await reception();
    const person = await here.join('primer', 'analyst', 'anna');
    const totp = codeOf(person.secret, here.following.now());
    const both = await Promise.all(
      [1, 2].map(() => signIn(here.following, { login: 'anna', password, totp })),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('stops after ten attempts at one name, right or wrong, and goes on after a quarter of an hour', async () => {
    const here = await reception();
    const anna = await here.join('primer', 'analyst', 'anna');
    const boris = await here.join('primer', 'analyst', 'boris');
    const from = 'all'; // where no address is known, as here
    const guess = (login: string) =>
      signIn(here.following, { login, password: 'a guess', totp: '123456', from });
    for (let count = 0; count < signInLimits.perLogin; count++)
      expect(await guess(['anna', 'ANNA', ' anna '][count % 3] ?? '')).toEqual({
        ok: false,
        reason: 'wrong',
      });
    const visitor = here.visitor();
    const asked = await visitor.get('/en/desk');
    expect((await visitor.submit(asked, typed(here, anna))).status).toBe(429);
    expect((await visitor.submit(asked, typed(here, boris))).path).toBe('/en/desk/statistics');
    here.wait(signInLimits.seconds);
    expect((await visitor.submit(asked, typed(here, anna))).path).toBe('/en/desk/statistics');
  });

  it('of a stranger who tries one name after the other stops at an address, and keeps nobody else out', async () => {
    const here = await reception();
    const anna = await here.join('primer', 'analyst', 'anna');
    const addressOf = (c: Context) => c.req.header('x-real-ip');
    const { app } = openService({ following: { ...here.following, addressOf, pause: async () => {} } });
    const attempt = async (address: string, body: object) =>
      (
        await app.request('/api/session', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', 'X-Real-IP': address },
          body: JSON.stringify(body),
        })
      ).status;
    const statuses: number[] = [];
    for (let count = 0; count <= signInLimits.perGroup; count++)
      statuses.push(await attempt('192.0.2.1', { login: `name-${count}`, password: 'x', totp: '1' }));
    expect(statuses.slice(0, -1)).toEqual(Array(signInLimits.perGroup).fill(401));
    const right = { login: 'anna', password, totp: codeOf(anna.secret, here.following.now()) };
    expect([statuses.at(-1), await attempt('192.0.2.1', right)]).toEqual([429, 429]);
    for (let count = 0; count < signInLimits.perLogin; count++)
      await attempt('203.0.113.9', { login: 'anna', password: 'x', totp: '1' });
    expect(await attempt('203.0.113.9', right)).toBe(429);
    expect(await attempt('198.51.100.7', right)).toBe(200);
    for (let count = 0; count < signInLimits.perName; count++)
      await attempt(`192.0.2.${20 + count}`, { login: 'anna', password: 'x', totp: '1' });
    here.wait(60);
    expect(await attempt('198.51.100.7', { ...right, totp: codeOf(anna.secret, here.following.now()) })).toBe(
      429,
    );
  });

  it('stands in the audit log, whether it worked or not', async () => {
    const here = await reception();
    const { id } = await here.join('primer', 'analyst', 'anna');
    await signIn(here.following, { login: 'anna', password: 'a guess', totp: '123456' });
    const actor = { organisation: 'primer', person: id, role: 'analyst' } as const;
    const log = await here.register.audit.list(actor, undefined, 3);
    expect(log.map(({ action, person }) => [action, person])).toEqual([
      ['sign-in-failed', id],
      ['signed-in', id],
      ['joined', id],
    ]);
  });

  it('is refused to whoever was put out', async () => {
    const here = await reception();
    const anna = await here.join('primer', 'analyst', 'anna');
    const admin = await here.join('primer', 'administrator', 'boss');
    await admin.visitor.post(`/ru/desk/people/${anna.id}/active`, { active: 'no' });
    expect((await anna.visitor.get('/ru/desk/statistics')).status).toBe(401);
    expect((await here.visitor().post('/ru/desk/sign-in', typed(here, anna))).status).toBe(401);
  });
});

describe('an invitation', () => {
  it('works once, and tells nothing of itself to whoever guesses', async () => {
    const here = await reception();
    const token = await invitation(here, 'primer', 'caseworker');
    const first = here.visitor();
    const form = await first.submit(await first.get('/en/desk/join'), {
      token: `https://x/en/desk/join#${token}`,
    });
    expect(form.html).toContain('caseworker');
    const totp = codeOf(secretOn(form), here.following.now());
    const fields = { login: 'anna', new: password, again: password, totp };
    expect((await first.submit(form, fields)).path).toBe('/en/desk/today');
    const second = here.visitor();
    expect((await second.submit(form, { ...fields, login: 'boris' })).status).toBe(422);
    const guessed = await second.post('/en/desk/join', { token: '0'.repeat(64) });
    expect([guessed.status, guessed.page.errors.length]).toEqual([422, 1]);
  });

  it('is over after a week', async () => {
    const here = await reception();
    const token = await invitation(here, 'primer', 'caseworker');
    here.wait(7 * 24 * 60 * 60);
    expect((await here.visitor().post('/en/desk/join', { token })).status).toBe(422);
  });

  it('names each field that cannot be taken, keeps the name and the key of the phone, and no password', async () => {
    const here = await reception();
    await here.join('primer', 'analyst', 'anna');
    const token = await invitation(here, 'primer', 'caseworker');
    const visitor = here.visitor();
    const form = await visitor.submit(await visitor.get('/en/desk/join'), { token });
    const secret = secretOn(form);
    const totp = codeOf(secret, here.following.now());
    const tries: [Record<string, string>, RegExp][] = [
      [{ login: 'a', new: password, again: password, totp }, /^Sign-in name: 3 to 40/],
      [{ login: 'bella', new: 'short', again: 'short', totp }, /^New password: at least 12/],
      [
        { login: 'bella', new: 'bella bella bella', again: 'bella bella bella', totp },
        /sign-in name is in it/,
      ],
      [{ login: 'bella', new: 'abababababababab', again: 'abababababababab', totp }, /repeats/],
      [{ login: 'bella', new: password, again: `${password}!`, totp }, /differ/],
      [{ login: 'bella', new: password, again: password, totp: '000000' }, /code did not fit/],
      [{ login: 'Anna', new: password, again: password, totp }, /taken/],
    ];
    for (const [fields, sentence] of tries) {
      const seen = await visitor.submit(form, fields);
      expect([seen.status, seen.page.errors.length]).toEqual([422, 1]);
      expect(seen.page.errors[0]).toMatch(sentence);
      expect(secretOn(seen)).toBe(secret);
      expect(seen.html).toContain(`value="${fields.login}"`);
      expect(seen.page.controls.filter(({ type }) => type === 'password').map(({ value }) => value)).toEqual([
        '',
        '',
      ]);
    }
  });

  it('after a reset lets the same person in again, with the old password of no use', async () => {
    const here = await reception();
    const anna = await here.join('primer', 'analyst', 'anna');
    const admin = await here.join('primer', 'administrator', 'boss');
    const shown = await admin.visitor.post(`/en/desk/people/${anna.id}/reset`);
    const token = /#([0-9a-f]{64})/.exec(shown.html)?.[1] ?? '';
    expect((await here.visitor().post('/en/desk/sign-in', typed(here, anna))).status).toBe(401);
    const visitor = here.visitor();
    const form = await visitor.submit(await visitor.get('/en/desk/join'), { token });
    expect(form.page.controls.find(({ name }) => name === 'login')?.value).toBe('anna');
    const totp = codeOf(secretOn(form), here.following.now());
    const next = 'a wholly different phrase';
    expect((await visitor.submit(form, { login: 'anna', new: next, again: next, totp })).status).toBe(200);
    expect((await here.register.people.byLogin('anna'))?.id).toBe(anna.id);
  });
});

it('signing in anew ends the sitting that the same browser had before', async () => {
  const desk = await reception();
  const joined = await desk.join('primer', 'caseworker', 'soroka');
  const before = new Map(joined.visitor.cookies);
  desk.wait(60);
  await joined.visitor.post('/ru/desk/sign-in', typed(desk, joined));
  expect((await joined.visitor.get('/ru/desk/today')).status).toBe(200);
  const stolen = desk.visitor();
  for (const [name, value] of before) stolen.cookies.set(name, value);
  expect((await stolen.get('/ru/desk/today')).status).toBe(401);
});
