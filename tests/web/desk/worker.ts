/** A member of staff without JavaScript: signed in, with the register behind the pages, and the forms they fill in. */
import type { Hono } from 'hono';
import type { EnteredFiling } from '#domain/register/entered-filing.ts';
import type { Role } from '#domain/register/roles.ts';
import type { Actor } from '#register/register.ts';
import { contentOf } from '#web/desk/import/read-import.ts';
import type { Site } from '#web/site.ts';
import { openTestFollowing, type TestFollowing, type TestOrganisation } from '../../support/register.ts';
import { openService } from '../../support/site.ts';
import { type Page, readPage } from '../page.ts';

export type Answer = { status: number; page: Page; text: string; headers: Headers; location: string };

export type Worker = {
  actor: Actor;
  get: (path: string) => Promise<Answer>;
  /** Text fields as an object; files as File. A redirect is followed. */
  post: (path: string, fields?: Record<string, string | File | readonly string[]>) => Promise<Answer>;
  bytes: (path: string, fields?: Record<string, string>) => Promise<{ headers: Headers; body: Uint8Array }>;
};

export type Office = {
  app: Hono;
  test: TestFollowing;
  organisation: TestOrganisation;
  /** Unlocked unless `locked`. */
  worker: (role?: Role, locked?: 'locked', organisation?: TestOrganisation) => Promise<Worker>;
  /** Enters a filing as staff would; gives the id of its case. */
  enter: (actor: Actor, filing: Partial<EnteredFiling>) => Promise<string>;
  setDay: (day: string) => void;
};

export async function openOffice(language: 'ru' | 'en' = 'ru', changes: Partial<Site> = {}): Promise<Office> {
  const test = await openTestFollowing();
  let day = '2026-11-21';
  test.setNow(day);
  const { app, site } = openService({
    ...changes,
    following: test.following,
    today: () => day,
    publicUrl: undefined,
  });
  const organisation = await test.organisation();
  const worker = async (role: Role = 'caseworker', locked?: 'locked', of = organisation): Promise<Worker> => {
    const { actor, token } = await test.person(of.id, role);
    const cookie = { Cookie: `desk=${token}` };
    const same = { 'Sec-Fetch-Site': 'same-origin' };
    const url = (path: string) => (path.startsWith(`/${language}/`) ? path : `/${language}/desk${path}`);
    const answer = async (response: Response): Promise<Answer> => {
      const text = await response.text();
      const { status, headers } = response;
      return {
        status,
        page: readPage(text.slice(Math.max(0, text.indexOf('<main')))),
        text,
        headers,
        location: headers.get('location') ?? '',
      };
    };
    const get = async (path: string) => answer(await app.request(url(path), { headers: cookie }));
    const send = (path: string, fields: Record<string, string | File | readonly string[]>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields))
        for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
      return app.request(url(path), { method: 'POST', headers: { ...cookie, ...same }, body });
    };
    const post: Worker['post'] = async (path, fields = {}) => {
      const first = await answer(await send(path, fields));
      return first.status === 303 ? { ...(await get(first.location)), location: first.location } : first;
    };
    const bytes: Worker['bytes'] = async (path, fields) => {
      const response = fields ? await send(path, fields) : await app.request(url(path), { headers: cookie });
      return { headers: response.headers, body: new Uint8Array(await response.arrayBuffer()) };
    };
    if (!locked) await post('/unlock', { 'unlock.passphrase': of.passphrase });
    return { actor, get, post, bytes };
  };
  const enter = async (actor: Actor, filing: Partial<EnteredFiling>) => {
    const content = await contentOf(
      site.library,
      {
        filing: {
          template: 'crime-report-media',
          authority: 'sk-central',
          channel: 'post',
          filed: '2026-10-05',
          ...filing,
        },
      },
      test.sealing,
      [organisation.key.recipient],
      { today: day, by: 'x', newId: () => crypto.randomUUID() },
    );
    return test.register.cases.add(actor, content, day);
  };
  return {
    app,
    test,
    organisation,
    worker,
    enter,
    setDay: (next) => {
      day = next;
      test.setNow(next);
    },
  };
}

/** The first value of a hidden or typed field of a page. */
export function fieldOf(page: Page, name: string): string {
  const found = [...page.html.matchAll(/<input[^>]*>/g)].find(([tag]) => tag.includes(`name="${name}"`))?.[0];
  return /value="([^"]*)"/.exec(found ?? '')?.[1] ?? '';
}
