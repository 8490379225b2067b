/** The one row that a change is about, held until the transaction ends: whoever comes second sees what the first one wrote. */
import type { CaseRow } from './case-reads.ts';
import type { Db, Writing } from './db.ts';
import type { Actor } from './register.ts';

/** A case of the actor's organisation; undefined for another's, and for one that was withdrawn. */
export function ownCase(
  trx: Writing,
  db: Pick<Db, 'postgres'>,
  { organisation }: Actor,
  id: string,
): Promise<CaseRow | undefined> {
  return trx
    .selectFrom('register_case')
    .selectAll()
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where('withdrawn', '=', 0)
    .$if(db.postgres, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** Somebody of staff, with what their password opens: neither is reset nor put out until the transaction ends. */
export function heldPerson(
  trx: Writing,
  db: Pick<Db, 'postgres'>,
  id: string,
): Promise<{ active: number; sealed_secret: string } | undefined> {
  return trx
    .selectFrom('person')
    .select(['active', 'sealed_secret'])
    .where('id', '=', id)
    .$if(db.postgres, (query) => query.forUpdate())
    .executeTakeFirst();
}

/** The case of a code, withdrawn or not. */
export function foundCase(
  trx: Writing,
  db: Pick<Db, 'postgres'>,
  finder: string,
): Promise<CaseRow | undefined> {
  return trx
    .selectFrom('register_case')
    .selectAll()
    .where('finder', '=', finder)
    .$if(db.postgres, (query) => query.forUpdate())
    .executeTakeFirst();
}
