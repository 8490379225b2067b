/** Sealed scans of a case: bytes that nobody here can read. */
import { sealedLimits } from '#domain/register/sealed-facts.ts';
import type { Reading, Writing } from './db.ts';

/** False where the case has too many, or this name is another's. */
export async function insertScan(
  trx: Writing,
  caseId: string,
  id: string,
  sealed: Uint8Array,
): Promise<boolean> {
  const { count } = await trx
    .selectFrom('scan')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  if (count >= sealedLimits.scans) return false;
  const added = await trx
    .insertInto('scan')
    .values({ id, case_id: caseId, sealed, bytes: sealed.length })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function readScan(
  kysely: Reading,
  caseId: string,
  id: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const row = await kysely
    .selectFrom('scan')
    .select('sealed')
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && new Uint8Array(row.sealed);
}

/** False where it is not there. */
export async function removeScan(trx: Writing, caseId: string, id: string): Promise<boolean> {
  const removed = await trx
    .deleteFrom('scan')
    .where('case_id', '=', caseId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return removed !== undefined;
}
