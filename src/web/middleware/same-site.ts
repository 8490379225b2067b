/**
 * Forms are taken from our own pages only (CSRF). The one cookie there is, of staff, is not sent from other sites (SameSite),
 * so a browser that says nothing is believed; one that says "from elsewhere" is refused. Needs no script.
 */
import type { Context, MiddlewareHandler } from 'hono';

export function sameSiteForms(refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method === 'POST' && comesFromElsewhere(c)) return refuse(c);
    return next();
  };
}

/** Sec-Fetch-Site decides (Fetch Metadata); older browsers send Origin, which `no-referrer` turns into "null". */
function comesFromElsewhere(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const origin = c.req.header('origin');
  if (origin === undefined || origin === 'null') return false;
  return !URL.canParse(origin) || new URL(origin).host !== (c.req.header('host') ?? new URL(c.req.url).host);
}

/** Likewise where a cookie alone proves who asks: then a browser has to say that one of our pages did. */
export function comesFromOurPages(c: Context): boolean {
  const said = c.req.header('sec-fetch-site') ?? c.req.header('origin');
  return said !== undefined && said !== 'null' && said !== 'none' && !comesFromElsewhere(c);
}
