/** The address of this site in links that people pass on. */
import type { Context } from 'hono';
import type { Site } from './site.ts';

/**
 * As the operator set it. Without that the Host header says it, which is whatever the client sent: it is believed where it
 * names this machine itself, elsewhere the link begins with its path.
 */
export function originOf(c: Context, { publicUrl, place }: Pick<Site, 'publicUrl' | 'place'>): string {
  if (publicUrl !== undefined) return publicUrl;
  const { origin, hostname } = new URL(c.req.url);
  return place === 'server' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? origin : '';
}
