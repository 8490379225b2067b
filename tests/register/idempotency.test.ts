/** A request that is sent again is not done again. */
import { expect, it } from 'vitest';
import { openDb } from '../../src/register/open-register.ts';
import { content } from '../support/facts.ts';
import { library } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import type { TestFollowing } from '../support/register.ts';

const minute = 60_000;
const held = 20_000;
const running = (seconds = 20) => ({ running: seconds });
const day = 24 * 60 * minute;

onEachDatabase(async ({ test, place, openAnother }) => {
  const now = Date.parse('2026-11-21T09:00:00Z');
  const other = await openAnother();
  const { idempotency: keys } = test.register;

  it('whoever asks twice gets the first answer; whoever asks for something else is told', async () => {
    expect(await keys.begin('filer', 'k', 'hash', now)).toBeUndefined();
    expect(await keys.begin('filer', 'k', 'hash', now)).toEqual(running());
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
    expect(answers.filter((answer) => typeof answer === 'object' && 'running' in answer)).toHaveLength(19);
  });

  it('what failed may be tried again at once; what was answered stays', async () => {
    await keys.begin('filer', 'failed', 'hash', now);
    await keys.drop('filer', 'failed');
    expect(await keys.begin('filer', 'failed', 'hash', now)).toBeUndefined();
    await keys.keep('filer', 'failed', 'answer', now);
    await keys.drop('filer', 'failed');
    expect(await keys.begin('filer', 'failed', 'hash', now)).toEqual({ answer: 'answer' });
  });

  it('the claim of a server that died ends after twenty seconds, for one of those who wait, and all are told how long that is', async () => {
    await keys.begin('filer', 'died', 'hash', now);
    expect(await keys.begin('filer', 'died', 'hash', now + 13_500)).toEqual(running(7));
    expect(await keys.begin('filer', 'died', 'hash', now + held - 1)).toEqual(running(1));
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 ? keys : other.register.idempotency).begin('filer', 'died', 'hash', now + held),
      ),
    );
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
  });

  it('a server that takes longer renews its claim, and nobody else does the same meanwhile', async () => {
    await keys.begin('filer', 'slow', 'hash', now);
    await keys.renew('filer', 'slow', now + 15_000);
    expect(await other.register.idempotency.begin('filer', 'slow', 'hash', now + held)).toEqual(running(15));
    await keys.keep('filer', 'slow', 'answer', now);
    await keys.renew('filer', 'slow', now + held); // the answer stays for its day
    expect(await keys.begin('filer', 'slow', 'hash', now + day - 1)).toEqual({ answer: 'answer' });
  });

  it('a key whose case was deleted is used up until its day is over, and nothing is kept but that', async () => {
    await keys.begin('filer', 'spent', 'hash', now);
    await keys.keep('filer', 'spent', 'answer', now);
    await keys.spend('filer', 'spent');
    for (const request of ['hash', 'another'])
      expect(await keys.begin('filer', 'spent', request, now + day - 1)).toBe('spent');
    const db = await openDb({ ...place, library, now: () => new Date(now) });
    const rows = await db.kysely
      .selectFrom('idempotency')
      .select(['request', 'answer'])
      .where('answer', '=', '')
      .execute();
    expect(rows).toEqual([{ request: '', answer: '' }]);
    await db.kysely.destroy();
    expect(await keys.begin('filer', 'spent', 'hash', now + 2 * day)).toBeUndefined();
  });

  it('of two servers that share one case under one key, after a plan was kept, one has done it, once', async () => {
    const { id } = await test.organisation('planned');
    await keys.begin('filer', 'plan', 'hash', now);
    await keys.keep('filer', 'plan', 'plan', now);
    const claim = (planned: string) => {
      return { scope: 'filer', key: 'plan', requestHash: 'hash', planned, answer: 'done', now };
    };
    const share = ({ register }: TestFollowing, finder: string, planned: string) =>
      register.shared.add(id, finder, null, content(), '2026-12-01', claim(planned));
    // Another plan is of somebody who lost the key before it was kept.
    await expect(share(other, 'f0', 'another plan')).rejects.toMatchObject({ reason: 'busy' });
    expect(await share(test, 'f1', 'plan')).toBeTruthy();
    await test.register.shared.delete('f1');
    await expect(share(other, 'f1', 'plan')).rejects.toMatchObject({ reason: 'busy' });
    expect(await test.register.shared.find('f1')).toBeUndefined();
    expect(await keys.begin('filer', 'plan', 'hash', now)).toEqual({ answer: 'done' });
  });

  it('of two servers that do the same under one key at once, one has done it, and the other wrote nothing', async () => {
    const organisation = await test.organisation('once');
    const actor = { organisation: organisation.id, person: 'nobody', role: 'coordinator' } as const;
    await keys.begin('staff', 'twice', 'hash', now);
    const claim = (answer: string) => ({ scope: 'staff', key: 'twice', requestHash: 'hash', answer, now });
    const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'];
    const adding = [test, other].map(({ register }, at) =>
      register.cases.add(actor, content(), '2026-12-01', {
        ids: [ids[at] ?? ''],
        claim: claim(ids[at] ?? ''),
      }),
    );
    const done = await Promise.allSettled(adding);
    const added = done.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const failed = done.flatMap((one) => (one.status === 'rejected' ? [one.reason.reason] : []));
    expect([added.length, failed]).toEqual([1, ['busy']]);
    expect(await keys.begin('staff', 'twice', 'hash', now)).toEqual({ answer: added[0] });
    const there = [];
    for await (const one of test.register.cases.each(actor)) there.push(one.id);
    expect(there).toEqual(added);
  });

  it('a change that found another version leaves the key open: it was not done', async () => {
    const organisation = await test.organisation('version');
    const actor = { organisation: organisation.id, person: 'nobody', role: 'coordinator' } as const;
    const { cases } = test.register;
    const id = await cases.add(actor, content(), '2026-12-01');
    await keys.begin('staff', 'change', 'hash', now);
    const claim = { scope: 'staff', key: 'change', requestHash: 'hash', answer: 'done', now };
    expect(await cases.change(actor, id, 7, content(), '2026-12-01', claim)).toBe('conflict');
    expect(await keys.begin('staff', 'change', 'hash', now)).toEqual(running());
    expect(await cases.change(actor, id, 1, content(), '2026-12-01', claim)).toBe('done');
    expect(await keys.begin('staff', 'change', 'hash', now)).toEqual({ answer: 'done' });
  });

  it('also where the clock has jumped back', async () => {
    await keys.begin('filer', 'clock', 'hash', now);
    expect(await keys.begin('filer', 'clock', 'hash', now - day)).toEqual(running());
    expect(await keys.begin('filer', 'clock', 'hash', now - day + held)).toBeUndefined();
  });

  it('an answer is kept for a day, and not for ever', async () => {
    await keys.begin('filer', 'day', 'hash', now);
    await keys.keep('filer', 'day', 'answer', now);
    expect(await keys.begin('filer', 'day', 'hash', now + day - 1)).toEqual({ answer: 'answer' });
    expect(await keys.begin('filer', 'day', 'hash', now + 2 * day)).toBeUndefined();
  });
});
