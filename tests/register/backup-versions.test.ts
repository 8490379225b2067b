/** A backup of an earlier version comes back into the tables of today; one of a later version waits for its program. */
import { type Kysely, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../../src/register/backup/restore-backup.ts';
import { writeBackup } from '../../src/register/backup/write-backup.ts';
import type { Db } from '../../src/register/db.ts';
import { wrongCounts } from '../../src/register/inspection/counts.ts';
import { strayRows } from '../../src/register/inspection/references.ts';
import { ourSteps, type Steps } from '../../src/register/migrate.ts';
import { openDb, registerOf } from '../../src/register/open-register.ts';
import { databaseForThisTest, databases, freshDatabase } from '../support/fresh-database.ts';
import { library } from '../support/library.ts';
import { filledRegister } from '../support/register-content.ts';

const now = () => new Date('2026-12-01T09:00:00Z');

/** Made up: a new table with what stood elsewhere, a column that follows from rows, and one that is there no longer. */
const second: Steps[string] = {
  up: async (db, postgres) => {
    const text = postgres ? sql`text collate "C"` : sql`text`;
    const { schema } = db;
    await schema
      .createTable('contact')
      .addColumn('organisation', text, (c) => c.primaryKey().notNull().references('organisation.id'))
      .addColumn('told', text, (c) => c.notNull())
      .execute();
    await sql`insert into contact (organisation, told) select id, contact from organisation`.execute(db);
    await schema.alterTable('organisation').dropColumn('contact').execute();
    await schema.alterTable('filing').addColumn('kinds', 'integer').execute();
    await sql`update filing set kinds = (select count(*) from filing_event where filing = filing.id)`.execute(
      db,
    );
  },
};
const tomorrow: Steps = { ...ourSteps, '0002-made-up': second };
const broken: Steps = {
  ...tomorrow,
  '0003-broken': {
    up: async (db) => {
      await db.schema.alterTable('filing').dropColumn('kinds').execute();
      throw new Error('broken');
    },
  },
};

describe.each(databases)('on %s', (kind) => {
  let lines: string;

  const opened = async (steps?: Steps) =>
    openDb({ ...(await databaseForThisTest(kind)), library, now }, steps && { steps });

  const restored = (db: Db, text: string, steps?: Steps) =>
    restoreBackup(
      db,
      async function* () {
        yield Buffer.from(text);
      },
      steps,
    );

  const all = async (kysely: Kysely<never>, columns: string, table: string) => {
    const query = sql<
      Record<string, unknown>
    >`select ${sql.raw(columns)} from ${sql.table(table)} order by 1, 2`;
    return (await query.execute(kysely)).rows.map((row) => Object.values(row));
  };

  beforeAll(async () => {
    const place = await freshDatabase(kind);
    await filledRegister(place);
    const db = await openDb({ ...place, library, now });
    const parts: string[] = [];
    await writeBackup(db, async (some) => {
      for await (const one of some) parts.push(one);
    });
    await db.kysely.destroy();
    await place.remove();
    lines = parts.join('');
  });

  it('an older one is restored as it was, and then every migration since is done, with its rows', async () => {
    const then = await opened();
    await restored(then, lines);
    const db = await opened(tomorrow);
    expect(await restored(db, lines, tomorrow)).toBe(lines.trim().split('\n').length - 2 - 10);
    const [before, after] = [then.kysely, db.kysely] as unknown as Kysely<never>[]; // tables of two times
    if (!before || !after) throw new Error('not opened');
    expect(await all(after, 'organisation, told', 'contact')).toEqual(
      await all(before, 'id, contact', 'organisation'),
    );
    expect((await all(after, 'kinds, id', 'filing')).map(([kinds]) => kinds)).toEqual(
      Array((await all(before, 'id, id', 'filing')).length).fill(1),
    );
    for (const table of ['register_case', 'filing_tag', 'scan', 'tally', 'person', 'installation'])
      expect(await all(after, '*', table)).toEqual(await all(before, '*', table));
    await expect(all(after, 'contact, id', 'organisation')).rejects.toThrow(/contact/);
    await expect(sql`delete from audit`.execute(after)).rejects.toThrow('append-only');
    expect([...(await wrongCounts(db)), ...(await strayRows(db))]).toEqual([]);
    const register = registerOf(db, new Uint8Array());
    expect(await register.audit.verify('primer')).toMatchObject({ ok: true });
    const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
      after,
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(tomorrow));
    await then.kysely.destroy();
    await register.close();
  });

  it('where a migration fails on the way, the register is as empty as before, and whole', async () => {
    const db = await opened(tomorrow);
    await expect(restored(db, lines, broken)).rejects.toThrow('broken');
    expect(await db.kysely.selectFrom('organisation').select('id').execute()).toEqual([]);
    await restored(db, lines, tomorrow);
    expect(await db.kysely.selectFrom('organisation').select('id').execute()).toHaveLength(2);
    await db.kysely.destroy();
  });

  it('a newer one is refused, and so is one of tables that never were, and what it should not hold', async () => {
    const db = await opened();
    const first = '"tables":["0001-register"]';
    const refused: [string, string][] = [
      [lines.replace(first, '"tables":["0001-register","0002-later"]'), 'newer'],
      [lines.replace(first, '"tables":["0001-other"]'), 'other-version'],
      [lines.replace(first, '"tables":[]'), 'other-version'],
      [lines.replace('"table":"person"', '"table":"kysely_migration"'), 'no-backup'],
      [lines.replace('"table":"person"', '"table":"session"'), 'no-backup'],
    ];
    for (const [text, reason] of refused) await expect(restored(db, text)).rejects.toMatchObject({ reason });
    expect(await db.kysely.selectFrom('organisation').select('id').execute()).toEqual([]);
    await db.kysely.destroy();
  });
});
