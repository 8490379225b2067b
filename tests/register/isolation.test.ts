/** Two organisations in one installation: neither can tell that the other has anything. */
import { expect, it } from 'vitest';
import type { Actor, Cases, Organisations } from '#register/register.ts';
import { content } from '../support/facts.ts';
import { today } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';

type Asked = { cases: Cases; other: Actor; id: string; filing: string; scan: string; colleague: string };

/** Everything that can be asked of cases, asked by somebody of another organisation; and what they are told. */
const questions = {
  list: async ({ cases, other }) => {
    for (const query of [
      {},
      { sort: 'due' },
      { sort: 'authority' },
      { state: 'overdue' },
      { tag: 'срочно' },
      { assignee: 'nobody' },
    ] as const)
      expect(await cases.list(other, { ...query, limit: 9 }, today)).toEqual({ filings: [], next: null });
  },
  today: async ({ cases, other }) => {
    const empty = { filings: [], count: 0, isMore: false };
    expect(await cases.today(other, today, 9)).toEqual({
      overdue: empty,
      due: empty,
      own: empty,
      arrived: empty,
    });
  },
  get: async ({ cases, other, id }) => expect(await cases.get(other, id)).toBeUndefined(),
  sealedOf: async ({ cases, other, id }) => expect([...(await cases.sealedOf(other, [id]))]).toEqual([]),
  filingsOf: async ({ cases, other, id }) => expect([...(await cases.filingsOf(other, [id]))]).toEqual([]),
  caseOf: async ({ cases, other, filing }) => expect(await cases.caseOf(other, filing)).toBeUndefined(),
  add: async ({ cases, other, id }) => {
    const own = await cases.add(other, content(), today);
    expect(own).not.toBe(id);
    expect(await cases.delete(other, own)).toBe(true);
  },
  addAll: async ({ cases, other }) => expect(await cases.addAll(other, [], today)).toEqual([]),
  change: async ({ cases, other, id }) =>
    expect(await cases.change(other, id, 1, content(), today)).toBe('gone'),
  assign: async ({ cases, other, id, colleague }) => {
    expect(await cases.assign(other, id, other.person)).toBe('gone');
    expect(await cases.assign(other, id, null)).toBe('gone');
    const own = await cases.add(other, content(), today);
    expect(await cases.assign(other, own, colleague)).toBe('gone');
    await cases.delete(other, own);
  },
  tag: async ({ cases, other, id }) => expect(await cases.tag(other, id, ['чужое'])).toBe('gone'),
  seen: async ({ cases, other, id }) => expect(await cases.seen(other, id)).toBeUndefined(),
  addScan: async ({ cases, other, id }) =>
    expect(await cases.addScan(other, id, 'theirs', new Uint8Array([1]))).toBe(false),
  scan: async ({ cases, other, id, scan }) => expect(await cases.scan(other, id, scan)).toBeUndefined(),
  deleteScan: async ({ cases, other, id, scan }) =>
    expect(await cases.deleteScan(other, id, scan, today)).toBe('gone'),
  delete: async ({ cases, other, id }) => expect(await cases.delete(other, id)).toBe(false),
  each: async ({ cases, other }) => {
    for await (const one of cases.each(other)) expect(one).toBeUndefined();
  },
  statistics: async ({ cases, other }) =>
    expect(await cases.statistics(other.organisation, ['authority'], today)).toEqual([]),
  toldStatistics: async ({ cases, other }) =>
    expect(await cases.toldStatistics(other.organisation, today)).toEqual([]),
} satisfies Record<keyof Cases, (asked: Asked) => Promise<unknown>>;

onEachDatabase(async ({ test }) => {
  await test.organisation('primer');
  await test.organisation('other');
  const { actor } = await test.person('primer', 'coordinator');
  const other = (await test.person('other', 'coordinator')).actor;
  const { cases, shared } = test.register;
  const id = String(await shared.add('primer', 'finder', null, content(), today));
  const scan = crypto.randomUUID();
  await shared.addScan('finder', scan, new Uint8Array([1]));
  await cases.tag(actor, id, ['срочно']);
  const filing = (await cases.get(actor, id))?.filings[0]?.id ?? '';
  const asked = { cases, other, id, filing, scan, colleague: actor.person };

  it.each(Object.entries(questions))('%s tells another organisation nothing', async (_, ask) => {
    const before = await test.register.cases.get(actor, asked.id);
    const log = await test.register.audit.verify('primer');
    await ask(asked);
    expect(await test.register.cases.get(actor, asked.id)).toEqual(before);
    expect(await test.register.audit.verify('primer')).toEqual(log);
  });

  it('the audit log of a case is that of its organisation', async () => {
    expect(await test.register.audit.ofCase(asked.other, asked.id)).toEqual([]);
    expect((await test.register.audit.ofCase(actor, asked.id)).length).toBeGreaterThan(1);
  });

  it('settings and keys are changed for one organisation alone', async () => {
    const { organisations } = test.register;
    const before = [await organisations.get('primer'), await organisations.key('primer')];
    const changes = {
      change: () => organisations.change(asked.other, { contact: 'changed', tags: ['новое'] }),
      keepKey: () =>
        organisations.keepKey(asked.other, { recipient: 'age1other', sealedKey: 'x', salt: '00' }),
    } satisfies Partial<Record<keyof Organisations, () => Promise<unknown>>>;
    await changes.change();
    expect(await changes.keepKey()).toBe(false);
    expect([await organisations.get('primer'), await organisations.key('primer')]).toEqual(before);
    expect(await organisations.get('other')).toMatchObject({ contact: 'changed', tags: ['новое'] });
  });
});
