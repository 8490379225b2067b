/** An answer that needs a Content-Security-Policy of its own says so here; the headers of every answer heed it. */
import type { Context } from 'hono';

const name = 'contentSecurityPolicy';

/** Gives this answer a Content-Security-Policy of its own; undefined leaves that of the pages. */
export function setPolicy(c: Context, policy: string | undefined): void {
  if (policy !== undefined) c.set(name, policy);
}

/** What `setPolicy` was told, if it was. */
export function ownPolicy(c: Context): string | undefined {
  const policy: unknown = c.get(name);
  return typeof policy === 'string' ? policy : undefined;
}
