/** A page that is the same for everybody on one day is made once that day. */
import type { Handler } from 'hono';
import type { Html } from '#html.ts';
import type { Site } from './site.ts';

/** Pages show how old a fact is and how many days are left, so they change at midnight in Moscow. */
export function oncePerDay(site: Pick<Site, 'today'>, make: () => Html): Handler {
  let last: { day: string; page: string } | undefined;
  return (c) => {
    const day = site.today();
    if (last?.day !== day) last = { day, page: String(make()) };
    return c.html(last.page);
  };
}
