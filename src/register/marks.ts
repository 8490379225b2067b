/** What the organisation writes on a case for itself, in clear: who works on it, and its own words for it. */
import { appendAudit } from './audit.ts';
import { filingRowsOf } from './case-writes.ts';
import type { Db, Writing } from './db.ts';
import { ownCase } from './locked.ts';
import type { Actor, Changed } from './register.ts';

/** Only to somebody of the same organisation who may still sign in. */
export function assign(db: Db, actor: Actor, id: string, person: string | null): Promise<Changed> {
  return db.write(async (trx) => {
    const row = await ownCase(trx, db, actor, id);
    if (!row || (person !== null && !(await isColleague(trx, actor, person)))) return 'gone';
    await trx
      .updateTable('register_case')
      .set({ version: row.version + 1, assignee: person })
      .where('id', '=', id)
      .execute();
    await trx
      .updateTable('filing')
      .set({ assignee: person ?? '' })
      .where('case_id', '=', id)
      .execute();
    const entry = { person: actor.person, action: 'case-assigned', subject: id } as const;
    await appendAudit(trx, actor.organisation, entry, db.now());
    return 'done';
  });
}

export function tag(db: Db, actor: Actor, id: string, tags: readonly string[]): Promise<Changed> {
  const wanted = [...new Set(tags)].sort();
  return db.write(async (trx) => {
    const row = await ownCase(trx, db, actor, id);
    if (!row) return 'gone';
    await trx
      .updateTable('register_case')
      .set({ version: row.version + 1, tags: JSON.stringify(wanted) })
      .where('id', '=', id)
      .execute();
    const filings = await filingRowsOf(trx, id);
    const rows = filings.flatMap(({ id: filing, filed_week, due_week }) =>
      wanted.map((word) => ({ organisation: actor.organisation, tag: word, filed_week, due_week, filing })),
    );
    await trx
      .deleteFrom('filing_tag')
      .where('filing', 'in', filings.length > 0 ? filings.map((one) => one.id) : [''])
      .execute();
    if (rows.length > 0) await trx.insertInto('filing_tag').values(rows).execute();
    const entry = { person: actor.person, action: 'case-tagged', subject: id } as const;
    await appendAudit(trx, actor.organisation, entry, db.now());
    return 'done';
  });
}

async function isColleague(trx: Writing, { organisation }: Actor, person: string): Promise<boolean> {
  const found = await trx
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .where('organisation', '=', organisation)
    .where('active', '=', 1)
    .executeTakeFirst();
  return found !== undefined;
}
