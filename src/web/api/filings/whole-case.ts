/** A case as a whole, for staff: all of it anew, as the desk stores what somebody corrected; and who did what with it. */
import type { Context } from 'hono';
import { problemResponse } from '../problem-details.ts';
import type { StaffAsked } from './asked.ts';
import { caseIdOf, caseOf } from './cases.ts';
import { stale, withVersion } from './changing.ts';
import { bodyBy, ifMatch, weekProblems } from './reading.ts';

/** What is in clear and what is sealed replace what was there, so it has to say from which version it was made. */
export async function replaceCase(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site, t } = asked;
  const read = await bodyBy(c, asked, asked.schemas.wholeCase);
  if (!read.ok) return read.response;
  const wanted = ifMatch(c);
  if (wanted === undefined) return problemResponse(c, t, 428);
  const today = site.today();
  const problems = read.value.filings.flatMap((one, at) => weekProblems(one, today, `filings.${at}`));
  if (problems.length > 0) return problemResponse(c, t, 422, problems);
  const found = await caseOf(c, asked);
  if (!found) return problemResponse(c, t, 'record');
  const { cases } = following.register;
  const version = wanted === 'any' ? found.version : wanted;
  const changed = await cases.change(staff.actor, found.id, version, read.value, today);
  const now = changed === 'gone' ? undefined : await cases.get(staff.actor, found.id);
  if (!now) return problemResponse(c, t, 'record');
  return changed === 'conflict' ? stale(c, asked, version, now.version) : withVersion(c, now.version, now);
}

/** Newest first. */
export async function readHistory(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, t } = asked;
  const id = await caseIdOf(c, asked);
  if (id === undefined) return problemResponse(c, t, 'record');
  const entries = await following.register.audit.ofCase(staff.actor, id);
  return c.json({ case: id, entries });
}
