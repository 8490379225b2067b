/** Cases that nobody has touched for as long as their organisation keeps them are deleted, with their counters. */
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { appendAudit } from './audit.ts';
import { deleteCases } from './case-writes.ts';
import { look } from './clock-watch.ts';
import type { Db } from './db.ts';

/** Cases that go in one transaction: others write in between. */
const atOnce = 200;

/** Withdrawn ones too. Gives how many; undefined where it waits until the clock is believed. */
export async function deleteExpired(db: Db, today: IsoDate): Promise<number | undefined> {
  if (!(await look(db)).isBelieved) return undefined;
  const organisations = await db.read((kysely) =>
    kysely.selectFrom('organisation').select(['id', 'retention_months']).orderBy('id').execute(),
  );
  let deleted = 0;
  for (const { id, retention_months } of organisations) {
    const before = weekOf(monthsBefore(today, retention_months));
    for (let some = atOnce; some === atOnce; deleted += some) some = await deleteSome(db, id, before);
  }
  await db.forget();
  return deleted;
}

function deleteSome(db: Db, organisation: string, before: string): Promise<number> {
  return db.write(async (trx) => {
    const expired = await trx
      .selectFrom('register_case')
      .select(['id', 'withdrawn'])
      .where('organisation', '=', organisation)
      .where('changed_week', '<', before)
      .orderBy('changed_week')
      .orderBy('id')
      .limit(atOnce)
      .$if(db.postgres, (query) => query.forUpdate().skipLocked())
      .execute();
    if (expired.length === 0) return 0;
    await deleteCases(
      trx,
      expired.map(({ id }) => id),
    );
    await appendAudit(trx, organisation, { person: null, action: 'expired-deleted' }, db.now());
    return expired.length;
  });
}

/** The same day so many months before; of a day that the month has not, its last. */
export function monthsBefore(date: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, last)))
    .toISOString()
    .slice(0, 10);
}
