/** Signed in for the sitting: what ends it, also where a clock jumps or the disk is full. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '#register/db.ts';
import { RegisterUnavailable } from '#register/register.ts';
import { sessionsPart } from '../../src/register/sessions.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import { openTestFollowing } from '../support/register.ts';

const minute = 60_000;
const hour = 60 * minute;

onEachDatabase(async ({ test, place, openBehind }) => {
  let token: string;
  const { sessions } = test.register;
  const now = test.following.now().getTime();
  await test.organisation();
  const vera = await test.person('primer', 'caseworker');
  const db = await openBehind();

  beforeEach(async () => {
    token = randomUUID();
    await sessions.begin({ token, person: vera.actor.person, now, expires: now + 12 * hour });
  });

  const rows = () => db.kysely.selectFrom('session').selectAll().where('token', '=', token).execute();

  it('whoever works is known, and the key of the organisation stays until it is locked', async () => {
    expect(await sessions.get(token, now)).toMatchObject({
      person: { id: vera.actor.person, organisation: 'primer', role: 'caseworker' },
      unlocked: null,
    });
    await sessions.unlock(token, 'sealed key');
    expect((await sessions.get(token, now))?.unlocked).toBe('sealed key');
    await sessions.unlock(token, null);
    expect((await sessions.get(token, now))?.unlocked).toBeNull();
  });

  it('whoever signs out is unknown', async () => {
    await sessions.end(token);
    expect(await sessions.get(token, now)).toBeUndefined();
  });

  it('half an hour without a request ends it, and takes the key along; work within goes on', async () => {
    expect(await sessions.get(token, now + 29 * minute)).toBeDefined();
    expect(await sessions.get(token, now + 58 * minute)).toBeDefined();
    expect(await sessions.get(token, now + 88 * minute)).toBeUndefined();
    expect(await rows()).toEqual([]);
  });

  it('however busy, it ends at its last hour', async () => {
    for (let at = now; at < now + 12 * hour; at += 20 * minute)
      expect(await sessions.get(token, at)).toBeDefined();
    expect(await sessions.get(token, now + 12 * hour)).toBeUndefined();
  });

  it('it is written down no more than once a minute', async () => {
    await sessions.get(token, now + minute - 1);
    expect(await rows()).toMatchObject([{ seen: now }]);
    await sessions.get(token, now + minute);
    expect(await rows()).toMatchObject([{ seen: now + minute }]);
  });

  it('a clock that jumped back ends it instead of keeping it; a little back it does not matter', async () => {
    await sessions.get(token, now + 10 * minute);
    expect(await sessions.get(token, now + 6 * minute)).toBeDefined();
    expect(await rows()).toMatchObject([{ seen: now + 10 * minute }]);
    expect(await sessions.get(token, now - 24 * hour)).toBeUndefined();
    expect(await sessions.get(token, now + 10 * minute)).toBeUndefined();
  });

  it('whoever is put out is unknown at once, on every server', async () => {
    const oleg = await test.person('primer', 'analyst');
    const second = await openTestFollowing(place);
    const own = randomUUID();
    await second.register.sessions.begin({ token: own, person: oleg.actor.person, now, expires: now + hour });
    await test.register.people.change(vera.actor, oleg.actor.person, { active: false });
    expect(await second.register.sessions.get(own, now)).toBeUndefined();
    await second.register.sessions.begin({ token: own, person: oleg.actor.person, now, expires: now + hour });
    expect(await second.register.sessions.get(own, now)).toBeUndefined();
    await second.close();
  });

  it('who begins a sitting sweeps away those that are over', async () => {
    await sessions.begin({
      token: randomUUID(),
      person: vera.actor.person,
      now: now + hour,
      expires: now + 9 * hour,
    });
    expect(await rows()).toEqual([]);
  });

  it('a disk that is full keeps nobody from reading', async () => {
    const full: Db = { ...db, write: () => Promise.reject(new RegisterUnavailable('full')) };
    const onFullDisk = sessionsPart(full);
    expect(await onFullDisk.get(token, now + 5 * minute)).toBeDefined();
    expect(await onFullDisk.get(token, now + 31 * minute)).toBeUndefined();
  });
});
