/** One request to the register of this site. Its address says nothing; what it may not answer counts as no answer. */
import * as z from 'zod/mini';

/** Where the register answers whoever has a code; the policy of the tab allows these addresses alone. */
export const registerPlace = '/api/filings/by-code';

/** Milliseconds; a scan over a bad mobile line takes long. */
const patience = 120_000;

/** offline: nobody answered. unavailable: who answered cannot do it now, or is not the register. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly reason: 'offline' | 'unavailable';
  constructor(reason: 'offline' | 'unavailable') {
    super(reason);
    this.reason = reason;
  }
}

export type Said = {
  status: number;
  json: () => Promise<unknown>;
  bytes: () => Promise<Uint8Array<ArrayBuffer>>;
};

/** Fails for a status that is none of `expected`. `version` is what the body was made from. */
export async function tell(
  below: string,
  body: object,
  expected: readonly number[],
  version?: number,
): Promise<Said> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patience);
  try {
    const response = await fetch(registerPlace + below, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(version !== undefined && { 'If-Match': `"${version}"` }),
      },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: giveUp.signal,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const { status } = response;
    const isOurs = status < 400 || response.headers.get('Content-Type') === 'application/problem+json';
    if (!expected.includes(status) || !isOurs) throw new NoAnswer('unavailable');
    return { status, bytes: async () => bytes, json: async () => jsonIn(bytes) };
  } catch (error) {
    throw error instanceof NoAnswer ? error : new NoAnswer('offline');
  } finally {
    clearTimeout(timer);
  }
}

/** What is no JSON was said by somebody else. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new NoAnswer('unavailable');
  }
}

/** Why a body was not taken (RFC 9457). */
export async function problemCodes(said: Said): Promise<string[]> {
  const read = z.safeParse(z.object({ errors: z.array(z.object({ code: z.string() })) }), await said.json());
  return read.success ? read.data.errors.map(({ code }) => code) : [];
}
