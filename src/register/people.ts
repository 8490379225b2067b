/** Who works for the organisations: one-time invitations, names to sign in with, what a password opens. */
import { appendAudit } from './audit.ts';
import type { Db, Writing } from './db.ts';
import { accept, reset } from './joining.ts';
import { heldPerson } from './locked.ts';
import { closeDoors, endLinksOf, loginForm, personColumns, personOf, roleOf, whoOf } from './person-row.ts';
import type { People } from './register.ts';

export function peoplePart(db: Db): People {
  return {
    all: (organisation) =>
      db.read(async (kysely) => {
        const rows = kysely.selectFrom('person').select(personColumns);
        return (await rows.where('organisation', '=', organisation).orderBy('login').execute()).map(personOf);
      }),
    get: (id) =>
      db.read(async (kysely) => {
        const row = kysely.selectFrom('person').select(personColumns).where('id', '=', id);
        return some(await row.executeTakeFirst(), personOf);
      }),
    byLogin: (login) =>
      db.read(async (kysely) => {
        const row = kysely.selectFrom('person').selectAll().where('login', '=', loginForm(login));
        return some(await row.executeTakeFirst(), (found) => ({
          ...personOf(found),
          credential: { salt: found.salt, sealedSecret: found.sealed_secret },
          lastStep: found.last_step,
        }));
      }),
    invite: (by, token, role, expires) =>
      db.write(async (trx) => {
        const { organisation } = by;
        await trx
          .insertInto('invitation')
          .values({ token, organisation, role, person: null, made_by: whoOf(by), expires })
          .execute();
        await appendAudit(trx, organisation, { person: whoOf(by), action: 'invited' }, db.now());
      }),
    invitation: (token, now) =>
      db.read(async (kysely) => {
        const row = kysely
          .selectFrom('invitation')
          .leftJoin('person', 'person.id', 'invitation.person')
          .select(['invitation.organisation', 'invitation.role', 'invitation.expires', 'person.login'])
          .where('token', '=', token)
          .where('expires', '>', now);
        return some(await row.executeTakeFirst(), (found) => ({ ...found, role: roleOf(found.role) }));
      }),
    accept: (token, person, now) => db.write((trx) => accept(trx, token, person, now, db.now())),
    change: ({ organisation, person }, id, { role, active }) =>
      db.write(async (trx) => {
        const changed = await trx
          .updateTable('person')
          .set((row) => ({
            role: role ?? row.ref('role'),
            active: active === undefined ? row.ref('active') : Number(active),
          }))
          .where('id', '=', id)
          .where('organisation', '=', organisation)
          .returning('active')
          .executeTakeFirst();
        if (!changed) return false;
        if (changed.active === 0) await closeDoors(trx, id);
        else if (role !== undefined) await endLinksOf(trx, id);
        await appendAudit(trx, organisation, { person, action: 'person-changed', subject: id }, db.now());
        return true;
      }),
    setCredential: (id, { salt, sealedSecret }, keep) =>
      db.write(async (trx) => {
        if (!(await heldPerson(trx, db, id)) || !(await isOpen(trx, id, keep))) return false;
        const changed = await trx
          .updateTable('person')
          .set({ salt, sealed_secret: sealedSecret })
          .where('id', '=', id)
          .returning('organisation')
          .executeTakeFirstOrThrow();
        await closeDoors(trx, id, keep);
        const entry = { person: id, action: 'credential-changed', subject: id } as const;
        await appendAudit(trx, changed.organisation, entry, db.now());
        return true;
      }),
    useStep: (id, step) =>
      db.write(async (trx) => {
        const used = trx.updateTable('person').set({ last_step: step }).where('id', '=', id);
        return (await used.where('last_step', '<', step).returning('id').executeTakeFirst()) !== undefined;
      }),
    reset: (by, id, token, expires) => db.write((trx) => reset(trx, by, { id, token, expires }, db.now())),
  };
}

/** A session that may have ended while a password was stretched; none was asked for where nobody sits. */
async function isOpen(trx: Writing, person: string, token: string | undefined): Promise<boolean> {
  if (token === undefined) return true;
  const session = trx.selectFrom('session').select('token').where('token', '=', token);
  return (await session.where('person', '=', person).executeTakeFirst()) !== undefined;
}

function some<T, R>(row: T | undefined, as: (row: T) => R): R | undefined {
  return row === undefined ? undefined : as(row);
}
