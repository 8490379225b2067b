/** Lists of filings, page by page: each by an index that ends in the key of the page, so that no page is slower for those before. */
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { eventsOf, tagsOf } from './case-reads.ts';
import { cursorOf, type ListSort, readCursor } from './cursor.ts';
import type { Reading } from './db.ts';
import { type FilingRow, filingOf } from './filing-rows.ts';
import type { FilingPage, FilingQuery, FilingState, ListedFiling } from './register.ts';

const mostListed = 200;

export async function listFilings(
  kysely: Reading,
  organisation: string,
  query: FilingQuery,
  today: IsoDate,
): Promise<FilingPage> {
  const thisWeek = weekOf(today);
  const sort = sortOf(query);
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), mostListed);
  const rows = await pageOf(kysely, organisation, query, sort, thisWeek)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next =
    rows.length > limit && last
      ? cursorOf(sort, { week: sort === 'due' ? (last.due_week ?? '') : last.filed_week, id: last.id })
      : null;
  return { filings: await listed(kysely, page, thisWeek), next };
}

/** Those that wait come by the end of their time unless asked otherwise. */
function sortOf({ sort, state }: FilingQuery): ListSort {
  return sort ?? (state === undefined || state === 'decided' ? 'filed' : 'due');
}

function pageOf(kysely: Reading, organisation: string, query: FilingQuery, sort: ListSort, thisWeek: string) {
  const { standing, authority, template, assignee, tag, state } = query;
  const key = readCursor(sort, query.after);
  const week = sort === 'due' ? 'due_week' : 'filed_week';
  const order = sort === 'due' ? 'asc' : 'desc';
  return kysely
    .selectFrom('filing')
    .selectAll('filing')
    .where('filing.organisation', '=', organisation)
    .$if(standing !== undefined, (q) => q.where('standing', '=', standing ?? ''))
    .$if(authority !== undefined, (q) =>
      q.where('authority', '=', authority === 'court' ? '' : (authority ?? '')),
    )
    .$if(template !== undefined, (q) => q.where('template', '=', template ?? ''))
    .$if(assignee !== undefined, (q) =>
      q.where('assignee', '=', assignee === 'nobody' ? '' : (assignee ?? '')),
    )
    .$if(state === 'overdue', (q) => q.where('due_week', '<', thisWeek))
    .$if(state === 'due', (q) => q.where('due_week', '=', thisWeek))
    .$if(state === 'waiting', (q) => q.where('due_week', '>', thisWeek))
    .$if(state === 'decided', (q) => q.where('due_week', 'is', null))
    .$if(sort === 'due', (q) => q.where('due_week', 'is not', null))
    .$if(tag !== undefined, (q) =>
      q.where('filing.id', 'in', (inner) =>
        inner
          .selectFrom('filing_tag')
          .select('filing_tag.filing')
          .where('filing_tag.organisation', '=', organisation)
          .where('filing_tag.tag', '=', tag ?? ''),
      ),
    )
    .$if(key !== undefined, (q) =>
      q.where((row) =>
        row(
          row.refTuple(week, 'filing.id'),
          sort === 'due' ? '>' : '<',
          row.tuple(key?.week ?? '', key?.id ?? ''),
        ),
      ),
    )
    .orderBy(week, order)
    .orderBy('filing.id', order);
}

/** With what the page of a list shows of their cases; in the order of `rows`. */
export async function listed(
  kysely: Reading,
  rows: readonly FilingRow[],
  thisWeek: string,
): Promise<ListedFiling[]> {
  if (rows.length === 0) return [];
  const events = await eventsOf(kysely, rows);
  const cases = await kysely
    .selectFrom('register_case')
    .select(['id', 'assignee', 'tags', 'is_new'])
    .where('id', 'in', [...new Set(rows.map((row) => row.case_id))])
    .execute();
  const byId = new Map(cases.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const holder = byId.get(row.case_id);
    if (!holder) return [];
    return {
      ...filingOf(row, events),
      caseId: row.case_id,
      assignee: holder.assignee,
      tags: tagsOf(holder),
      isNew: holder.is_new === 1,
      state: stateOf(row.due_week, thisWeek),
    };
  });
}

function stateOf(dueWeek: string | null, thisWeek: string): FilingState {
  if (dueWeek === null) return 'decided';
  if (dueWeek === thisWeek) return 'due';
  return dueWeek < thisWeek ? 'overdue' : 'waiting';
}
