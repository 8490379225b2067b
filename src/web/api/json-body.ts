/** The body of a request that has to be JSON, by its type and by its text. */
import type { Context } from 'hono';

export const notJson = Symbol('not JSON');

export async function readJson(c: Context): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch (error) {
    if (error instanceof SyntaxError) return notJson;
    throw error;
  }
}

export function isJson(type: string | undefined): boolean {
  return /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type ?? '');
}
