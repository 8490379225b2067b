/** Somebody of an organisation at a browser without JavaScript: a cookie, forms, and a phone that makes codes. */
import { Secret, TOTP } from 'otpauth';
import { type Page, readPage, tagsOf } from '../../web/page.ts';
import { secretWord } from './canaries.ts';

export type Fields = Readonly<Record<string, string>>;

export class StaffMember {
  readonly url: string;
  readonly login: string;
  readonly password = secretWord();
  secret = '';
  /** The value of the cookie, which is the token and the id of the person. */
  cookie = '';
  #step = 0;

  constructor(url: string, login: string) {
    this.url = url;
    this.login = login;
  }

  get token(): string {
    return this.cookie.split('.')[0] ?? '';
  }

  async get(path: string): Promise<Response> {
    return fetch(this.url + path, { headers: { Cookie: `desk=${this.cookie}` }, redirect: 'manual' });
  }

  async post(path: string, fields: Fields): Promise<Response> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        Cookie: `desk=${this.cookie}`,
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(fields).toString(),
    });
    const set = /^desk=([^;]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1];
    if (set) this.cookie = set;
    return response;
  }

  /** With the cookie, as the pages' own origin. */
  api(method: string, path: string, body?: string, type = 'application/json'): Promise<Response> {
    return fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        Cookie: `desk=${this.cookie}`,
        'Sec-Fetch-Site': 'same-origin',
        ...(body === undefined ? {} : { 'Content-Type': type }),
      },
      ...(body === undefined ? {} : { body }),
    });
  }

  /** A code of the phone that was not used yet: the clock may be half a minute ahead. */
  code(): string {
    const totp = new TOTP({ secret: Secret.fromBase32(this.secret) });
    const step = Math.max(Math.floor(Date.now() / 30_000), this.#step + 1);
    this.#step = step;
    return totp.generate({ timestamp: step * 30_000 });
  }

  async join(token: string): Promise<void> {
    const page = await pageOf(await this.post('/ru/desk/join', { token }));
    this.secret = hiddenIn(page, 'made');
    const fields = { token, made: this.secret, login: this.login, new: this.password, again: this.password };
    await this.post('/ru/desk/join', { ...fields, totp: this.code() });
  }

  /** Gives the recovery key as it stands on paper. */
  async makeKey(passphrase: string): Promise<string> {
    const shown = await pageOf(await this.post('/ru/desk/key/make', { new: passphrase, again: passphrase }));
    const paper = /AGE-SECRET-KEY-1[A-Z0-9]+/.exec(shown.html.replace(/<\/?span[^>]*>/g, ''))?.[0] ?? '';
    const asked = await pageOf(await this.post('/ru/desk/key/ending', { made: hiddenIn(shown, 'made') }));
    await this.post('/ru/desk/key/keep', { made: hiddenIn(asked, 'made'), ending: paper.slice(-6) });
    return paper;
  }

  signIn(password = this.password): Promise<Response> {
    return this.post('/ru/desk/sign-in', {
      'sign-in.login': this.login,
      'sign-in.password': password,
      'sign-in.totp': this.code(),
    });
  }

  unlock(passphrase: string): Promise<Response> {
    return this.post('/ru/desk/unlock', { 'unlock.passphrase': passphrase });
  }
}

export async function pageOf(response: Response): Promise<Page> {
  return readPage(await response.text());
}

/** Of whichever form of the page: the frame of the desk has one of its own. */
export function hiddenIn(page: Page, name: string): string {
  const field = tagsOf(page.html).find((one) => one.name === 'input' && one.attributes.get('name') === name);
  const value = field?.attributes.get('value');
  if (value === undefined) throw new Error(`no field ${name} on «${page.heading}»: ${page.errors.join(' ')}`);
  return value;
}
