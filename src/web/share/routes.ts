/** The filer's side of the register, below `/{lng}/share`: sharing a case with an organisation, and coming back by its code. */
import { Hono } from 'hono';
import type { Language } from '#domain/language.ts';
import type { Following, Site } from '../site.ts';

export function sharePages(_site: Site, _following: Following, _language: Language): Hono {
  return new Hono({ strict: false });
}
