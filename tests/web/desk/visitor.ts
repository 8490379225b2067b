/** Somebody at the desk with a browser without JavaScript: keeps cookies, fills in forms, has a phone that makes codes. */
import type { Hono } from 'hono';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '#domain/register/roles.ts';
import { newToken } from '#web/desk/staff.ts';
import { sha256 } from '#web/sha256.ts';
import { openTestFollowing, type TestFollowing } from '../../support/register.ts';
import { openService } from '../../support/site.ts';
import { type Page, readPage } from '../page.ts';

export type Seen = { status: number; html: string; page: Page; headers: Headers; path: string };

export type Visitor = {
  /** Follows redirects, as a browser does. */
  get: (path: string) => Promise<Seen>;
  post: (path: string, fields?: Record<string, string>) => Promise<Seen>;
  /** Sends the form of a page, hidden fields too, with these fields filled in. */
  submit: (seen: Seen, fields?: Record<string, string>, action?: string) => Promise<Seen>;
  cookies: Map<string, string>;
  /** The last Set-Cookie header as it came. */
  setCookie: () => string;
};

export type Reception = TestFollowing & {
  app: Hono;
  visitor: () => Visitor;
  /** Invited, joined through the pages, signed in. */
  join: (organisation: string, role: Role, login: string) => Promise<Joined>;
  /** Moves the clock on by so many seconds. */
  wait: (seconds: number) => void;
};

export type Joined = { visitor: Visitor; login: string; password: string; secret: string; id: string };

export const password = 'verbose otter near the pond';

/** The service with a register, at nine in the morning of a day of December. */
export async function openReception(publicUrl?: string): Promise<Reception> {
  const test = await openTestFollowing();
  let moment = new Date('2026-12-01T09:00:00Z').getTime();
  test.setNow(new Date(moment).toISOString());
  const { app } = openService({ following: test.following, publicUrl });
  const wait = (seconds: number) => {
    moment += seconds * 1000;
    test.setNow(new Date(moment).toISOString());
  };
  const join = async (organisation: string, role: Role, login: string): Promise<Joined> => {
    const token = await invitation(test, organisation, role);
    const visitor = visitorOf(app);
    const form = await visitor.submit(await visitor.get('/en/desk/join'), { token });
    const secret = secretOn(form);
    const code = codeOf(secret, test.following.now());
    await visitor.submit(form, { login, new: password, again: password, totp: code });
    const person = await test.register.people.byLogin(login);
    if (!person) throw new Error(`${login} did not get in`);
    wait(60);
    return { visitor, login, password, secret, id: person.id };
  };
  return { ...test, app, visitor: () => visitorOf(app), join, wait };
}

export async function invitation(test: TestFollowing, organisation: string, role: Role): Promise<string> {
  const token = newToken();
  const expires = test.following.now().getTime() + 7 * 24 * 60 * 60 * 1000;
  await test.register.people.invite({ organisation }, await sha256(token), role, expires);
  return token;
}

/** What the phone shows at this moment. */
export function codeOf(secret: string, now: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
}

/** The secret that a page offers to the phone. */
export function secretOn({ page }: Seen): string {
  const found = page.controls.find(({ name }) => name === 'made')?.value;
  if (!found) throw new Error('no secret on this page');
  return found;
}

function visitorOf(app: Hono): Visitor {
  const cookies = new Map<string, string>();
  let lastSet = '';
  const see = async (path: string, response: Response): Promise<Seen> => {
    for (const cookie of response.headers.getSetCookie()) {
      lastSet = cookie;
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location && response.status < 400) return get(location);
    const html = await response.text();
    const { status, headers } = response;
    return { status, html, page: readPage(html.slice(Math.max(0, html.indexOf('<main')))), headers, path };
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const get = async (path: string): Promise<Seen> =>
    see(path, await app.request(path, { headers: { Cookie: cookie() } }));
  const post = async (path: string, fields: Record<string, string> = {}): Promise<Seen> => {
    const headers = { Cookie: cookie(), 'Sec-Fetch-Site': 'same-origin' };
    return see(path, await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) }));
  };
  return {
    get,
    post,
    submit: ({ page }, fields = {}, action = page.action) =>
      post(action, {
        ...Object.fromEntries(
          page.controls.filter(({ checked }) => checked).map(({ name, value }) => [name, value]),
        ),
        ...fields,
      }),
    cookies,
    setCookie: () => lastSet,
  };
}
