/** What the page of the day shows: counted as far as people read numbers, listed as far as they scroll. */
import type { AliasedExpression } from 'kysely';
import type { IsoDate } from '#domain/dates.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import type { Db } from './db.ts';
import { listed, rowsInOrder } from './listed.ts';
import type { TodayLists } from './register.ts';

/** Counting stops here: it is what takes time in a large register. */
const mostCounted = 1000;

type Found = { ids: readonly string[]; count: number };

export async function todayLists(
  db: Pick<Db, 'kysely' | 'postgres'>,
  organisation: string,
  today: IsoDate,
  limit: number,
): Promise<TodayLists> {
  const { kysely } = db;
  const thisWeek = weekOf(today);
  const filings = kysely.selectFrom('filing').where('filing.organisation', '=', organisation);
  const overdue = filings.where('due_week', '<', thisWeek);
  const due = filings.where('due_week', '=', thisWeek);
  const own = filings.where('own_week', '>=', thisWeek).where('own_week', '<=', addWeeks(thisWeek, 1));
  const found = async (all: typeof filings, sorted: typeof filings): Promise<Found> => {
    const ids = sorted.select('filing.id').orderBy('filing.id').limit(limit);
    const some = all.select((row) => row.lit(1).as('filings')).limit(mostCounted + 1);
    return { ids: (await ids.execute()).map(({ id }) => id), count: await sum(kysely, some.as('some')) };
  };
  const lists = {
    overdue: await found(overdue, overdue.orderBy('due_week')),
    due: await found(due, due),
    own: await found(own, own.orderBy('own_week')),
    arrived: await arrived(kysely, organisation, limit),
  };
  // All their rows at once: a filing may stand in two lists.
  const ids = [...new Set(Object.values(lists).flatMap((one) => one.ids))];
  const rows = await listed(db, await rowsInOrder(db, ids), thisWeek);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = ({ ids: some, count }: Found) => ({
    filings: some.flatMap((id) => byId.get(id) ?? []),
    count: Math.min(count, mostCounted),
    isMore: count > mostCounted,
  });
  return {
    overdue: shown(lists.overdue),
    due: shown(lists.due),
    own: shown(lists.own),
    arrived: shown(lists.arrived),
  };
}

/** New cases know how many filings they hold, so that those are not looked up one by one. */
async function arrived(kysely: Db['kysely'], organisation: string, limit: number): Promise<Found> {
  const cases = kysely
    .selectFrom('register_case')
    .where('register_case.organisation', '=', organisation)
    .where('register_case.is_new', '=', 1)
    .orderBy('register_case.changed_week', 'desc')
    .orderBy('register_case.id', 'desc');
  const newest = await cases.select(['register_case.id', 'register_case.filings']).limit(limit).execute();
  let before = 0;
  const shown = newest.filter(({ filings }) => {
    before += filings;
    return before - filings < limit;
  });
  const rows = await kysely
    .selectFrom('filing')
    .select(['id', 'case_id'])
    .where('case_id', 'in', shown.length > 0 ? shown.map(({ id }) => id) : [''])
    .orderBy('position')
    .execute();
  const byCase = Map.groupBy(rows, (row) => row.case_id);
  const some = cases.select('register_case.filings').limit(mostCounted + 1);
  return {
    ids: shown.flatMap(({ id }) => (byCase.get(id) ?? []).map((row) => row.id)).slice(0, limit),
    count: await sum(kysely, some.as('some')),
  };
}

async function sum(
  kysely: Db['kysely'],
  some: AliasedExpression<{ filings: number }, 'some'>,
): Promise<number> {
  const query = kysely.selectFrom(some).select((row) => row.fn.sum<number | null>('filings').as('count'));
  return (await query.executeTakeFirstOrThrow()).count ?? 0;
}
