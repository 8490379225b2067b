/** The organisation's side: it reads and changes its own cases, and of another's it is not even told that they are there. */
import type { IsoDate } from '#domain/dates.ts';
import { weekOf } from '#domain/register/week.ts';
import { appendAudit } from './audit.ts';
import { type CaseRow, casesOf, filingsOf } from './case-reads.ts';
import { deleteCases, insertCases, replaceFilings } from './case-writes.ts';
import type { Db, Reading, Writing } from './db.ts';
import { listFilings } from './filing-list.ts';
import { settle } from './idempotency.ts';
import { ownCase } from './locked.ts';
import { assign, tag } from './marks.ts';
import type { Actor, CaseContent, Cases, RegisteredCase } from './register.ts';
import { insertScan, readScan, removeScan } from './scans.ts';
import { statisticsOf } from './statistics.ts';
import { todayLists } from './today.ts';
import { toldStatistics } from './told-statistics.ts';

/** Cases that are read together. */
const atOnce = 50;

export function casesPart(db: Db): Cases {
  const { read, write, now, postgres } = db;
  return {
    list: ({ organisation }, query, today) =>
      read((kysely) => listFilings({ kysely, postgres }, organisation, query, today)),
    today: ({ organisation }, today, limit) =>
      read((kysely) => todayLists({ kysely, postgres }, organisation, today, limit)),
    statistics: (organisation, by, today) => read((kysely) => statisticsOf(kysely, organisation, by, today)),
    toldStatistics: (organisation, today) => toldStatistics(db, organisation, today),
    get: (actor, id) =>
      read(async (kysely) => {
        const rows = await ownRows(kysely, actor).where('id', '=', id).execute();
        return (await casesOf(kysely, rows))[0];
      }),
    sealedOf: (actor, ids) =>
      read(async (kysely) => {
        if (ids.length === 0) return new Map();
        const rows = await own(kysely, actor).select(['id', 'sealed']).where('id', 'in', ids).execute();
        return new Map(rows.map(({ id, sealed }) => [id, sealed]));
      }),
    filingsOf: (actor, ids) =>
      read(async (kysely) => {
        if (ids.length === 0) return new Map();
        const found = await own(kysely, actor).select('id').where('id', 'in', ids).execute();
        return filingsOf(
          kysely,
          found.map(({ id }) => id),
        );
      }),
    caseOf: ({ organisation }, filing) =>
      read(async (kysely) => {
        const query = kysely.selectFrom('filing').select('case_id').where('id', '=', filing);
        return (await query.where('organisation', '=', organisation).executeTakeFirst())?.case_id;
      }),
    add: async (actor, content, today, once) => {
      const { organisation, person } = actor;
      const added = { organisation, origin: 'staff', content, id: once?.ids[0] } as const;
      return write(async (trx) => {
        await settle(trx, once?.claim);
        const [id = ''] = await insertCases(trx, db, [added], today);
        await appendAudit(trx, organisation, { person, action: 'case-added', subject: id }, now());
        return id;
      });
    },
    addAll: ({ organisation, person }, contents, today, once) =>
      write(async (trx) => {
        await settle(trx, once?.claim);
        const cases = contents.map((content, at) => {
          return { organisation, origin: 'import' as const, content, id: once?.ids[at] };
        });
        const ids = await insertCases(trx, db, cases, today);
        await appendAudit(trx, organisation, { person, action: 'imported' }, now());
        return ids;
      }),
    change: (actor, id, version, content, today, claim) =>
      write(async (trx) => {
        const row = await ownCase(trx, db, actor, id);
        if (!row) return 'gone';
        if (row.version !== version) return 'conflict';
        await settle(trx, claim);
        await store(trx, db, row, content, today);
        const entry = { person: actor.person, action: 'case-changed', subject: id } as const;
        await appendAudit(trx, actor.organisation, entry, now());
        return 'done';
      }),
    assign: (actor, id, person) => assign(db, actor, id, person),
    tag: (actor, id, tags) => tag(db, actor, id, tags),
    seen: (actor, id) =>
      write(async (trx) => {
        const row = await ownCase(trx, db, actor, id);
        if (row?.is_new !== 1) return;
        await trx.updateTable('register_case').set({ is_new: 0 }).where('id', '=', id).execute();
      }),
    addScan: (actor, id, scan, sealed, claim) =>
      write(async (trx) => {
        if (!(await ownCase(trx, db, actor, id))) return false;
        if (!(await insertScan(trx, id, scan, sealed))) return false;
        await settle(trx, claim);
        const entry = { person: actor.person, action: 'case-changed', subject: id } as const;
        await appendAudit(trx, actor.organisation, entry, now());
        return true;
      }),
    scan: (actor, id, scan) =>
      read(async (kysely) => {
        const found = await own(kysely, actor).select('id').where('id', '=', id).executeTakeFirst();
        return found && readScan(kysely, id, scan);
      }),
    deleteScan: async (actor, id, scan, today, { version, content } = {}) => {
      const result = await write(async (trx) => {
        const row = await ownCase(trx, db, actor, id);
        if (!row) return 'gone';
        if (version !== undefined && row.version !== version) return 'conflict';
        if (!(await removeScan(trx, id, scan))) return 'gone';
        await store(trx, db, row, content, today);
        const entry = { person: actor.person, action: 'case-scan-deleted', subject: id } as const;
        await appendAudit(trx, actor.organisation, entry, now());
        return 'done';
      });
      if (result === 'done') await db.forget();
      return result;
    },
    delete: async (actor, id) => {
      const deleted = await write(async (trx) => {
        if (!(await ownCase(trx, db, actor, id))) return false;
        await deleteCases(trx, [id]);
        const entry = { person: actor.person, action: 'case-deleted', subject: id } as const;
        await appendAudit(trx, actor.organisation, entry, now());
        return true;
      });
      if (deleted) await db.forget();
      return deleted;
    },
    each: (actor) => eachCase(db, actor),
  };
}

/** The next version of a case, with the facts that it has from now on. */
async function store(
  trx: Writing,
  db: Db,
  row: CaseRow,
  content: CaseContent | undefined,
  today: IsoDate,
): Promise<void> {
  const sealed = content?.sealed ?? row.sealed;
  await trx
    .updateTable('register_case')
    .set({ version: row.version + 1, changed_week: weekOf(today), sealed })
    .where('id', '=', row.id)
    .execute();
  if (content) await replaceFilings(trx, db, row, content.filings);
}

function ownRows(kysely: Reading, actor: Actor) {
  return own(kysely, actor).selectAll();
}

function own(kysely: Reading, { organisation }: Actor) {
  return kysely
    .selectFrom('register_case')
    .where('organisation', '=', organisation)
    .where('withdrawn', '=', 0);
}

async function* eachCase({ read }: Db, actor: Actor): AsyncGenerator<RegisteredCase> {
  for (let after = ''; ; ) {
    const some = await read(async (kysely) => {
      const rows = ownRows(kysely, actor).where('id', '>', after).orderBy('id').limit(atOnce);
      return casesOf(kysely, await rows.execute());
    });
    yield* some;
    const last = some.at(-1);
    if (!last || some.length < atOnce) return;
    after = last.id;
  }
}
