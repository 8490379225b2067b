/** A Hono route that hands out one finished page, and does nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';

export function app(folder: string): Hono {
  const page = readFileSync(join(folder, 'page.html'), 'utf8');
  return new Hono().get('/ru/online', (c) => c.html(page));
}
