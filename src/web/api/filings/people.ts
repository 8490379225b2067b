/** The people of an organisation, for its administrator: who is here, invitations, another role, the end of an access. */
import type { Context } from 'hono';
import type { Person } from '#register/register.ts';
import { linkDays } from '../../desk/people/changes.ts';
import { newToken } from '../../desk/staff.ts';
import { sha256 } from '../../sha256.ts';
import { problemResponse } from '../problem-details.ts';
import type { StaffAsked } from './asked.ts';
import { bodyBy, idIn } from './reading.ts';

export async function listPeople(c: Context, { following, staff }: StaffAsked): Promise<Response> {
  const people = await following.register.people.all(staff.actor.organisation);
  return c.json({ people: people.map(shown) });
}

/** The token goes behind the sign # of /desk/join; the register keeps its SHA-256. */
export async function invitePerson(c: Context, asked: StaffAsked): Promise<Response> {
  const read = await bodyBy(c, asked, asked.schemas.invitation);
  if (!read.ok) return read.response;
  const { following, staff } = asked;
  const { token, hash, expires } = await newLink(asked);
  await following.register.people.invite(staff.actor, hash, read.value.role, expires);
  return c.json({ token, expires: new Date(expires).toISOString() }, 201);
}

export async function changePerson(c: Context, asked: StaffAsked): Promise<Response> {
  const read = await bodyBy(c, asked, asked.schemas.person);
  if (!read.ok) return read.response;
  const { following, staff, t } = asked;
  const { role, active } = read.value;
  if (role === undefined && active === undefined)
    return problemResponse(c, t, 422, [{ path: 'role', code: 'required' }]);
  const person = await colleague(c, asked);
  if (!person) return problemResponse(c, t, 'record');
  const change = { ...(role !== undefined && { role }), ...(active !== undefined && { active }) };
  await following.register.people.change(staff.actor, person.id, change);
  return c.json(shown({ ...person, ...change }));
}

/** The old password is of no use from now on; the token lets the person make another. */
export async function resetPerson(c: Context, asked: StaffAsked): Promise<Response> {
  const { following, staff, t } = asked;
  const person = await colleague(c, asked);
  if (!person) return problemResponse(c, t, 'record');
  const { token, hash, expires } = await newLink(asked);
  await following.register.people.reset(staff.actor, person.id, hash, expires);
  return c.json({ token, expires: new Date(expires).toISOString() }, 201);
}

/** Another person of the same organisation: nobody takes the last key out of their own hand. */
async function colleague(c: Context, { following, staff }: StaffAsked): Promise<Person | undefined> {
  const person = await following.register.people.get(idIn(c));
  const { organisation, person: self } = staff.actor;
  return person?.organisation === organisation && person.id !== self ? person : undefined;
}

async function newLink({ following }: StaffAsked) {
  const token = newToken();
  const expires = following.now().getTime() + linkDays * 24 * 60 * 60 * 1000;
  return { token, hash: await sha256(token), expires };
}

function shown({ id, login, role, active }: Person) {
  return { id, login, role, active };
}
