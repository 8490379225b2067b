/**
 * What people without a sitting leave in the register is counted in bytes before it is read: nobody fills the disk in a
 * night. Counted is what is sent, by a few bits of an address for minutes and by all for a day; rather somebody waits.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { groupOf } from '../by-code.ts';
import type { Following } from '../site.ts';

const day = 24 * 60 * 60;

/** KiB: some thirty scans from one of 4096 groups of addresses in ten minutes, and ten GiB from everybody in a day. */
export const keptLimits = {
  group: { most: 24 * 1024, seconds: 600 },
  all: { most: 10 * 1024 * 1024, seconds: day },
} as const;

export function keptLimit(
  following: Following,
  refuse: (c: Context) => Response | Promise<Response>,
): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.method !== 'POST') return next();
    const { limits } = following.register;
    const now = following.now();
    const { group, all } = keptLimits;
    const size = await sizeOf(c);
    const key = `kept ${await groupOf(c, following, now)}`;
    const isFew =
      (await limits.take(key, group.most, group.seconds, now.getTime(), size)) &&
      (await limits.take('kept', all.most, all.seconds, midnight(now), size));
    return isFew ? next() : refuse(c);
  };
}

/** Of the day: a count that lasts a day tells the moment of nobody. */
function midnight(now: Date): number {
  return Math.floor(now.getTime() / 1000 / day) * day * 1000;
}

/** In KiB, as it was declared or as it came. */
async function sizeOf(c: Context): Promise<number> {
  const declared = c.req.header('content-length');
  const bytes = declared ? Number(declared) : (await c.req.raw.clone().arrayBuffer()).byteLength;
  return Math.ceil(bytes / 1024);
}
