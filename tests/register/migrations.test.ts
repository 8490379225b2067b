/** The tables are made once, whoever starts first; an older program does not touch what a later one wrote. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { RegisterUnavailable } from '#register/register.ts';
import { openDb, openRegister } from '../../src/register/open-register.ts';
import { content } from '../support/facts.ts';
import { databaseForThisTest, databases } from '../support/fresh-database.ts';
import { library, today } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';

const now = () => new Date(`${today}T09:00:00Z`);

describe.each(databases)('on %s', (kind) => {
  it('five servers that start at once on an empty database share one register', async () => {
    const place = await databaseForThisTest(kind);
    const registers = await Promise.all(
      Array.from({ length: 5 }, () => openRegister({ ...place, library, now })),
    );
    const salts = registers.map(({ salt }) => Buffer.from(salt).toString('hex'));
    expect(new Set(salts).size).toBe(1);
    expect(salts[0]).toMatch(/^[0-9a-f]{64}$/);
    for (const one of registers) expect(await one.isReachable()).toBe(true);
    await Promise.all(registers.map((one) => one.close()));
  });

  it('what was written is there after a new start', async () => {
    const place = await databaseForThisTest(kind);
    const first = await openTestFollowing(place);
    await first.organisation();
    const { actor } = await first.person('primer', 'caseworker');
    const id = await first.register.cases.add(actor, content(), today);
    await first.close();
    const second = await openTestFollowing(place);
    expect(second.register.salt).toEqual(first.register.salt);
    expect(await second.register.cases.get(actor, id)).toMatchObject({ id, sealed: 'sealed facts' });
    await second.close();
  });

  it('a register that a later version wrote is left alone', async () => {
    const place = await databaseForThisTest(kind);
    const db = await openDb({ ...place, library, now });
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(
      db.kysely,
    );
    await db.kysely.destroy();
    await expect(openRegister({ ...place, library, now })).rejects.toThrow(
      'the register was written by a later version of this program',
    );
  });

  it('the audit log takes entries and refuses every change of them', async () => {
    const place = await databaseForThisTest(kind);
    const test = await openTestFollowing(place);
    await test.organisation();
    const db = await openDb({ ...place, library, now });
    await expect(sql`update audit set action = 'joined'`.execute(db.kysely)).rejects.toThrow('append-only');
    await expect(sql`delete from audit`.execute(db.kysely)).rejects.toThrow('append-only');
    await db.kysely.destroy();
    await test.close();
  });
});

describe('where there is nothing to open', () => {
  it('a folder that is a file is told by its name', async () => {
    const { dataDir } = await databaseForThisTest('SQLite');
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    await expect(openRegister({ dataDir: file, databaseUrl: undefined, library, now })).rejects.toThrow(file);
  });

  it('a register that cannot be opened is unreachable', async () => {
    const { dataDir } = await databaseForThisTest('SQLite');
    mkdirSync(join(dataDir, 'register.db'));
    const opened = openRegister({ dataDir, databaseUrl: undefined, library, now });
    await expect(opened).rejects.toThrow(RegisterUnavailable);
    await expect(opened).rejects.toMatchObject({ reason: 'unreachable' });
  });

  it('a database that does not answer is unreachable', async () => {
    const { dataDir } = await databaseForThisTest('SQLite');
    const databaseUrl = `postgresql://tester@localhost/postgres?host=${dataDir}`;
    const opened = openRegister({ dataDir, databaseUrl, library, now });
    await expect(opened).rejects.toMatchObject({ name: 'RegisterUnavailable', reason: 'unreachable' });
  });
});
