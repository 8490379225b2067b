/** Cases for staff: one filing with its case, what happened to it, who works on it, its tags; entering one, deleting one. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { may } from '#domain/register/roles.ts';
import type { RegisteredCase } from '#register/register.ts';
import { problemResponse } from '../problem-details.ts';
import type { StaffAsked } from './asked.ts';
import { addEvents, onceOf, withVersion } from './changing.ts';
import { bodyBy, idIn, weekProblems } from './reading.ts';

/** Its sealed facts go out with it, and the log says so. */
export async function readCase(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff } = asked;
  const found = await caseOf(c, asked);
  if (!found) return problemResponse(c, asked.t, 'record');
  const { organisation, person } = staff.actor;
  await following.register.audit.write(organisation, { person, action: 'sealed-viewed', subject: found.id });
  return withVersion(c, found.version, found);
}

export async function enterCase(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site, t, plan } = asked;
  const read = await bodyBy(c, asked, asked.schemas.newCase);
  if (!read.ok) return read.response;
  const today = site.today();
  const problems = [
    ...read.value.filings.flatMap((one, at) => weekProblems(one, today, `filings.${at}`)),
    ...(await unknownTags(asked, read.value.tags)),
  ];
  if (problems.length > 0) return problemResponse(c, t, 422, problems);
  const { cases } = following.register;
  const [id = ''] = plan?.done ?? [await cases.add(staff.actor, read.value, today, await onceOf(plan, 1))];
  const added = await cases.get(staff.actor, id);
  if (!added && plan?.done) return problemResponse(c, t, 410);
  const filings = added?.filings.map((one) => one.id) ?? [];
  return withVersion(c, added?.version ?? 1, { id, filings }, 201);
}

/** Several events, or one written flat. */
export async function addByStaff(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site, t } = asked;
  const read = await bodyBy(c, asked, asked.schemas.events);
  if (!read.ok) return read.response;
  const { kind, week, events = [], sealed } = read.value;
  const problems: Problem[] = [
    ...(kind === undefined && week !== undefined ? [{ path: 'kind', code: 'required' } as const] : []),
    ...(kind !== undefined && week === undefined ? [{ path: 'week', code: 'required' } as const] : []),
  ];
  if (problems.length > 0) return problemResponse(c, t, 422, problems);
  const flat = kind !== undefined && week !== undefined ? [{ kind, week }] : [];
  const found = await caseOf(c, asked);
  if (!found) return problemResponse(c, t, 'record');
  const { cases } = following.register;
  const get = () => cases.get(staff.actor, found.id);
  const isOne = found.filings.length === 1;
  return addEvents(
    c,
    asked,
    { events: [...flat, ...events], sealed },
    {
      found,
      position: isOne ? 0 : found.filings.findIndex(({ id }) => id === idIn(c)),
      again: get,
      change: (version, content, claim) =>
        cases.change(staff.actor, found.id, version, content, site.today(), claim),
      answer: async () => {
        const now = (await get()) ?? found;
        return withVersion(c, now.version, now);
      },
    },
  );
}

export async function assignCase(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, t } = asked;
  const read = await bodyBy(c, asked, asked.schemas.assignee);
  if (!read.ok) return read.response;
  const { person } = read.value;
  const { people, cases } = following.register;
  const colleagues = person === null ? [] : await people.all(staff.actor.organisation);
  const works = colleagues.some(
    ({ id, active, role }) => id === person && active && may(role, 'change-case'),
  );
  const id = await caseIdOf(c, asked);
  if (id === undefined) return problemResponse(c, t, 'record');
  if (person !== null && !works) return problemResponse(c, t, 422, [{ path: 'person', code: 'choice' }]);
  await cases.assign(staff.actor, id, person);
  return changedCase(c, asked);
}

export async function tagCase(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, t } = asked;
  const read = await bodyBy(c, asked, asked.schemas.tags);
  if (!read.ok) return read.response;
  const { cases } = following.register;
  const id = await caseIdOf(c, asked);
  if (id === undefined) return problemResponse(c, t, 'record');
  const problems = await unknownTags(asked, read.value.tags);
  if (problems.length > 0) return problemResponse(c, t, 422, problems);
  await cases.tag(staff.actor, id, [...new Set(read.value.tags)]);
  return changedCase(c, asked);
}

/** What the filer last sent was seen: it is new no longer. */
export async function markSeen(c: Context, asked: StaffAsked): Promise<Response> {
  const { cases } = asked.following.register;
  const id = await caseIdOf(c, asked);
  if (id === undefined) return problemResponse(c, asked.t, 'record');
  await cases.seen(asked.staff.actor, id);
  return c.body(null, 204);
}

export async function deleteCase(c: Context, asked: StaffAsked): Promise<Response> {
  const { cases } = asked.following.register;
  const { actor } = asked.staff;
  const id = await caseIdOf(c, asked);
  if (id === undefined || !(await cases.delete(actor, id))) return problemResponse(c, asked.t, 'record');
  return c.body(null, 204);
}

async function changedCase(c: Context, asked: StaffAsked): Promise<Response> {
  const found = await caseOf(c, asked);
  if (!found) return problemResponse(c, asked.t, 'record');
  const { version, assignee, tags } = found;
  return withVersion(c, version, { version, assignee, tags });
}

/** Undefined where it is another organisation's. */
export async function caseOf(c: Context, asked: StaffAsked): Promise<RegisteredCase | undefined> {
  const { following, staff } = asked;
  const { cases } = following.register;
  const id = await caseIdOf(c, asked);
  return id === undefined ? undefined : cases.get(staff.actor, id);
}

/** The address names a filing, or the case itself, as the log and an import do. */
export async function caseIdOf(c: Context, { following, staff }: StaffAsked): Promise<string | undefined> {
  const { cases } = following.register;
  const id = idIn(c);
  return (await cases.caseOf(staff.actor, id)) ?? (await cases.get(staff.actor, id))?.id;
}

/** Tags are words that the organisation has chosen, because they lie in clear. */
async function unknownTags({ following, staff }: StaffAsked, tags: readonly string[]): Promise<Problem[]> {
  const known = (await following.register.organisations.get(staff.actor.organisation))?.tags ?? [];
  return tags.flatMap((tag, at): Problem[] =>
    known.includes(tag) ? [] : [{ path: `tags.${at}`, code: 'choice' }],
  );
}
