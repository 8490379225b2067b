/** Times to the millisecond do not outlast their use, even where nobody comes any more. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDb } from '../../src/register/open-register.ts';
import { databaseForThisTest, databases } from '../support/fresh-database.ts';
import { library } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';

const minute = 60_000;
const counted = ['attempt', 'idempotency', 'invitation', 'session'] as const;

describe.each(databases)('on %s', (kind) => {
  async function opened() {
    const database = await databaseForThisTest(kind);
    const test = await openTestFollowing(database);
    const db = await openDb({ ...database, library, now: test.following.now });
    const rows = async () => {
      const counts: Record<string, number> = {};
      for (const table of counted)
        counts[table] = (await db.kysely.selectFrom(table).selectAll().execute()).length;
      return counts;
    };
    const close = async () => {
      await db.kysely.destroy();
      await test.close();
    };
    return { test, db, rows, close };
  }

  it('attempts, claims, links and sessions are forgotten once they have run out, and not before', async () => {
    const { test, rows, close } = await opened();
    const { register, following } = test;
    const { id } = await test.organisation();
    const { actor } = await test.person(id, 'caseworker');
    const now = following.now().getTime();
    await register.limits.take('sign-in anna', 10, 900, now);
    await register.idempotency.begin('filings', 'a key', 'hash', now);
    await register.people.invite(actor, 'f'.repeat(64), 'analyst', now + 10 * minute);
    await register.forgetPassed();
    expect(await rows()).toEqual({ attempt: 1, idempotency: 1, invitation: 1, session: 1 });
    test.setNow(new Date(now + 31 * minute).toISOString());
    await register.forgetPassed();
    expect(await rows()).toEqual({ attempt: 0, idempotency: 0, invitation: 0, session: 0 });
    await close();
  });

  it('an answer that is kept for who asks twice tells no more than the day on which it was given', async () => {
    const { test, db, close } = await opened();
    const { idempotency } = test.register;
    for (const [key, hour] of [
      ['one', 1],
      ['two', 23],
    ] as const) {
      const at = Date.parse(`2026-12-01T${String(hour).padStart(2, '0')}:11:22.333Z`);
      await idempotency.begin('filings', key, 'hash', at);
      await idempotency.keep('filings', key, 'answer', at);
      expect(await idempotency.begin('filings', key, 'hash', at + 23 * 60 * minute)).toEqual({
        answer: 'answer',
      });
    }
    const { rows } = await sql<{ expires: number }>`select distinct expires from idempotency`.execute(
      db.kysely,
    );
    expect(rows).toHaveLength(1);
    await close();
  });
});
