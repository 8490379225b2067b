/**
 * Counts for those who see no filings: of one moment of the week, kept until the next one. Whoever asked again and again
 * could otherwise tell, by the minute, when somebody shared a case or was answered.
 */
import type { IsoDate } from '#domain/dates.ts';
import { dimensions, suppressed, type ToldRow } from '#domain/register/statistics.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import type { Db, Reading } from './db.ts';
import { RegisterUnavailable } from './register.ts';
import { statisticsOf } from './statistics.ts';

export async function toldStatistics(
  db: Db,
  organisation: string,
  today: IsoDate,
): Promise<readonly ToldRow[]> {
  const week = weekOf(today);
  const kept = await db.read((kysely) => keptOf(kysely, organisation));
  // A server whose clock is behind tells what the others do.
  if (kept && (kept.week === week || kept.week === addWeeks(week, 1))) return rowsOf(kept.rows);
  const counted = await db.read((kysely) => statisticsOf(kysely, organisation, dimensions, today));
  if (counted.length === 0) return []; // whoever looks in before anything is filed does not wait for a week
  const rows = JSON.stringify(suppressed(counted));
  try {
    return rowsOf(await keep(db, { organisation, week, rows }));
  } catch (error) {
    if (!(error instanceof RegisterUnavailable)) throw error;
    return rowsOf(rows); // nothing can be written, so nothing changes either
  }
}

/** Of two who count at once, both tell what the first has kept. */
async function keep(db: Db, told: { organisation: string; week: string; rows: string }): Promise<string> {
  return db.write(async (trx) => {
    await trx
      .insertInto('told')
      .values(told)
      .onConflict((conflict) =>
        conflict
          .column('organisation')
          .doUpdateSet({ week: told.week, rows: told.rows })
          .where('told.week', '<>', told.week),
      )
      .execute();
    return (await keptOf(trx, told.organisation))?.rows ?? told.rows;
  });
}

function keptOf(kysely: Reading, organisation: string) {
  return kysely
    .selectFrom('told')
    .select(['week', 'rows'])
    .where('organisation', '=', organisation)
    .executeTakeFirst();
}

function rowsOf(text: string): readonly ToldRow[] {
  const rows: readonly ToldRow[] = JSON.parse(text); // written above alone
  return rows;
}
