/** How somebody gets in by a one-time link: as a newcomer, or once more after a reset. */
import { randomUUID } from 'node:crypto';
import { appendAudit } from './audit.ts';
import type { Writing } from './db.ts';
import { closeDoors, loginForm, personColumns, personOf, whoOf } from './person-row.ts';
import type { Actor, Credential, Person } from './register.ts';

type Joining = { login: string; credential: Credential };

/** The link is held first, so that of two who follow it the second finds it gone; it is used up only where all is well. */
export async function accept(
  trx: Writing,
  token: string,
  { login, credential }: Joining,
  now: number,
  clock: Date,
): Promise<Person | 'taken' | 'gone'> {
  const invitation = await trx
    .updateTable('invitation')
    .set((row) => ({ expires: row.ref('expires') }))
    .where('token', '=', token)
    .where('expires', '>', now)
    .returning(['organisation', 'role', 'person'])
    .executeTakeFirst();
  if (!invitation) return 'gone';
  const { organisation, role } = invitation;
  const own = { login: loginForm(login), salt: credential.salt, sealed_secret: credential.sealedSecret };
  const row =
    invitation.person === null
      ? await newcomer(trx, { ...own, organisation, role })
      : await returning(trx, invitation.person, own);
  if (!row) return 'taken';
  await trx.deleteFrom('invitation').where('token', '=', token).execute();
  const action = invitation.person === null ? 'joined' : 'credential-changed';
  await appendAudit(trx, organisation, { person: row.id, action, subject: row.id }, clock);
  return personOf(row);
}

/** A secret that nothing opens takes the place of the old one. */
export async function reset(
  trx: Writing,
  by: Actor | { organisation: string },
  { id, token, expires }: { id: string; token: string; expires: number },
  clock: Date,
): Promise<boolean> {
  const person = await trx
    .updateTable('person')
    .set({ sealed_secret: '' })
    .where('id', '=', id)
    .where('organisation', '=', by.organisation)
    .returning(['organisation', 'role'])
    .executeTakeFirst();
  if (!person) return false;
  await closeDoors(trx, id);
  await trx
    .insertInto('invitation')
    .values({ token, ...person, person: id, made_by: whoOf(by), expires })
    .execute();
  const entry = { person: whoOf(by), action: 'credential-reset', subject: id } as const;
  await appendAudit(trx, person.organisation, entry, clock);
  return true;
}

type Own = { login: string; salt: string; sealed_secret: string };

async function newcomer(trx: Writing, own: Own & { organisation: string; role: string }) {
  return trx
    .insertInto('person')
    .values({ id: randomUUID(), ...own, active: 1, last_step: 0 })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returning(personColumns)
    .executeTakeFirst();
}

/** May choose another name; steps of the clock begin anew with the new second factor. */
async function returning(trx: Writing, id: string, own: Own) {
  const other = await trx
    .selectFrom('person')
    .select('id')
    .where('login', '=', own.login)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) return undefined;
  return trx
    .updateTable('person')
    .set({ ...own, last_step: 0 })
    .where('id', '=', id)
    .returning(personColumns)
    .executeTakeFirst();
}
