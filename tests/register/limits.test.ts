/** Limits on guessing: one count for all servers, after a restart, and whatever the clock does. */
import { expect, it } from 'vitest';
import { openDb } from '../../src/register/open-register.ts';
import { library } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import { openTestFollowing } from '../support/register.ts';

onEachDatabase(async ({ test, place, openAnother }) => {
  const now = Date.parse('2026-11-21T09:00:00Z');
  const other = await openAnother();

  const take = (key: string, at: number, by = test) => by.register.limits.take(key, 3, 60, at);

  it('of twenty attempts at once, on two servers, three are let through', async () => {
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => take('crowd', now, index % 2 ? test : other)),
    );
    expect(taken.filter(Boolean)).toHaveLength(3);
  });

  it('a restart forgets nothing; the next window begins after the first has ended', async () => {
    for (const at of [now, now + 1, now + 2]) expect(await take('again', at)).toBe(true);
    const restarted = await openTestFollowing(place);
    expect(await take('again', now + 59_999, restarted)).toBe(false);
    expect(await take('again', now + 60_000, restarted)).toBe(true);
    await restarted.close();
  });

  it('a clock that jumps back opens no window, and locks nobody out for longer than one', async () => {
    for (const at of [now, now + 1, now + 2]) expect(await take('clock', at)).toBe(true);
    const before = now - 24 * 60 * 60_000;
    expect(await take('clock', before)).toBe(false);
    expect(await take('clock', before + 59_999)).toBe(false);
    expect(await take('clock', before + 60_000)).toBe(true);
  });

  it('a right password begins the count anew, for this key alone', async () => {
    for (const key of ['right', 'right', 'right', 'wrong', 'wrong', 'wrong']) await take(key, now);
    await test.register.limits.clear('right');
    expect(await take('right', now)).toBe(true);
    expect(await take('wrong', now)).toBe(false);
  });

  it('what was counted is swept away, and neither a name nor an address stands there', async () => {
    await take('code 192.0.2.7', now);
    const db = await openDb({ ...place, library, now: () => new Date(now) });
    const before = await db.kysely.selectFrom('attempt').selectAll().execute();
    expect(JSON.stringify(before)).not.toContain('192.0.2.7');
    await take('one more', now + 3_600_000);
    const after = await db.kysely.selectFrom('attempt').selectAll().execute();
    expect(after).toHaveLength(1);
    await db.kysely.destroy();
  });
});
