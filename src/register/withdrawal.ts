/** A filer takes a case back: the organisation loses it from every list and every count, the filer keeps it under the code. */
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { appendAudit } from './audit.ts';
import { uncount } from './case-writes.ts';
import type { Db } from './db.ts';
import { foundCase } from './locked.ts';

/** False where there is no such case, or it was withdrawn already. */
export async function withdraw(db: Db, finder: string, sealed: string, today: IsoDate): Promise<boolean> {
  const withdrawn = await db.write(async (trx) => {
    const row = await foundCase(trx, db, finder);
    if (!row || row.withdrawn === 1) return false;
    await uncount(trx, [row.id]);
    const filings = trx.selectFrom('filing').select('id').where('case_id', '=', row.id);
    await trx.deleteFrom('filing_tag').where('filing', 'in', filings).execute();
    await trx
      .updateTable('filing')
      .set({ organisation: '', assignee: '' })
      .where('case_id', '=', row.id)
      .execute();
    await trx.deleteFrom('scan').where('case_id', '=', row.id).execute();
    await trx
      .updateTable('register_case')
      .set({
        version: row.version + 1,
        changed_week: weekOf(today),
        assignee: null,
        tags: '[]',
        is_new: 0,
        withdrawn: 1,
        sealed,
      })
      .where('id', '=', row.id)
      .execute();
    const entry = { person: null, action: 'case-withdrawn', subject: row.id } as const;
    await appendAudit(trx, row.organisation, entry, db.now());
    return true;
  });
  if (withdrawn) await db.forget();
  return withdrawn;
}
