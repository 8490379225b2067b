/**
 * A form with more fields than any page has is refused before it is taken apart: a megabyte of empty fields would hold up
 * everybody for seconds, because one thread answers all.
 */
import type { Context, MiddlewareHandler } from 'hono';

/** Marks between fields that are looked for, and how many of them a form or a file in it may hold. */
const marks = [
  { mark: new TextEncoder().encode('&'), most: 20_000 }, // a picture of a megabyte has some thousands by chance
  { mark: new TextEncoder().encode('\r\n--'), most: 2000 },
] as const;

export function fieldLimit(refuse: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST' || !c.req.raw.body) return next();
    const body = Buffer.from(await c.req.raw.arrayBuffer());
    if (marks.some(({ mark, most }) => isOftener(body, mark, most))) return refuse(c);
    c.req.raw = new Request(c.req.raw, { body });
    return next();
  };
}

function isOftener(body: Buffer, mark: Uint8Array, most: number): boolean {
  let found = 0;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length))
    if (++found > most) return true;
  return false;
}
