/** The audit log: nobody changes, takes away, adds or reorders an entry unseen. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Writing } from '#register/db.ts';
import { appendAudit, verifyChain } from '../../src/register/audit.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import { openTestFollowing } from '../support/register.ts';

const actor = { organisation: 'primer', person: 'vera', role: 'coordinator' } as const;

onEachDatabase(async ({ test, place, openBehind }) => {
  const db = await openBehind();
  await test.organisation('primer');

  const { verify, list, write, ofCase } = {
    verify: (id = 'primer') => test.register.audit.verify(id),
    list: (limit: number, before?: number) => test.register.audit.list(actor, before, limit),
    write: (subject: string) =>
      test.register.audit.write('primer', { person: 'vera', action: 'sealed-viewed', subject }),
    ofCase: (id: string) => test.register.audit.ofCase(actor, id),
  };

  it('an entry tells who did what to what, and carries the hash of the one before', async () => {
    await write('case-1');
    await write('case-2');
    const [second, first] = await list(2);
    expect(second).toMatchObject({ person: 'vera', action: 'sealed-viewed', subject: 'case-2' });
    expect(second?.previous).toBe(first?.hash);
    expect(second?.seq).toBe((first?.seq ?? 0) + 1);
    expect(await list(5, second?.seq)).toMatchObject([{ subject: 'case-1' }, {}, {}]);
    expect((await ofCase('case-1')).map(({ subject }) => subject)).toEqual(['case-1']);
    expect(await verify()).toMatchObject({ ok: true, entries: second?.seq, head: second?.hash });
  });

  it('each organisation has a log of its own', async () => {
    await test.organisation('obrazets');
    const stranger = { ...actor, organisation: 'obrazets' };
    const log = await test.register.audit.list(stranger, undefined, 50);
    expect(log.map(({ seq, action }) => [seq, action])).toEqual([
      [2, 'key-made'],
      [1, 'organisation-created'],
    ]);
    expect(await test.register.audit.ofCase(stranger, 'case-1')).toEqual([]);
  });

  it('forty entries at once, from two servers, stand in one row without a gap', async () => {
    const other = await openTestFollowing(place);
    const before = await verify();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (index % 2 ? test : other).register.audit.write('primer', { person: null, action: 'signed-in' }),
      ),
    );
    await other.close();
    const after = await verify();
    expect(after.ok && before.ok && after.entries - before.entries).toBe(40);
  });

  it('a change that fails leaves no entry, and no gap', async () => {
    const before = await verify();
    const failing = db.write(async (trx) => {
      await appendAudit(trx, 'primer', { person: 'vera', action: 'case-changed' }, new Date());
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await verify()).toEqual(before);
  });

  it('of what a filer does only the week is written; what staff and the service do has its instant', async () => {
    test.setNow('2026-12-02T10:20:30Z');
    const append = (person: string | null, action: 'case-changed' | 'case-withdrawn' | 'expired-deleted') =>
      db.write((trx) => appendAudit(trx, 'primer', { person, action }, test.following.now()));
    await append(null, 'case-changed');
    await append('vera', 'case-changed');
    await append(null, 'case-withdrawn');
    await append(null, 'expired-deleted');
    const instant = '2026-12-02T10:20:30.000Z';
    expect((await list(4)).map(({ at }) => at)).toEqual([instant, '2026-W49', instant, '2026-W49']);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('a clock that jumps back turns nothing around', async () => {
    test.setNow('2026-12-09T10:00:00Z');
    await write('later');
    test.setNow('2026-11-30T10:00:00Z');
    await write('earlier');
    const filers = { person: null, action: 'case-changed' } as const;
    await db.write((trx) => appendAudit(trx, 'primer', filers, test.following.now()));
    test.setNow('2026-12-13T20:59:59Z'); // Sunday in Moscow
    await db.write((trx) => appendAudit(trx, 'primer', filers, test.following.now()));
    test.setNow('2026-12-13T21:00:00Z'); // Monday in Moscow
    await db.write((trx) => appendAudit(trx, 'primer', filers, test.following.now()));
    test.setNow('2026-12-13T12:00:00Z');
    await write('within the week');
    expect((await list(6)).map(({ at }) => at).reverse()).toEqual([
      '2026-12-09T10:00:00.000Z',
      '2026-12-09T10:00:00.000Z',
      '2026-W50',
      '2026-W50',
      '2026-W51',
      '2026-12-13T21:00:00.000Z',
    ]);
    expect(await verify()).toMatchObject({ ok: true });
  });

  it('the database itself refuses to change or to delete an entry', async () => {
    for (const forbidden of [
      db.kysely.updateTable('audit').set({ person: 'oleg' }).execute(),
      db.kysely.deleteFrom('audit').execute(),
    ])
      await expect(forbidden).rejects.toThrow('append-only');
  });

  describe('where somebody has taken the triggers away', () => {
    const head = async () => {
      const chain = await verify();
      return chain.ok ? chain.entries : 0;
    };
    const columns = sql`organisation, seq, at, person, action, subject, previous, hash`;
    const spoiled: [string, (trx: Writing) => Promise<unknown>, (entries: number) => number][] = [
      ...(['at', 'person', 'action', 'subject', 'hash', 'previous'] as const).map(
        (column): (typeof spoiled)[number] => [
          `a changed ${column}`,
          (trx) =>
            trx
              .updateTable('audit')
              .set({ [column]: '2026-12-31' })
              .where('seq', '=', 5)
              .execute(),
          () => 5,
        ],
      ),
      ['a missing entry', (trx) => trx.deleteFrom('audit').where('seq', '=', 7).execute(), () => 7],
      ['a missing beginning', (trx) => trx.deleteFrom('audit').where('seq', '<', 4).execute(), () => 1],
      ['a tail cut off', (trx) => trx.deleteFrom('audit').where('seq', '>', 20).execute(), () => 21],
      ['nothing left', (trx) => trx.deleteFrom('audit').execute(), () => 1],
      [
        'two entries in each other’s place',
        async (trx) => {
          for (const [from, to] of [
            [8, -1],
            [9, 8],
            [-1, 9],
          ] as const)
            await trx
              .updateTable('audit')
              .set({ seq: to })
              .where('seq', '=', from)
              .where('organisation', '=', 'primer')
              .execute();
        },
        () => 8,
      ],
      [
        'an entry added behind the head',
        (trx) =>
          sql`insert into audit (${columns}) select organisation, seq + 1, at, person, action, subject, hash, previous
            from audit where organisation = 'primer' order by seq desc limit 1`.execute(trx),
        (entries) => entries + 1,
      ],
      [
        'an entry added before the first',
        (trx) =>
          sql`insert into audit (${columns}) select organisation, 0, at, person, action, subject, previous, hash
            from audit where organisation = 'primer' and seq = 1`.execute(trx),
        () => 0,
      ],
      [
        'a head turned back together with the tail',
        async (trx) => {
          await trx.deleteFrom('audit').where('seq', '>', 20).execute();
          await sql`update organisation set audit_seq = 20 where id = 'primer'`.execute(trx);
        },
        () => 20,
      ],
    ];

    it.each(spoiled)('%s is found', async (_what, spoil, where) => {
      const entries = await head();
      class TakenBack extends Error {}
      let found: unknown;
      const trying = db.write(async (trx) => {
        await unguarded(trx);
        await spoil(trx);
        found = await verifyChain({ read: (work) => work(trx) }, 'primer');
        throw new TakenBack();
      });
      await expect(trying).rejects.toThrow(TakenBack);
      expect(found).toEqual({ ok: false, seq: where(entries) });
      expect(await verify()).toMatchObject({ ok: true });
    });

    async function unguarded(trx: Writing): Promise<void> {
      if (db.postgres) await sql`alter table audit disable trigger audit_kept`.execute(trx);
      else
        for (const name of ['audit_no_update', 'audit_no_delete'])
          await sql`drop trigger ${sql.ref(name)}`.execute(trx);
    }
  });
});
