/**
 * The desk of an organisation, below `/{lng}/desk`. Every route stands in one table with what its visitor must be allowed
 * to do; who may not is turned away here, before any handler runs.
 */
import { type Context, Hono } from 'hono';
import type { DeskLanguage } from '#domain/language.ts';
import type { MemberOrganisation } from '#domain/register/member-organisation.ts';
import { sameSiteForms } from '../middleware/same-site.ts';
import { wrongPage } from '../pages/wrong.ts';
import type { Reader } from '../parts/reader.ts';
import type { Following, Site } from '../site.ts';
import { join, joinPage } from './account/join.ts';
import { accountRoutes } from './account/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { forbidden, notHere, ofAnother } from './closed.ts';
import { type DeskForm, readDeskForm, signInPrefix } from './form.ts';
import { keyRoutes } from './key/routes.ts';
import { askPassphrase, tryToUnlock } from './key/unlock.ts';
import { peopleRoutes } from './people/routes.ts';
import { homeOf } from './places.ts';
import { settingsRoutes } from './settings/routes.ts';
import { showSignIn, tryToSignIn } from './sign-in-page.ts';
import { cookieParts, type Staff, staffBehind, staffMay, staffOf } from './staff.ts';
import { statisticsRoutes } from './statistics/routes.ts';
import { unlockedIdentity } from './unlocked.ts';
import { type DeskRoute, type DeskView, deskHref, nextAddress } from './view.ts';
import { workRoutes } from './work-routes.ts';

/** Every address of the desk but the sign-in and the way in with an invitation. */
export const deskRoutes: readonly DeskRoute[] = [
  {
    method: 'get',
    path: '/',
    operation: 'any',
    handler: (c, view) => c.redirect(deskHref(view, homeOf(view)), 303),
  },
  ...accountRoutes,
  ...keyRoutes,
  ...statisticsRoutes,
  ...peopleRoutes,
  ...settingsRoutes,
  ...auditRoutes,
  ...workRoutes,
];

export function deskPages(site: Site, following: Following, language: DeskLanguage): Hono {
  const app = new Hono({ strict: false });
  const reader = (): Reader => ({ site, language, t: site.texts(language), today: site.today() });
  app.use(sameSiteForms((c) => wrongPage(c, site, language, 403)));
  app.post('/sign-in', (c) => signInHere(c, reader(), following));
  app.get('/join', (c) => joinPage(c, reader()));
  app.post('/join', (c) => join(c, reader(), following));
  for (const route of deskRoutes)
    app.on(route.method.toUpperCase(), route.path, (c) => enter(c, reader(), following, route));
  app.all('*', (c) => enter(c, reader(), following, { operation: 'any', handler: notHere }));
  return app;
}

/** 401 and the sign-in before anything is looked at; 403 where the role does not allow it. */
async function enter(
  c: Context,
  reader: Reader,
  following: Following,
  { operation, handler }: Pick<DeskRoute, 'operation' | 'handler'>,
): Promise<Response> {
  const { site } = reader;
  const form = await readDeskForm(c);
  const staff = (await staffOf(c, site, following)) ?? (await signedInWith(c, reader, following, form));
  if (staff instanceof Response) return staff;
  const organisation = await following.register.organisations.get(staff.actor.organisation);
  if (!organisation) return showSignIn(c, reader, { ...here(c, reader), form, status: 401 });
  const view = viewOf(reader, following, staff, organisation, form);
  if (operation !== 'any' && !staffMay(staff, operation)) return forbidden(c, view);
  const tried = staffMay(staff, 'read-sealed') ? await tryToUnlock(view) : undefined;
  if (tried === 'wrong' || tried === 'limited') return askPassphrase(c, view, tried);
  const opened = tried && (await staffBehind(following, staff.token));
  return handler(c, opened ? viewOf(reader, following, opened, organisation, form) : view);
}

function viewOf(
  reader: Reader,
  following: Following,
  staff: Staff,
  organisation: MemberOrganisation,
  form: DeskForm,
): DeskView {
  let identity: Promise<string | undefined> | undefined;
  const open = () => {
    identity ??= unlockedIdentity(following, staff);
    return identity;
  };
  return { ...reader, following, staff, organisation, form, identity: open };
}

/** A form whose session ran out comes again with a sign-in beside its fields, and goes on for the same person only. */
async function signedInWith(
  c: Context,
  reader: Reader,
  following: Following,
  form: DeskForm,
): Promise<Staff | Response> {
  const { site } = reader;
  const asked = { ...here(c, reader), form };
  if (c.req.method !== 'POST' || form.raw(`${signInPrefix}login`) === '')
    return showSignIn(c, reader, { ...asked, status: isStart(c, reader) ? 200 : 401 });
  const before = cookieParts(c, site)?.person;
  const result = await tryToSignIn(c, site, following, form);
  if (!result.ok) return failed(c, reader, asked, result.reason);
  const staff = await staffBehind(following, result.token);
  if (staff && before === staff.actor.person) return staff;
  return ofAnother(c, reader);
}

async function signInHere(c: Context, reader: Reader, following: Following): Promise<Response> {
  const form = await readDeskForm(c);
  const next = nextAddress(reader, form.raw(`${signInPrefix}next`));
  const result = await tryToSignIn(c, reader.site, following, form);
  if (result.ok) return c.redirect(next, 303);
  return failed(c, reader, { action: deskHref(reader, '/sign-in'), next, form }, result.reason);
}

function failed(
  c: Context,
  reader: Reader,
  asked: { action: string; next?: string; form: DeskForm },
  reason: 'wrong' | 'limited',
): Response | Promise<Response> {
  return showSignIn(c, reader, { ...asked, failed: reason, status: reason === 'limited' ? 429 : 401 });
}

/** A form is sent on to where it was meant for; a page is gone back to. */
function here(c: Context, reader: Reader): { action: string; next?: string } {
  if (c.req.method === 'POST') return { action: c.req.path };
  const { pathname, search } = new URL(c.req.url);
  return { action: deskHref(reader, '/sign-in'), next: pathname + search };
}

function isStart(c: Context, reader: Reader): boolean {
  return c.req.path.replace(/\/$/, '') === deskHref(reader, '');
}
