/** POST /api/session: signing in as a program does; its token goes into `Authorization: Bearer`. DELETE ends it. */
import type { Context } from 'hono';
import { signInFrom, signInLimits } from '../../desk/sign-in.ts';
import { problemResponse } from '../problem-details.ts';
import type { Asked, StaffAsked } from './asked.ts';
import { bodyBy } from './reading.ts';

export async function beginSession(c: Context, asked: Asked): Promise<Response> {
  const { following, t } = asked;
  const read = await bodyBy(c, asked, asked.schemas.session);
  if (!read.ok) return read.response;
  const result = await signInFrom(c, following, read.value);
  if (result.ok) {
    const { id, organisation, role } = result.person;
    return c.json({ token: result.token, person: { id, organisation, role } });
  }
  if (result.reason === 'wrong') return problemResponse(c, t, 'sign-in');
  const headers = { 'Retry-After': String(signInLimits.seconds) };
  return problemResponse(c, t, 429, undefined, { headers });
}

export async function endSession(c: Context, { following, staff }: StaffAsked): Promise<Response> {
  const { organisation, person } = staff.actor;
  await following.register.sessions.end(staff.session.token);
  await following.register.audit.write(organisation, { person, action: 'signed-out' });
  return c.body(null, 204);
}
