/** POST /api/filings/by-code and below it: whoever holds the code reads the case, adds to it, takes it back, deletes it. */
import type { Context } from 'hono';
import { mayBeNamed } from '#domain/register/member-organisation.ts';
import type { RegisteredCase } from '#register/register.ts';
import { finderOf, mayTry, noSooner, storedFinder } from '../../by-code.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked } from './asked.ts';
import { addEvents, stale, withVersion } from './changing.ts';
import { bodyBy, ifMatch, weekProblems } from './reading.ts';
import type { Schemas } from './schemas.ts';
import { tooMany, whyNot } from './share.ts';

type Shared = RegisteredCase & { withdrawn: boolean };
type Key = { code?: string | undefined; finder?: string | undefined };

export async function readByCode(c: Context, asked: Asked): Promise<Response> {
  return byCode(c, asked, 'byCode', async (_, found) => shown(c, asked, found));
}

export async function addByCode(c: Context, asked: Asked): Promise<Response> {
  const { shared } = asked.following.register;
  return byCode(c, asked, 'byCodeEvents', async (body, found, finder) =>
    addEvents(c, asked, body, {
      found,
      position: body.filing,
      again: () => shared.find(finder),
      change: (version, content, claim) => shared.change(finder, version, content, asked.site.today(), claim),
      answer: async () => shown(c, asked, (await shared.find(finder)) ?? found),
    }),
  );
}

/**
 * The whole case anew, from whoever holds it: what is in clear and what is sealed replace what was there. As with sharing,
 * an organisation that was banned meanwhile gets nothing more from whoever filed from Russia.
 */
export async function changeByCode(c: Context, asked: Asked): Promise<Response> {
  const { t, site, following, plan } = asked;
  const { shared, organisations } = following.register;
  return byCode(c, asked, 'byCodeChange', async ({ filings, sealed, filedFrom }, found, finder) => {
    const wanted = ifMatch(c);
    if (wanted === undefined) return problemResponse(c, t, 428);
    const organisation = found.withdrawn ? undefined : await organisations.get(found.organisation);
    const problems = [
      ...(organisation ? whyNot(organisation, filedFrom, site.today()) : []),
      ...filings.flatMap((one, at) => weekProblems(one, site.today(), `filings.${at}`)),
    ];
    if (problems.length > 0) return problemResponse(c, t, 422, problems);
    if (!plan?.done) {
      if (wanted !== 'any' && wanted !== found.version) return stale(c, asked, wanted, found.version);
      const claim = await plan?.claim([]);
      const changed = await shared.change(finder, found.version, { filings, sealed }, site.today(), claim);
      if (changed === 'gone') return problemResponse(c, t, 'code');
      if (changed === 'conflict')
        return stale(c, asked, found.version, (await shared.find(finder))?.version ?? found.version);
    }
    return shown(c, asked, (await shared.find(finder)) ?? found);
  });
}

/** Withdrawn twice is withdrawn. */
export async function withdrawByCode(c: Context, asked: Asked): Promise<Response> {
  const { shared } = asked.following.register;
  return byCode(c, asked, 'withdraw', async ({ sealed }, found, finder) => {
    await shared.withdraw(finder, sealed, asked.site.today());
    return shown(c, asked, (await shared.find(finder)) ?? found);
  });
}

export async function deleteByCode(c: Context, asked: Asked): Promise<Response> {
  return byCode(c, asked, 'byCode', async (_, __, finder) => {
    await asked.following.register.shared.delete(finder);
    return c.body(null, 204);
  });
}

type Names = 'byCode' | 'byCodeChange' | 'byCodeEvents' | 'byCodeScan' | 'byCodeScans' | 'withdraw';
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
  if (!(await mayTry(c, following, finder === undefined ? 'code' : 'finder'))) return tooMany(c, asked);
  return noSooner(following, async () => {
    const stored = finder === undefined ? await finderOf(following, code ?? '') : await storedFinder(finder);
    const found = await following.register.shared.find(stored);
    return found ? work(read.value, found, stored) : problemResponse(c, t, 'code');
  });
}

/**
 * What the filer is shown: nothing of the organisation's own work on the case, and no id of it. An organisation that may not
 * be named has no id here either, which may be its name.
 */
async function shown(c: Context, { following }: Asked, found: Shared): Promise<Response> {
  const { version, withdrawn, changedWeek, filings, sealed, scans } = found;
  const told = filings.map(({ id: _, ...facts }) => facts);
  const organisation = await following.register.organisations.get(found.organisation);
  const isNamed = organisation !== undefined && mayBeNamed(organisation);
  const sharedWith = organisation && {
    name: isNamed ? organisation.name : null,
    statusInRussia: organisation.statusInRussia,
    statusChecked: organisation.statusChecked,
    retentionMonths: organisation.retentionMonths,
    recipient: organisation.recipient,
  };
  return withVersion(c, version, {
    organisation: isNamed ? organisation.id : null,
    sharedWith: sharedWith ?? null,
    version,
    withdrawn,
    changedWeek,
    filings: told,
    sealed,
    scans,
  });
}
