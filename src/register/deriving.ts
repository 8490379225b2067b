/**
 * Where a filing stands follows from its facts and the law. Where the law in the library is another than the one that the
 * register was worked out by, all of it is worked out anew: a few cases at a time, each time with their counters and with
 * the place that was reached. So it may be killed at any moment, and several servers go on where one of them was.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { derivedBy } from '#domain/register/derived-by.ts';
import type { Db, Writing } from './db.ts';
import { deriveCases } from './derive-cases.ts';
import type { Deriving, DerivingView } from './register.ts';

/** Cases of one transaction: people wait for it no longer than for a page. */
const atOnce = 20;

/** `by`: the law. `after`: the last case that is done; null once all are. */
type Reached = { by: string; after: string | null };

export function derivingPart(db: Db): Deriving & { end: () => Promise<void> } {
  const by = derivedBy(db.library);
  let isClaimed = false;
  let isEnded = false;
  let running: Promise<void> | undefined;
  const all = async () => {
    while (!isEnded) {
      const begun = performance.now();
      const isMore = await step(db, by, isClaimed);
      isClaimed = true;
      if (!isMore) return;
      await wait(performance.now() - begun); // half of the time is for people
    }
  };
  return {
    anew: () => {
      running ??= all().finally(() => {
        running = undefined;
      });
      return running;
    },
    end: async () => {
      isEnded = true;
      await running?.catch(() => {}); // whoever began it is told
    },
  };
}

export function derivingView({ read, library }: Pick<Db, 'read' | 'library'>): Promise<DerivingView> {
  return read(async (kysely) => {
    const row = kysely.selectFrom('installation').select('value').where('name', '=', 'derived');
    const found = await row.executeTakeFirst();
    const reached: Reached | undefined = found && JSON.parse(found.value);
    if (reached?.by === derivedBy(library)) return { isDone: reached.after === null, part: partOf(reached) };
    const held = await kysely.selectFrom('register_case').select('id').limit(1).executeTakeFirst();
    return { isDone: held === undefined, part: 0 };
  });
}

/**
 * False where nothing is left to do. A server claims the register for its law once, when it starts: of servers with
 * different laws the last one to start has it, and they do not undo each other's work for ever.
 */
function step(db: Db, by: string, isClaimed: boolean): Promise<boolean> {
  return db.write(async (trx) => {
    const reached = await locked(trx, db.postgres);
    const isOurs = reached.by === by;
    if (isOurs ? reached.after === null : isClaimed) return false;
    const cases = await trx
      .selectFrom('register_case')
      .select('id')
      .where('id', '>', (isOurs && reached.after) || '')
      .orderBy('id')
      .limit(atOnce)
      .$if(db.postgres, (query) => query.forUpdate())
      .execute();
    await deriveCases(
      trx,
      db.library,
      cases.map(({ id }) => id),
    );
    const after = cases.length < atOnce ? null : (cases.at(-1)?.id ?? null);
    await trx
      .updateTable('installation')
      .set({ value: JSON.stringify({ by, after } satisfies Reached) })
      .where('name', '=', 'derived')
      .execute();
    return after !== null;
  });
}

/** Held until the transaction ends: of several servers one works at a time. */
async function locked(trx: Writing, postgres: boolean): Promise<Reached> {
  const never: Reached = { by: '', after: '' };
  await trx
    .insertInto('installation')
    .values({ name: 'derived', value: JSON.stringify(never) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await trx
    .selectFrom('installation')
    .select('value')
    .where('name', '=', 'derived')
    .$if(postgres, (query) => query.forUpdate())
    .executeTakeFirstOrThrow();
  return JSON.parse(value);
}

/** Ids are random, so that they tell how many are done. */
function partOf({ after }: Reached): number {
  if (after === null) return 1;
  return after === '' ? 0 : Number.parseInt(after.slice(0, 4), 16) / 0x10000;
}
