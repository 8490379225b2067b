/** Works out anew, by the law of the library, where the filings of some cases stand, and counts them as they stand then. */
import type { Library } from '#domain/library.ts';
import { deriveFiling } from '#domain/register/standing.ts';
import { eventsOf } from './case-reads.ts';
import type { Writing } from './db.ts';
import { type FilingRow, filingOf } from './filing-rows.ts';
import { count } from './tallies.ts';

type Worked = Pick<FilingRow, 'standing' | 'due_week' | 'own_week' | 'measures'>;

/** The caller holds the rows of the cases. What stands as it stood is not written. */
export async function deriveCases(trx: Writing, library: Library, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const filings = await trx.selectFrom('filing').selectAll().where('case_id', 'in', ids).execute();
  const events = await eventsOf(trx, filings);
  const changed = filings.flatMap((before) => {
    // A document that the library has no longer has no law either.
    if (!library.templates.has(before.template)) return [];
    const { standing, dueWeek, ownWeek, measures } = deriveFiling(library, filingOf(before, events));
    const now = { standing, due_week: dueWeek, own_week: ownWeek, measures: JSON.stringify(measures) };
    return isSame(before, now) ? [] : [{ before, now }];
  });
  for (const { before, now } of changed) {
    await trx.updateTable('filing').set(now).where('id', '=', before.id).execute();
    if (now.due_week !== before.due_week)
      await trx
        .updateTable('filing_tag')
        .set({ due_week: now.due_week })
        .where('filing', '=', before.id)
        .execute();
  }
  await count(trx, {
    removed: changed.map(({ before }) => before),
    added: changed.map(({ before, now }) => ({ ...before, ...now })),
  });
}

function isSame(one: Worked, other: Worked): boolean {
  return (
    one.standing === other.standing &&
    one.due_week === other.due_week &&
    one.own_week === other.own_week &&
    one.measures === other.measures
  );
}
