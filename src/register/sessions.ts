/** Who is signed in. A session ends after half an hour without a request, at its last hour, and when its person is put out. */
import type { ExpressionBuilder } from 'kysely';
import type { Db, Reading } from './db.ts';
import { heldPerson } from './locked.ts';
import { personColumns, personOf } from './person-row.ts';
import { RegisterUnavailable, type Sessions } from './register.ts';
import type { Tables } from './tables.ts';

const minute = 60_000;
const idle = 30 * minute;

/** Clocks of several servers differ by less. One that was seen later than this is of a clock that has jumped back: it ends. */
const ahead = 5 * minute;

export function sessionsPart(db: Db): Sessions {
  return {
    begin: ({ token, person, now, expires, proved }) =>
      db.write(async (trx) => {
        const held = proved === undefined ? undefined : await heldPerson(trx, db, person);
        if (held?.sealed_secret !== proved || held?.active === 0) return false;
        await dead(trx, now).execute();
        await trx
          .insertInto('session')
          .values({ token, person, seen: now, expires, unlocked: null })
          .execute();
        return true;
      }),
    get: async (token, now) => {
      const found = await db.read((kysely) => sessionRow(kysely, token));
      if (!found) return undefined;
      const { seen, expires, unlocked } = found;
      if (isOver(found, now)) {
        await onlyIfPossible(db.write((trx) => dead(trx, now).where('token', '=', token).execute()));
        return undefined;
      }
      if (found.active !== 1) return undefined;
      if (now - seen >= minute) await onlyIfPossible(touch(db, token, now));
      return { token, person: personOf(found), seen: Math.max(seen, now), expires, unlocked };
    },
    unlock: async (token, unlocked) => {
      await db.write((trx) =>
        trx.updateTable('session').set({ unlocked }).where('token', '=', token).execute(),
      );
      if (unlocked === null) await db.forget();
    },
    end: async (token) => {
      await db.write((trx) => trx.deleteFrom('session').where('token', '=', token).execute());
      await db.forget(); // a stolen cookie opens nothing that still lies in the log
    },
  };
}

function isOver({ seen, expires }: { seen: number; expires: number }, now: number): boolean {
  return now >= expires || now - seen >= idle || seen - now > ahead;
}

/** The same in the words of the database. */
export function isDead(now: number) {
  return (row: ExpressionBuilder<Tables, 'session'>) =>
    row.or([row('expires', '<=', now), row('seen', '<=', now - idle), row('seen', '>', now + ahead)]);
}

function dead(kysely: Reading, now: number) {
  return kysely.deleteFrom('session').where(isDead(now));
}

async function sessionRow(kysely: Reading, token: string) {
  return kysely
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person')
    .select(personColumns.map((column) => `person.${column}` as const))
    .select(['session.seen', 'session.expires', 'session.unlocked'])
    .where('session.token', '=', token)
    .executeTakeFirst();
}

async function touch(db: Db, token: string, now: number): Promise<unknown> {
  return db.write((trx) =>
    trx
      .updateTable('session')
      .set({ seen: now })
      .where('token', '=', token)
      .where('seen', '<', now)
      .execute(),
  );
}

/** A full disk keeps nobody from reading: the session then ends half an hour after it was last written down. */
async function onlyIfPossible(writing: Promise<unknown>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
  }
}
