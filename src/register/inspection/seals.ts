/** Does everything that must be sealed have the form of something sealed? What is inside, only its keys know. */
import { sql } from 'kysely';
import type { Db } from '../db.ts';
import type { Finding, Seals } from './inspect.ts';

type Sealed = { id: string; sealed: string | Uint8Array };
type Place = { table: string; column: string; what: string; atOnce: number };

const places: readonly Place[] = [
  { table: 'register_case', column: 'sealed', what: 'the facts of a case are not sealed', atOnce: 100 },
  { table: 'scan', column: 'sealed', what: 'a scan is not sealed', atOnce: 4 },
  {
    table: 'organisation',
    column: 'sealed_key',
    what: 'the key of an organisation is not sealed',
    atOnce: 100,
  },
  { table: 'person', column: 'sealed_secret', what: 'a second factor is not sealed', atOnce: 100 },
];

export async function unsealed({ read }: Pick<Db, 'read'>, seals: Seals): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const place of places) {
    let last: string | undefined = '';
    while (last !== undefined) {
      const rows: Sealed[] = await rowsAfter({ read }, place, last);
      const open = rows.filter((row) => !hasForm(row, seals));
      findings.push(...open.map(({ id }) => ({ what: place.what, where: id })));
      last = rows.at(-1)?.id;
    }
  }
  return findings;
}

/** There is no key yet at first, and after a reset no second factor: what is empty is left out. */
function rowsAfter({ read }: Pick<Db, 'read'>, place: Place, last: string): Promise<Sealed[]> {
  const column = sql.ref(place.column);
  return read(async (kysely) => {
    const { rows } = await sql<Sealed>`
      select id, ${column} sealed from ${sql.table(place.table)}
      where id > ${last} and ${column} is not null and ${column} <> ''
      order by id limit ${sql.lit(place.atOnce)}
    `.execute(kysely);
    return rows;
  });
}

function hasForm({ sealed }: Sealed, { isSealed, isSealedBytes }: Seals): boolean {
  return typeof sealed === 'string' ? isSealed(sealed) : isSealedBytes(sealed);
}
