/**
 * Is the clock to be believed? A server that is told a wrong year would delete at once what it should keep for years. So the
 * register keeps the last hour that it saw. A clock that is days away from it is believed when the program has run by it
 * for a day, or when an operator says that it is right.
 */
import type { Db, Writing } from './db.ts';
import type { Clock, ClockView } from './register.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** What a server may have been off for, or a clock have been mended by, without anybody wondering. */
const tolerated = 3 * day;

/** For so long the program has to run by a clock that jumped. */
const longEnough = day;

/** `at`: when the running time of a clock in doubt was last counted. */
type Seen = { seen: number; doubt?: { at: number; stood: number } | undefined };

export function clockPart(db: Db): Clock {
  let counted = db.running();
  return {
    look: async () => {
      const [since, until] = [counted, db.running()];
      counted = until;
      return look(db, until - since);
    },
    confirm: async () => {
      const seen = db.now().getTime();
      await db.write((trx) => keep(trx, { seen: hourOf(seen) }));
    },
  };
}

/** `ran`: milliseconds for which this process has run since it counted last. */
export function look(db: Db, ran = 0): Promise<ClockView> {
  return db.write(async (trx) => {
    const now = db.now().getTime();
    const before = await kept(trx, db.postgres);
    const after = next(before, now, ran);
    if (JSON.stringify(after) !== JSON.stringify(before)) await keep(trx, after);
    return viewOf(after);
  });
}

/** As it was found when somebody last looked; undefined where nobody has. */
export function lastLook({ read }: Pick<Db, 'read'>): Promise<ClockView | undefined> {
  return read(async (kysely) => {
    const row = kysely.selectFrom('installation').select('value').where('name', '=', 'clock');
    const found = await row.executeTakeFirst();
    return found && viewOf(JSON.parse(found.value));
  });
}

/** Forwards or back: a clock that was wrong at the start, and is mended a minute later, leaves no trace. */
export function next(before: Seen | undefined, now: number, ran: number): Seen {
  if (!before || isNear(now, before.seen)) return { seen: Math.max(before?.seen ?? 0, hourOf(now)) };
  const { seen, doubt } = before;
  if (!doubt || !isNear(now, doubt.at)) return { seen, doubt: { at: now, stood: 0 } };
  // Of several servers each counts only what nobody has counted before.
  const stood = doubt.stood + Math.max(0, Math.min(ran, now - doubt.at));
  if (stood >= longEnough) return { seen: hourOf(now) };
  return { seen, doubt: { at: ran > 0 ? now : doubt.at, stood } };
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= tolerated;
}

/** A register that nobody uses tells no more than the hour in which it last ran. */
function hourOf(moment: number): number {
  return Math.floor(moment / hour) * hour;
}

function viewOf({ seen, doubt }: Seen): ClockView {
  return doubt
    ? { isBelieved: false, seen, left: longEnough - doubt.stood }
    : { isBelieved: true, seen, left: 0 };
}

async function kept(trx: Writing, postgres: boolean): Promise<Seen | undefined> {
  const row = await trx
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'clock')
    .$if(postgres, (query) => query.forUpdate())
    .executeTakeFirst();
  return row && JSON.parse(row.value);
}

async function keep(trx: Writing, seen: Seen): Promise<void> {
  const value = JSON.stringify(seen);
  await trx
    .insertInto('installation')
    .values({ name: 'clock', value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
