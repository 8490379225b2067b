/** POST /api/filings/by-code and below it: whoever holds the code reads the case, adds to it, takes it back, deletes it. */
import type { Context } from 'hono';
import type { RegisteredCase } from '#register/register.ts';
import { finderOf, mayTry, noSooner, storedFinder } from '../../by-code.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked } from './asked.ts';
import { addEvents, withVersion } from './changing.ts';
import { bodyBy } from './reading.ts';
import type { Schemas } from './schemas.ts';
import { tooMany } from './share.ts';

type Shared = RegisteredCase & { withdrawn: boolean };
type Key = { code?: string | undefined; finder?: string | undefined };

export async function readByCode(c: Context, asked: Asked): Promise<Response> {
  return byCode(c, asked, 'byCode', async (_, found) => shown(c, found));
}

export async function addByCode(c: Context, asked: Asked): Promise<Response> {
  const { shared } = asked.following.register;
  return byCode(c, asked, 'byCodeEvents', async (body, found, finder) =>
    addEvents(c, asked, body, {
      found,
      position: body.filing,
      again: () => shared.find(finder),
      change: (version, content, claim) => shared.change(finder, version, content, asked.site.today(), claim),
      answer: async () => shown(c, (await shared.find(finder)) ?? found),
    }),
  );
}

/** Withdrawn twice is withdrawn. */
export async function withdrawByCode(c: Context, asked: Asked): Promise<Response> {
  const { shared } = asked.following.register;
  return byCode(c, asked, 'withdraw', async ({ sealed }, found, finder) => {
    await shared.withdraw(finder, sealed, asked.site.today());
    return shown(c, (await shared.find(finder)) ?? found);
  });
}

export async function deleteByCode(c: Context, asked: Asked): Promise<Response> {
  return byCode(c, asked, 'byCode', async (_, __, finder) => {
    await asked.following.register.shared.delete(finder);
    return c.body(null, 204);
  });
}

type Names = 'byCode' | 'byCodeEvents' | 'byCodeScan' | 'byCodeScans' | 'withdraw';
type Bodies = { [Name in Names]: Schemas[Name]['_zod']['output'] };

/** A wrong code, a mistyped one and a right one take the same way and the same time. */
export async function byCode<Name extends keyof Bodies>(
  c: Context,
  asked: Asked,
  name: Name,
  work: (body: Bodies[Name], found: Shared, finder: string) => Promise<Response>,
): Promise<Response> {
  const { following, t, schemas } = asked;
  const read = await bodyBy<Bodies[Name]>(c, asked, schemas[name] as never); // each name has its own schema
  if (!read.ok) return read.response;
  const { code, finder }: Key = read.value;
  if ((code === undefined) === (finder === undefined))
    return problemResponse(c, t, 422, [{ path: 'code', code: 'required' }]);
  if (!(await mayTry(c, following, 'code'))) return tooMany(c, asked);
  return noSooner(following, async () => {
    const stored = finder === undefined ? await finderOf(following, code ?? '') : await storedFinder(finder);
    const found = await following.register.shared.find(stored);
    return found ? work(read.value, found, stored) : problemResponse(c, t, 'code');
  });
}

/** What the filer is shown: nothing of the organisation's own work on the case, and no id of it. */
function shown(c: Context, { organisation, version, withdrawn, filings, sealed, scans }: Shared): Response {
  const told = filings.map(({ id: _, ...facts }) => facts);
  return withVersion(c, version, { organisation, version, withdrawn, filings: told, sealed, scans });
}
