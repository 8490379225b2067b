/** What the page of the day shows: counted as far as people read numbers, listed as far as they scroll. */
import type { AliasedExpression } from 'kysely';
import type { IsoDate } from '#domain/dates.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import type { Reading } from './db.ts';
import { listed, rowsInOrder } from './listed.ts';
import type { TodayLists } from './register.ts';

/** Counting stops here: it is what takes time in a large register. */
const mostCounted = 1000;

type Ids = AliasedExpression<{ id: string }, 'some'>;

export async function todayLists(
  kysely: Reading,
  organisation: string,
  today: IsoDate,
  limit: number,
): Promise<TodayLists> {
  const thisWeek = weekOf(today);
  const filings = kysely.selectFrom('filing').where('filing.organisation', '=', organisation);
  const overdue = filings.where('due_week', '<', thisWeek);
  const due = filings.where('due_week', '=', thisWeek);
  const own = filings.where('own_week', '>=', thisWeek).where('own_week', '<=', addWeeks(thisWeek, 1));
  const arrived = kysely
    .selectFrom('register_case')
    .innerJoin('filing', 'filing.case_id', 'register_case.id')
    .where('register_case.organisation', '=', organisation)
    .where('register_case.is_new', '=', 1);
  const counted = async (ids: Ids): Promise<{ count: number; isMore: boolean }> => {
    const query = kysely.selectFrom(ids).select((row) => row.fn.countAll<number>().as('count'));
    const { count } = await query.executeTakeFirstOrThrow();
    return { count: Math.min(count, mostCounted), isMore: count > mostCounted };
  };
  const list = async (first: Promise<{ id: string }[]>, ids: Ids) => {
    const rows = await rowsInOrder(
      kysely,
      (await first).map(({ id }) => id),
    );
    return { filings: await listed(kysely, rows, thisWeek), ...(await counted(ids)) };
  };
  const most = (query: typeof filings) =>
    query
      .select('filing.id')
      .limit(mostCounted + 1)
      .as('some');
  const first = (query: typeof filings) => query.select('filing.id').orderBy('filing.id').limit(limit);
  return {
    overdue: await list(first(overdue.orderBy('due_week')).execute(), most(overdue)),
    due: await list(first(due).execute(), most(due)),
    own: await list(first(own.orderBy('own_week')).execute(), most(own)),
    arrived: await list(
      arrived
        .select('filing.id')
        .orderBy('register_case.changed_week', 'desc')
        .orderBy('register_case.id', 'desc')
        .orderBy('filing.position')
        .limit(limit)
        .execute(),
      arrived
        .select('filing.id')
        .limit(mostCounted + 1)
        .as('some'),
    ),
  };
}
