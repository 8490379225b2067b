/** Removes an organisation whole: the only way in which an audit log ever goes. */
import { sql } from 'kysely';
import type { Db, Writing } from './db.ts';

/** Cases that go in one transaction: others write in between. */
const atOnce = 500;

/**
 * First its people and its key, so that nobody adds to it, then its cases, at last itself with its log. Stopped on the way,
 * it goes on where it was when it is asked again. How many cases; undefined where there is no such organisation.
 */
export async function removeOrganisation(db: Db, id: string): Promise<number | undefined> {
  const there = await db.write(async (trx) => {
    await trx.deleteFrom('person').where('organisation', '=', id).execute();
    await trx.deleteFrom('invitation').where('organisation', '=', id).execute();
    const closed = trx.updateTable('organisation').set({ recipient: null }).where('id', '=', id);
    return closed.returning('id').executeTakeFirst();
  });
  if (!there) return undefined;
  let cases = 0;
  for (let some = atOnce; some === atOnce; cases += some) some = await removeCases(db, id);
  await db.write((trx) => removeRest(trx, db.postgres, id));
  if (db.postgres) await sql`vacuum`.execute(db.kysely);
  await db.forget();
  return cases;
}

function removeCases(db: Db, organisation: string): Promise<number> {
  return db.write(async (trx) => {
    const some = trx.selectFrom('register_case').select('id').where('organisation', '=', organisation);
    const gone = await trx
      .deleteFrom('register_case')
      .where('id', 'in', some.limit(atOnce))
      .returning('id')
      .execute();
    return gone.length;
  });
}

async function removeRest(trx: Writing, postgres: boolean, id: string): Promise<void> {
  await withoutTriggers(trx, postgres, () =>
    trx.deleteFrom('audit').where('organisation', '=', id).execute(),
  );
  await trx.deleteFrom('organisation').where('id', '=', id).execute();
}

/** Seen by nobody else: both databases take triggers away and give them back within a transaction. */
async function withoutTriggers(trx: Writing, postgres: boolean, work: () => Promise<unknown>): Promise<void> {
  if (postgres) {
    await sql`alter table audit disable trigger audit_kept`.execute(trx);
    await work();
    await sql`alter table audit enable trigger audit_kept`.execute(trx);
    return;
  }
  const { rows } = await sql<{ sql: string }>`
    select sql from sqlite_schema where type = 'trigger' and tbl_name = 'audit' and name = 'audit_no_delete'
  `.execute(trx);
  await sql`drop trigger audit_no_delete`.execute(trx);
  await work();
  for (const { sql: made } of rows) await sql.raw(made).execute(trx);
}
