/** A request that is sent again is not done again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Idempotency } from '#register/register.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { openTestFollowing, type TestFollowing } from '../support/register.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

describe.each(databases)('on %s', (kind) => {
  let place: FreshDatabase;
  let test: TestFollowing;
  let other: TestFollowing;
  let keys: Idempotency;
  const now = Date.parse('2026-11-21T09:00:00Z');

  beforeAll(async () => {
    place = await freshDatabase(kind);
    test = await openTestFollowing(place);
    other = await openTestFollowing(place);
    keys = test.register.idempotency;
  });
  afterAll(async () => {
    await test?.close();
    await other?.close();
    await place?.remove();
  });

  it('whoever asks twice gets the first answer; whoever asks for something else is told', async () => {
    expect(await keys.begin('filer', 'k', 'hash', now)).toBeUndefined();
    expect(await keys.begin('filer', 'k', 'hash', now)).toBe('running');
    expect(await keys.begin('filer', 'k', 'another', now)).toBe('other');
    await keys.keep('filer', 'k', 'answer', now);
    expect(await keys.begin('filer', 'k', 'hash', now + minute)).toEqual({ answer: 'answer' });
    expect(await keys.begin('filer', 'k', 'another', now)).toBe('other');
    expect(await keys.begin('staff', 'k', 'another', now)).toBeUndefined();
  });

  it('of twenty who send one request at once, to two servers, one does it', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? keys : other.register.idempotency).begin('filer', 'crowd', 'hash', now),
      ),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'running')).toHaveLength(19);
  });

  it('what failed may be tried again at once; what was answered stays', async () => {
    await keys.begin('filer', 'failed', 'hash', now);
    await keys.drop('filer', 'failed');
    expect(await keys.begin('filer', 'failed', 'hash', now)).toBeUndefined();
    await keys.keep('filer', 'failed', 'answer', now);
    await keys.drop('filer', 'failed');
    expect(await keys.begin('filer', 'failed', 'hash', now)).toEqual({ answer: 'answer' });
  });

  it('the claim of a server that died ends after a minute, for one of those who wait', async () => {
    await keys.begin('filer', 'died', 'hash', now);
    expect(await keys.begin('filer', 'died', 'hash', now + minute - 1)).toBe('running');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? keys : other.register.idempotency).begin('filer', 'died', 'hash', now + minute),
      ),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
  });

  it('also where the clock has jumped back', async () => {
    await keys.begin('filer', 'clock', 'hash', now);
    expect(await keys.begin('filer', 'clock', 'hash', now - day)).toBe('running');
    expect(await keys.begin('filer', 'clock', 'hash', now - day + minute)).toBeUndefined();
  });

  it('an answer is kept for a day, and not for ever', async () => {
    await keys.begin('filer', 'day', 'hash', now);
    await keys.keep('filer', 'day', 'answer', now);
    expect(await keys.begin('filer', 'day', 'hash', now + day - 1)).toEqual({ answer: 'answer' });
    expect(await keys.begin('filer', 'day', 'hash', now + 2 * day)).toBeUndefined();
  });
});
