/** A person as the table holds one, and what goes with them when they are put out. */
import { type Role, roles } from '#domain/register/roles.ts';
import type { Writing } from './db.ts';
import type { Actor, Person } from './register.ts';

export const personColumns = ['id', 'organisation', 'login', 'role', 'active'] as const;

type PersonRow = { id: string; organisation: string; login: string; role: string; active: number };

/** How a name to sign in with is kept and looked for: Anna, ANNA and Ａｎｎａ are one. */
export function loginForm(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}

export function personOf({ id, organisation, login, role, active }: PersonRow): Person {
  return { id, organisation, login, role: roleOf(role), active: active === 1 };
}

/** The command line is nobody. */
export function whoOf(by: Actor | { organisation: string }): string | null {
  return 'person' in by ? by.person : null;
}

/** Ends every session of a person but `keep`, links that would let them in anew, and those that they made. */
export async function closeDoors(trx: Writing, id: string, keep = ''): Promise<void> {
  await trx.deleteFrom('session').where('person', '=', id).where('token', '!=', keep).execute();
  await trx.deleteFrom('invitation').where('person', '=', id).execute();
  await endLinksOf(trx, id);
}

/** Whoever invites people may have kept a link for themselves, and whoever sat in their place too. */
export async function endLinksOf(trx: Writing, id: string): Promise<void> {
  await trx.deleteFrom('invitation').where('made_by', '=', id).execute();
}

export function roleOf(name: string): Role {
  const role = roles.find((one) => one === name);
  if (role === undefined) throw new Error('the register holds a role that is none');
  return role;
}
