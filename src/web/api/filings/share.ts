/** POST /api/filings: a filer shares a case with an organisation and gets the code by which only they come back. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { groupsOf, makeCaseCode, readCaseCode } from '#domain/register/case-code.ts';
import { type MemberOrganisation, sharingWith } from '#domain/register/member-organisation.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { codeLimits, mayTry, storedFinder } from '../../by-code.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked } from './asked.ts';
import { bodyBy, weekProblems } from './reading.ts';

export async function shareCase(c: Context, asked: Asked): Promise<Response> {
  const { site, following, t, plan } = asked;
  const read = await bodyBy(c, asked, asked.schemas.share);
  if (!read.ok) return read.response;
  const {
    organisation: id,
    sealed,
    filedFrom,
    filings: further,
    finder,
    filerRecipient,
    ...first
  } = read.value;
  const filings: PublicFacts[] = [first, ...further];
  if (plan?.done) return sharedBefore(c, asked, plan.done, finder);
  const today = site.today();
  const organisation = await following.register.organisations.get(id);
  // Everybody who changes the case seals it to this key, too: to one that is none nobody could.
  const isKey = filerRecipient === undefined || (await following.sealing.isRecipient(filerRecipient));
  const problems = [
    ...(isKey ? [] : [{ path: 'filerRecipient', code: 'recipient' } as const]),
    ...(organisation ? whyNot(organisation, filedFrom, today) : [choice]),
    ...filings.flatMap((one, at) => weekProblems(one, today, at === 0 ? '' : `filings.${at - 1}`)),
  ];
  if (problems.length > 0) return problemResponse(c, t, 422, problems);
  if (!(await mayTry(c, following, 'share'))) return tooMany(c, asked);
  const own = finder === undefined ? await newCode(asked) : undefined;
  const stored = await storedFinder(finder ?? own?.finder ?? '');
  if (own && !plan?.kept) await plan?.keep(own.code);
  const added = await following.register.shared.add(
    id,
    stored,
    filerRecipient ?? null,
    { filings, sealed },
    today,
    await plan?.claim(own ? [own.code] : []),
  );
  if (added === false)
    return problemResponse(c, t, 422, [finder === undefined ? noKey : { path: 'finder', code: 'choice' }]);
  return told(c, own?.code);
}

/** The case is not made again, also where it was deleted meanwhile. */
async function sharedBefore(
  c: Context,
  { following, t }: Asked,
  [code]: readonly string[],
  finder: string | undefined,
): Promise<Response> {
  const own = finder ?? (await following.sealing.codeKeys(code ?? '')).finder;
  const found = await following.register.shared.find(await storedFinder(own));
  return found ? told(c, code) : problemResponse(c, t, 410);
}

function told(c: Context, code: string | undefined): Response {
  return c.json(code === undefined ? {} : { code: groupsOf(code).join(' ') }, 201);
}

const choice: Problem = { path: 'organisation', code: 'choice' };
const noKey: Problem = { path: 'organisation', code: 'no-key' };

export function whyNot(
  organisation: MemberOrganisation,
  filedFrom: 'russia' | 'abroad',
  today: string,
): Problem[] {
  if (sharingWith(organisation, filedFrom, today) === 'refused')
    return [{ path: 'organisation', code: 'sharing-refused' }];
  return organisation.recipient === null ? [noKey] : [];
}

/** The code that was decided on under this Idempotency-Key, or a new one. */
async function newCode({ following, plan }: Asked): Promise<{ code: string; finder: string }> {
  const planned = typeof plan?.kept === 'string' ? readCaseCode(plan.kept) : undefined;
  const code = planned ?? makeCaseCode((bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
  return { code, finder: (await following.sealing.codeKeys(code)).finder };
}

export function tooMany(c: Context, { t }: Asked): Response {
  return problemResponse(c, t, 429, undefined, { headers: { 'Retry-After': String(codeLimits.seconds) } });
}
