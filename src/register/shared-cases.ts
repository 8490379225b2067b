/** The filer's side: whoever has the finder of a code has that case, and nothing else. */
import { weekOf } from '#domain/register/week.ts';
import { appendAudit, type NewEntry } from './audit.ts';
import { type CaseRow, casesOf } from './case-reads.ts';
import { deleteCases, insertCases, replaceFilings } from './case-writes.ts';
import type { Db, Writing } from './db.ts';
import { settle } from './idempotency.ts';
import { foundCase } from './locked.ts';
import type { SharedCases } from './register.ts';
import { insertScan, readScan } from './scans.ts';
import { withdraw } from './withdrawal.ts';

export function sharedPart(db: Db): SharedCases {
  const { read, write } = db;
  return {
    add: (organisation, finder, filerRecipient, content, today, claim) =>
      write(async (trx) => {
        const known = await foundCase(trx, db, finder);
        // The same again: the first answer was lost on its way.
        if (known)
          return known.organisation === organisation && known.sealed === content.sealed ? known.id : false;
        if (!(await hasKey(trx, organisation))) return false;
        await settle(trx, claim);
        const shared = { organisation, origin: 'filer', finder, filerRecipient, content } as const;
        const [id = ''] = await insertCases(trx, db, [shared], today);
        await appendAudit(trx, organisation, { person: null, action: 'case-shared', subject: id }, db.now());
        return id;
      }),
    find: (finder) =>
      read(async (kysely) => {
        const rows = await kysely
          .selectFrom('register_case')
          .selectAll()
          .where('finder', '=', finder)
          .execute();
        const [found] = await casesOf(kysely, rows);
        return found && { ...found, withdrawn: rows[0]?.withdrawn === 1 };
      }),
    change: (finder, version, { filings, sealed }, today, claim) =>
      write(async (trx) => {
        const row = await foundCase(trx, db, finder);
        if (!row) return 'gone';
        if (row.version !== version) return 'conflict';
        await settle(trx, claim);
        const isNew = row.withdrawn === 1 ? 0 : 1;
        await trx
          .updateTable('register_case')
          .set({ version: version + 1, changed_week: weekOf(today), sealed, is_new: isNew })
          .where('id', '=', row.id)
          .execute();
        await replaceFilings(trx, db, row, filings);
        await tell(trx, db, row, 'case-changed');
        return 'done';
      }),
    addScan: (finder, id, sealed, claim) =>
      write(async (trx) => {
        const row = await foundCase(trx, db, finder);
        if (!row || !(await insertScan(trx, row.id, id, sealed))) return false;
        await settle(trx, claim);
        await tell(trx, db, row, 'case-changed');
        return true;
      }),
    scan: (finder, id) =>
      read(async (kysely) => {
        const query = kysely.selectFrom('register_case').select('id').where('finder', '=', finder);
        const found = await query.executeTakeFirst();
        return found && readScan(kysely, found.id, id);
      }),
    withdraw: (finder, sealed, today) => withdraw(db, finder, sealed, today),
    delete: async (finder) => {
      const deleted = await write(async (trx) => {
        const row = await foundCase(trx, db, finder);
        if (!row) return false;
        await deleteCases(trx, [row.id]);
        await tell(trx, db, row, 'case-deleted');
        return true;
      });
      if (deleted) await db.forget();
      return deleted;
    },
  };
}

/** To the organisation's log, unless the case is no longer its own. */
async function tell(trx: Writing, db: Db, row: CaseRow, action: NewEntry['action']): Promise<void> {
  if (row.withdrawn === 1) return;
  await appendAudit(trx, row.organisation, { person: null, action, subject: row.id }, db.now());
}

async function hasKey(trx: Writing, organisation: string): Promise<boolean> {
  const row = await trx
    .selectFrom('organisation')
    .select('recipient')
    .where('id', '=', organisation)
    .executeTakeFirst();
  return typeof row?.recipient === 'string';
}
