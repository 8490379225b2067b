/**
 * The register for programs, below `/api`: of filers, by code; of staff, by session. Every route stands in one table with
 * who may come; who may not is turned away here, before body, parameters or ids are looked at.
 */
import { type Context, Hono } from 'hono';
import { mayTry } from '../../by-code.ts';
import { type Staff, staffMay, staffOf } from '../../desk/staff.ts';
import { comesFromOurPages } from '../../middleware/same-site.ts';
import { languageOf } from '../../negotiate.ts';
import type { Following, Site } from '../../site.ts';
import { problemResponse } from '../problem-details.ts';
import type { ApiRoute, Asked } from './asked.ts';
import { once } from './once.ts';
import { schemasOf } from './schemas.ts';
import { tooMany } from './share.ts';
import { apiRoutes } from './table.ts';

export function filingsApi(site: Site, following: Following): Hono {
  const app = new Hono({ strict: false });
  const schemas = schemasOf(site.library, following.sealing);
  const asked = (c: Context): Asked => ({
    site,
    following,
    schemas,
    t: site.texts(languageOf(c.req.raw.headers)),
  });
  for (const route of apiRoutes)
    app.on(route.method.toUpperCase(), route.path, (c) => answer(c, asked(c), route));
  for (const path of new Set(apiRoutes.map((one) => one.path)))
    app.all(path, (c) => {
      const methods = apiRoutes.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
      return problemResponse(c, asked(c).t, 405, undefined, { headers: { Allow: methods.join(', ') } });
    });
  return app;
}

async function answer(c: Context, asked: Asked, route: ApiRoute): Promise<Response> {
  const isPost = route.method === 'post' && route.once !== false;
  if (route.who === 'anybody') {
    if (!isPost || !c.req.header('idempotency-key')) return route.handler(c, asked);
    if (!(await mayTry(c, asked.following, 'once'))) return tooMany(c, asked);
    return once(c, asked, 'filer', (all) => route.handler(c, all));
  }
  const staff = await staffOf(c, asked.site, asked.following);
  if (!staff)
    return problemResponse(c, asked.t, 401, undefined, { headers: { 'WWW-Authenticate': 'Bearer' } });
  if (route.method !== 'get' && isByCookie(c, staff) && !comesFromOurPages(c))
    return problemResponse(c, asked.t, 'elsewhere');
  if (route.who !== 'any' && !staffMay(staff, route.who)) return problemResponse(c, asked.t, 403);
  if (!isPost) return route.handler(c, { ...asked, staff });
  const scope = `organisation ${staff.actor.organisation}`;
  return once(c, asked, scope, (all) => route.handler(c, { ...all, staff }));
}

/** A browser sends a cookie by itself, whoever asked it to; the header only a program that knows the token. */
function isByCookie(c: Context, { token }: Staff): boolean {
  return c.req.header('authorization') !== `Bearer ${token}`;
}
