/** The desk of an organisation, below `/{lng}/desk`. */
import { Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import type { Following, Site } from '../site.ts';

/** The desk speaks these; whoever reads another language gets English. */
export const deskLanguages = ['ru', 'en'] as const satisfies readonly Language[];

export function deskPages(
  _site: Site,
  _following: Following,
  _language: (typeof deskLanguages)[number],
): Hono {
  return new Hono({ strict: false });
}
