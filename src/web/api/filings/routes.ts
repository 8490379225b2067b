/** The register for programs, below `/api`: of filers, by code; of staff, by session. */
import { Hono } from 'hono';
import type { Following, Site } from '../../site.ts';

export function filingsApi(_site: Site, _following: Following): Hono {
  return new Hono({ strict: false });
}
