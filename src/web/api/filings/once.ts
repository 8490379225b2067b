/**
 * Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): what is sent twice is done once. The answer is kept for a
 * day, sealed under the key itself, which is kept nowhere: a case code in it never lies in clear.
 */
import type { Context } from 'hono';
import { sha256 } from '../../sha256.ts';
import { whileHeld } from '../../while-held.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked, Plan } from './asked.ts';

type Kept =
  | { status: number; headers: [string, string][]; body: string }
  | { plan: unknown }
  | { done: readonly string[] };

/** `scope`: whose key it is. Only what was done is kept: a refused request may be mended and sent with the same key. */
export async function once(
  c: Context,
  asked: Asked,
  scope: string,
  work: (asked: Asked) => Response | Promise<Response>,
): Promise<Response> {
  const header = c.req.header('idempotency-key');
  if (header === undefined) return work(asked);
  const { t, following } = asked;
  const { idempotency } = following.register;
  const key = keyIn(header);
  if (key === undefined)
    return problemResponse(c, t, 422, [{ path: 'Idempotency-Key', code: 'idempotency-key' }]);
  const now = following.now().getTime();
  const requestHash = await hashOf(c, key);
  const found = await idempotency.begin(scope, key, requestHash, now);
  if (found === 'other') return problemResponse(c, t, 'reused');
  if (found === 'spent') return problemResponse(c, t, 410);
  if (found && 'running' in found)
    return problemResponse(c, t, 409, undefined, { headers: { 'Retry-After': String(found.running) } });
  const pair = await following.sealing.keyPairOf(await secretOf(key));
  const seal = async (kept: Kept) => following.sealing.sealJson(kept, [pair.recipient]);
  const kept: Kept | undefined =
    found && JSON.parse((await following.sealing.open(found.answer, pair.identity)) ?? '{}');
  if (kept && 'status' in kept) return new Response(kept.body === '' ? null : kept.body, kept);
  let planned = found?.answer;
  const plan: Plan = {
    kept: kept && 'plan' in kept ? kept.plan : undefined,
    done: kept && 'done' in kept ? kept.done : undefined,
    claim: async (done) => ({ scope, key, requestHash, planned, now, answer: await seal({ done }) }),
    keep: async (one: unknown) => {
      const sealed = await seal({ plan: one });
      await idempotency.keep(scope, key, sealed, now);
      planned = sealed;
    },
  };
  try {
    const response = await whileHeld(following, { scope, key }, () => work({ ...asked, plan }));
    if (response.status === 410) await idempotency.spend(scope, key);
    if (planned !== undefined) return response;
    if (!response.ok) await idempotency.drop(scope, key);
    // What is done is told as done, noted for the next time or not.
    else await idempotency.keep(scope, key, await seal(await told(response)), now).catch(() => undefined);
    return response;
  } catch (error) {
    await idempotency.drop(scope, key).catch(() => undefined); // what failed first is told
    throw error;
  }
}

/** A string of a structured header (RFC 9651) or bare; long enough that nobody guesses it. */
function keyIn(header: string): string | undefined {
  return /^"?([A-Za-z0-9_-]{16,200})"?$/.exec(header.trim())?.[1];
}

/** Under the key, because a code may stand in the body. */
async function hashOf(c: Context, key: string): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  const body = new TextDecoder('windows-1252').decode(await c.req.arrayBuffer()); // each byte as a letter of its own
  const parts = [key, c.req.method, pathname, search, c.req.header('if-match') ?? '', body];
  return sha256(JSON.stringify(parts));
}

async function secretOf(key: string): Promise<Uint8Array> {
  const told = new TextEncoder().encode(`idempotency ${key}`); // the register keeps SHA-256 of the key alone
  return new Uint8Array(await crypto.subtle.digest('SHA-256', told));
}

async function told(response: Response): Promise<Kept> {
  const names = ['content-type', 'etag', 'cache-control'];
  const headers = names.flatMap((name): [string, string][] => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return { status: response.status, headers, body: await response.clone().text() };
}
