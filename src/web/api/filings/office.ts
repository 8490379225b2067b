/** An organisation's own things: its settings, its key as it is kept, whether its log is whole. */
import type { Context } from 'hono';
import type { Problem } from '#domain/problem.ts';
import { type MemberOrganisation, mayBeNamed } from '#domain/register/member-organisation.ts';
import { problemResponse } from '../problem-details.ts';
import type { StaffAsked } from './asked.ts';
import { bodyBy } from './reading.ts';

export async function readSettings(c: Context, asked: StaffAsked): Promise<Response> {
  const own = await ownOrganisation(asked);
  return own ? c.json(shown(own)) : problemResponse(c, asked.t, 'record');
}

/** All of them at once; what may be left out and is, is empty from then on. */
export async function changeSettings(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, site, t } = asked;
  const read = await bodyBy(c, asked, asked.schemas.settings);
  if (!read.ok) return read.response;
  const own = await ownOrganisation(asked);
  if (!own) return problemResponse(c, t, 'record');
  const { name: given, statusChecked: day, statusInRussia: status, tags } = read.value;
  const name = given ?? (mayBeNamed(own) ? undefined : own.name);
  const problems: Problem[] = [
    ...(name ? [] : [{ path: 'name', code: 'required' } as const]),
    ...(day === null && status !== 'unknown' ? [{ path: 'statusChecked', code: 'required' } as const] : []),
    ...(day !== null && day > site.today()
      ? [{ path: 'statusChecked', code: 'date-in-future' } as const]
      : []),
  ];
  if (!name || problems.length > 0) return problemResponse(c, t, 422, problems);
  const settings = { ...read.value, name, tags: [...new Set(tags)] };
  await following.register.organisations.change(staff.actor, settings);
  return c.json(shown({ ...own, ...settings }));
}

/**
 * For a client that opens sealed facts itself: what the passphrase opens, and the salt by which it is stretched. The
 * passphrase never comes here, so nothing is unlocked over the API.
 */
export async function readKey(c: Context, { following, staff, t }: StaffAsked): Promise<Response> {
  const { organisation, person } = staff.actor;
  const key = await following.register.organisations.key(organisation);
  if (!key) return problemResponse(c, t, 'record');
  await following.register.audit.write(organisation, { person, action: 'unlocked' }); // it may be now
  const { recipient, sealedKey, salt } = key;
  return c.json({ recipient, sealedKey, salt });
}

/** Walks the whole chain. */
export async function verifyAudit(c: Context, { following, staff }: StaffAsked): Promise<Response> {
  return c.json(await following.register.audit.verify(staff.actor.organisation));
}

function ownOrganisation({ following, staff }: StaffAsked): Promise<MemberOrganisation | undefined> {
  return following.register.organisations.get(staff.actor.organisation);
}

/** One that is banned as extremist has no name here. */
function shown({ id: _, recipient: __, name, ...settings }: MemberOrganisation) {
  return { name: mayBeNamed(settings) ? name : null, ...settings };
}
