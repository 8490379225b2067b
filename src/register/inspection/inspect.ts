/** Looks whether the register is whole: what it says by itself is worked out once more from what it holds. */
import { sql } from 'kysely';
import { auditPart } from '../audit.ts';
import type { Db } from '../db.ts';
import { wrongCounts } from './counts.ts';
import { strayRows } from './references.ts';
import { unsealed } from './seals.ts';

export type Finding = { what: string; where: string };
export type Chain = { organisation: string; entries: number; head: string };
export type Inspection = { chains: readonly Chain[]; findings: readonly Finding[] };

/** `isSealed` and `isSealedBytes`: has it the form of something sealed? */
export type Seals = { isSealed: (text: string) => boolean; isSealedBytes: (bytes: Uint8Array) => boolean };

/** Others may write meanwhile: each part is looked at as it stands at one moment. */
export async function inspect(db: Db, seals: Seals): Promise<Inspection> {
  const chains: Chain[] = [];
  const findings: Finding[] = [...(await brokenPages(db))];
  const organisations = await db.read((kysely) =>
    kysely.selectFrom('organisation').select('id').orderBy('id').execute(),
  );
  for (const { id } of organisations) {
    const chain = await auditPart(db).verify(id);
    if (chain.ok) chains.push({ organisation: id, entries: chain.entries, head: chain.head });
    else findings.push({ what: `audit log of ${id}: does not fit its chain`, where: `entry ${chain.seq}` });
  }
  findings.push(...(await wrongCounts(db)), ...(await strayRows(db)), ...(await unsealed(db, seals)));
  return { chains, findings };
}

/** What SQLite itself says of its file; PostgreSQL has programs of its own for that (pg_amcheck). */
async function brokenPages(db: Db): Promise<Finding[]> {
  if (db.postgres) return [];
  return db.read(async (kysely) => {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(kysely);
    const broken = rows.filter(({ integrity_check }) => integrity_check !== 'ok');
    return broken.map(({ integrity_check }) => ({ what: 'file of the database', where: integrity_check }));
  });
}
