/** What `verify` finds and `purge` takes away, on a register that holds something in every table. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDb } from '../../src/register/open-register.ts';
import type { Tables } from '../../src/register/tables.ts';
import { admin, startAdmin } from '../support/admin.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { library } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';
import { filledRegister, someCase } from '../support/register-content.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }); // many processes, one after the other

describe.each(databases)('on %s', (kind) => {
  let place: FreshDatabase;
  let sealed: string;

  beforeEach(async () => {
    place = await freshDatabase(kind);
    onTestFinished(() => place.remove());
    sealed = await filledRegister(place);
  });

  async function spoil(work: (kysely: Kysely<Tables>) => Promise<unknown>): Promise<void> {
    const db = await openDb({ ...place, library, now: () => new Date() });
    await work(db.kysely);
    await db.kysely.destroy();
  }

  async function wrongIn(words: string[] = []): Promise<string[]> {
    const { code, out } = await admin(place, ['verify', ...words]);
    const wrong = out.split('\n').filter((line) => line.startsWith('WRONG'));
    expect(code).toBe(wrong.length === 0 ? 0 : 1);
    return wrong;
  }

  it('a register that is whole fits, and the heads of its logs can be kept and asked for', async () => {
    const { code, out } = await admin(place, ['verify']);
    expect(code).toBe(0);
    expect(out).toContain('Everything fits.');
    const head = /^log of primer: entries \d+, head (primer:\d+:[0-9a-f]{64})$/m.exec(out)?.[1] ?? '';
    await admin(place, ['invite', 'primer', 'analyst']);
    expect(await wrongIn(['--head', head])).toEqual([]);
    const other = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect(await wrongIn(['--head', head, '--head', other])).toHaveLength(1);
    expect(await admin(place, ['verify', '--head', 'primer'])).toMatchObject({ code: 2 });
  });

  it('everything that was changed behind the back of the program is told at once, by its place', async () => {
    await spoil(async (kysely) => {
      const postgres = kind === 'PostgreSQL';
      if (postgres) await sql`alter table audit disable trigger all`.execute(kysely);
      else await sql`drop trigger audit_no_update`.execute(kysely);
      const audit = kysely.updateTable('audit').set({ person: 'somebody' });
      await audit.where('organisation', '=', 'obrazets').where('seq', '=', 2).execute();
      const [counter] = await kysely.selectFrom('tally').selectAll().execute();
      await kysely
        .updateTable('tally')
        .set({ count: 7 })
        .where('organisation', '=', counter?.organisation ?? '')
        .where('measure', '=', counter?.measure ?? '')
        .where('month', '=', counter?.month ?? '')
        .where('due_week', '=', counter?.due_week ?? '')
        .execute();
      await kysely
        .updateTable('register_case')
        .set({ sealed: 'the name of a man' })
        .where('withdrawn', '=', 1)
        .execute();
      await kysely
        .updateTable('filing')
        .set({ organisation: 'primer' })
        .where('organisation', '=', '')
        .execute();
    });
    const wrong = (await wrongIn()).join('\n');
    expect(wrong).toContain('audit log of obrazets: does not fit its chain: entry 2');
    expect(wrong).toContain('a counter is wrong by');
    expect(wrong).toContain('the facts of a case are not sealed');
    expect(wrong).toContain('a filing is of another organisation than its case');
    expect(wrong).not.toContain('the name of a man');
  });

  it('a row without what it belongs to is found', async () => {
    await spoil(async (kysely) => {
      if (kind === 'PostgreSQL') await sql`alter table filing disable trigger all`.execute(kysely);
      else await sql`pragma foreign_keys = off`.execute(kysely);
      await kysely.deleteFrom('filing').execute();
    });
    const wrong = (await wrongIn()).join('\n');
    expect(wrong).toContain('filing_event: a row whose filing is not there');
    expect(wrong).toContain('a case has no filing');
  });

  it('an organisation goes whole, after its id was typed, and nothing of the other goes with it', async () => {
    const refused = await startAdmin(place, ['purge', '--organisation', 'primer', '--all'], {
      input: 'yes\n',
    });
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('That is not the id. Nothing was removed.');
    expect(await admin(place, ['purge', '--all'])).toMatchObject({ code: 2 });
    expect(await admin(place, ['purge', '--organisation', 'primer'])).toMatchObject({ code: 2 });
    const done = await startAdmin(place, ['purge', '--organisation', 'primer', '--all'], {
      input: 'primer\n',
    });
    expect(done).toMatchObject({ code: 0, out: 'Removed: primer, cases: 3\n' });
    const { out } = await admin(place, ['organisation', 'list']);
    expect(out).not.toContain('primer');
    expect(out).toContain('obrazets');
    expect(await wrongIn()).toEqual([]);
    const test = await openTestFollowing(place);
    expect(await test.register.shared.find('finder of a filer')).toBeUndefined();
    expect((await test.register.people.all('obrazets')).length).toBe(1);
    await test.close();
    await spoil(async (kysely) => {
      expect(
        await kysely.selectFrom('audit').select('seq').where('organisation', '=', 'primer').execute(),
      ).toEqual([]);
      await expect(kysely.deleteFrom('audit').execute()).rejects.toThrow('append-only');
      if (kind === 'SQLite') expect(bytesOf(place.dataDir)).not.toContain('finder of a filer');
    });
  });

  it('what was kept long enough goes now, out of the bytes of the file too', async () => {
    const test = await openTestFollowing(place);
    const [oleg] = await test.register.people.all('obrazets');
    const actor = { organisation: 'obrazets', person: oleg?.id ?? '', role: 'coordinator' } as const;
    await test.register.cases.add(actor, someCase(`${sealed}\nold and long forgotten`), '2015-01-12');
    await test.close();
    if (kind === 'SQLite') expect(bytesOf(place.dataDir)).toContain('old and long forgotten');
    expect(await admin(place, ['purge'])).toMatchObject({ code: 0, out: 'Cases deleted: 1\n' });
    expect(await admin(place, ['purge'])).toMatchObject({ code: 0, out: 'Cases deleted: 0\n' });
    if (kind === 'SQLite') expect(bytesOf(place.dataDir)).not.toContain('old and long forgotten');
    expect(await wrongIn()).toEqual([]);
  });
});

function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
}
