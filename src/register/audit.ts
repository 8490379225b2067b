/**
 * The audit log: of each organisation a chain in which every entry carries the hash of the one before. Its head lies in the
 * row of the organisation, which a writer holds until the transaction ends: two servers cannot make two ends.
 */
import { entryHash, fits, nextFloor, noHash, timeOf } from './audit-chain.ts';
import type { Db, Reading, Writing } from './db.ts';
import type { Audit, AuditAction, AuditEntry } from './register.ts';

/** What an entry is made of; the rest follows from the chain. */
export type NewEntry = { person: string | null; action: AuditAction; subject?: string | null };

/** The head of an organisation that has no entry yet. */
export const emptyChain = { audit_seq: 0, audit_at: '', audit_hash: noHash } as const;

/** Entries that are looked at together. */
const atOnce = 1000;

/** Called last in the transaction that it tells of: from here on other writers of the organisation wait. */
export async function appendAudit(
  trx: Writing,
  organisation: string,
  { person, action, subject = null }: NewEntry,
  now: Date,
): Promise<void> {
  const head = await trx
    .updateTable('organisation')
    .set((row) => ({ audit_seq: row('audit_seq', '+', 1) }))
    .where('id', '=', organisation)
    .returning(['audit_seq', 'audit_at', 'audit_hash'])
    .executeTakeFirst();
  if (!head) throw new Error('an entry for an organisation that is not there');
  const entry = {
    seq: head.audit_seq,
    at: timeOf({ person, action }, now, head.audit_at),
    person,
    action,
    subject,
  };
  const hash = entryHash(head.audit_hash, organisation, entry);
  await trx
    .insertInto('audit')
    .values({ organisation, ...entry, previous: head.audit_hash, hash })
    .execute();
  await trx
    .updateTable('organisation')
    .set({ audit_at: nextFloor(head.audit_at, entry.at), audit_hash: hash })
    .where('id', '=', organisation)
    .execute();
}

export function auditPart(db: Db): Audit {
  return {
    write: (organisation, entry) => db.write((trx) => appendAudit(trx, organisation, entry, db.now())),
    list: ({ organisation }, before, limit) =>
      db.read(async (kysely) => {
        const query = entries(kysely, organisation).orderBy('seq', 'desc').limit(limit);
        return (await (before === undefined ? query : query.where('seq', '<', before)).execute()).map(shown);
      }),
    ofCase: ({ organisation }, id) =>
      db.read(async (kysely) =>
        (await entries(kysely, organisation).where('subject', '=', id).orderBy('seq', 'desc').execute()).map(
          shown,
        ),
      ),
    verify: (organisation) => verifyChain(db, organisation),
  };
}

/**
 * The chain up to the head that was there when the look began; others may write meanwhile, and wait for no more than a
 * part of it. Of what stands behind the head, head and entry are compared in one statement.
 */
export async function verifyChain(db: Pick<Db, 'read'>, organisation: string): ReturnType<Audit['verify']> {
  const head = await db.read((kysely) =>
    kysely
      .selectFrom('organisation')
      .select(['audit_seq', 'audit_at', 'audit_hash'])
      .where('id', '=', organisation)
      .executeTakeFirst(),
  );
  if (!head) return { ok: false, seq: 0 };
  let last = { seq: 0, floor: '', hash: noHash };
  while (last.seq < head.audit_seq) {
    const part = await db.read((kysely) =>
      entries(kysely, organisation)
        .where('seq', '>', last.seq)
        .where('seq', '<=', head.audit_seq)
        .orderBy('seq')
        .limit(atOnce)
        .execute(),
    );
    if (part.length === 0) return { ok: false, seq: last.seq + 1 };
    for (const entry of part) {
      if (!fits(organisation, last, entry)) return { ok: false, seq: last.seq + 1 };
      last = { seq: entry.seq, floor: nextFloor(last.floor, entry.at), hash: entry.hash };
    }
  }
  if (last.hash !== head.audit_hash || last.floor !== head.audit_at) return { ok: false, seq: last.seq };
  const stray = await db.read((kysely) => outside(kysely, organisation));
  return stray ? { ok: false, seq: stray.seq } : { ok: true, entries: last.seq, head: last.hash };
}

async function outside(kysely: Reading, organisation: string) {
  return kysely
    .selectFrom('audit')
    .innerJoin('organisation', 'organisation.id', 'audit.organisation')
    .select('audit.seq')
    .where('audit.organisation', '=', organisation)
    .where((row) =>
      row.or([row('audit.seq', '<', 1), row('audit.seq', '>', row.ref('organisation.audit_seq'))]),
    )
    .limit(1)
    .executeTakeFirst();
}

function entries(kysely: Reading, organisation: string) {
  return kysely
    .selectFrom('audit')
    .select(['seq', 'at', 'person', 'action', 'subject', 'previous', 'hash'])
    .where('organisation', '=', organisation);
}

function shown(row: Omit<AuditEntry, 'action'> & { action: string }): AuditEntry {
  return { ...row, action: row.action as AuditAction }; // written by appendAudit alone
}
