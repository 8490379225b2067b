/** Adding events to a case, by code or by staff: two who write at once do not lose each other's words. */
import type { Context } from 'hono';
import { mostEvents } from '#domain/case/event.ts';
import type { Problem } from '#domain/problem.ts';
import type { PublicEvent, PublicFacts } from '#domain/register/public-facts.ts';
import type { CaseContent, Changed, Claim, Once, RegisteredCase } from '#register/register.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked, Plan } from './asked.ts';
import { ifMatch, weekProblems } from './reading.ts';

type Added = { events?: PublicEvent[] | undefined; sealed?: string | undefined };

type Target = {
  found: RegisteredCase;
  /** Which of its filings. */
  position: number;
  again: () => Promise<RegisteredCase | undefined>;
  change: (version: number, content: CaseContent, claim?: Claim) => Promise<Changed>;
  answer: () => Promise<Response>;
};

/** Others may write in between; more often than this they hardly do. */
const mostTries = 5;

/**
 * Events alone are added to whatever stands there now. What is sealed replaces what was sealed, so it has to say from
 * which version it was made.
 */
export async function addEvents(
  c: Context,
  asked: Asked,
  { events = [], sealed }: Added,
  { found, position, again, change, answer }: Target,
): Promise<Response> {
  const { t, site } = asked;
  const wanted = ifMatch(c);
  if (sealed !== undefined && wanted === undefined) return problemResponse(c, t, 428);
  if (sealed === undefined && events.length === 0)
    return problemResponse(c, t, 422, [{ path: 'events', code: 'required' }]);
  if (asked.plan?.done) return answer();
  const claim = await asked.plan?.claim([]);
  let now: RegisteredCase | undefined = found;
  for (let tries = 0; now && tries < mostTries; tries++) {
    if (typeof wanted === 'number' && wanted !== now.version) return stale(c, asked, wanted, now.version);
    const problems = eventProblems(now, position, events, site.today());
    if (problems.length > 0) return problemResponse(c, t, 422, problems);
    const filings = now.filings.map((one, at) => factsOf(one, at === position ? events : []));
    const changed = await change(now.version, { filings, sealed: sealed ?? now.sealed }, claim);
    if (changed === 'done') return answer();
    now = changed === 'gone' ? undefined : await again();
  }
  return now ? stale(c, asked, found.version, now.version) : problemResponse(c, t, 'record');
}

/** Ids for so many new cases, and the claim that they settle; nothing where no key was sent. */
export async function onceOf(plan: Plan | undefined, count: number): Promise<Once | undefined> {
  if (!plan) return undefined;
  const ids = Array.from({ length: count }, () => crypto.randomUUID());
  return { ids, claim: await plan.claim(ids) };
}

/** The answer with the version of what it shows as its ETag (RFC 9110 § 8.8.3). */
export function withVersion(c: Context, version: number, body: object, status: 200 | 201 = 200): Response {
  return c.json(body, status, { ETag: `"${version}"` });
}

export function stale(c: Context, { t }: Asked, sent: number, now: number): Response {
  const members = { sent: sent < 0 ? null : sent, now };
  return problemResponse(c, t, 412, undefined, { members, headers: { ETag: `"${now}"` } });
}

function eventProblems(
  { filings }: RegisteredCase,
  position: number,
  events: readonly PublicEvent[],
  today: string,
): Problem[] {
  const filing = filings[position];
  if (!filing) return [{ path: 'filing', code: 'choice' }];
  if (filing.events.length + events.length > mostEvents)
    return [{ path: 'events', code: 'too-many', params: { max: mostEvents } }];
  return weekProblems({ filedWeek: filing.filedWeek, events: [...events] }, today);
}

function factsOf(filing: PublicFacts, added: readonly PublicEvent[]): PublicFacts {
  const { template, authority, channel, filedWeek, events } = filing;
  return { template, authority, channel, filedWeek, events: [...events, ...added] };
}
