/** Cases that filers share: whoever has the code has the case, and the organisation learns what it may. */
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { content } from '../support/facts.ts';
import { today } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';

onEachDatabase(async ({ test }) => {
  await test.organisation();
  const { actor } = await test.person('primer', 'coordinator');

  const newFinder = () => randomBytes(32).toString('hex');
  const filed = async () => (await test.register.cases.statistics('primer', [], today))[0]?.counts.filed ?? 0;

  it('a shared case is found by its finder alone, and arrives as new', async () => {
    const { shared, cases } = test.register;
    const finder = newFinder();
    const id = await shared.add('primer', finder, 'age1filer', content(), today);
    expect(await shared.find(finder)).toMatchObject({
      id,
      origin: 'filer',
      filerRecipient: 'age1filer',
      isNew: true,
      withdrawn: false,
    });
    expect(await shared.find(newFinder())).toBeUndefined();
    const { arrived } = await cases.today(actor, today, 10);
    expect(arrived).toMatchObject({ count: 1, filings: [{ caseId: id, isNew: true }] });
    await cases.seen(actor, String(id));
    expect((await cases.today(actor, today, 10)).arrived.count).toBe(0);
    expect((await test.register.audit.ofCase(actor, String(id))).at(0)).toMatchObject({
      action: 'case-shared',
      person: null,
    });
  });

  it('who asks again after the answer was lost has shared once', async () => {
    const { shared } = test.register;
    const finder = newFinder();
    const before = await filed();
    const id = await shared.add('primer', finder, 'age1filer', content(), today);
    expect(await shared.add('primer', finder, 'age1filer', content(), today)).toBe(id);
    expect(await filed()).toBe(before + 1);
    const other = { ...content(), sealed: 'something else' };
    expect(await shared.add('primer', finder, 'age1filer', other, today)).toBe(false);
  });

  it('nothing can be shared with an organisation that is not there or has no key', async () => {
    const { shared, organisations } = test.register;
    const known = await organisations.get('primer');
    if (!known) throw new Error('no organisation');
    await organisations.create({ ...known, id: 'no-key' });
    expect(await shared.add('no-key', newFinder(), null, content(), today)).toBe(false);
    expect(await shared.add('nobody', newFinder(), null, content(), today)).toBe(false);
  });

  it('a filer adds what was answered, and the organisation sees it as new', async () => {
    const { shared, cases } = test.register;
    const finder = newFinder();
    const id = String(await shared.add('primer', finder, null, content(), today));
    await cases.seen(actor, id);
    const answered = content({ events: [{ kind: 'opened', week: '2026-W39' }] });
    expect(await shared.change(finder, 2, answered, today)).toBe('conflict');
    expect(await shared.change(finder, 1, answered, today)).toBe('done');
    expect(await shared.change(newFinder(), 1, answered, today)).toBe('gone');
    expect(await cases.get(actor, id)).toMatchObject({
      isNew: true,
      version: 2,
      filings: [{ standing: 'opened' }],
    });
  });

  it('a filer and a caseworker who change a case at once do not overwrite one another', async () => {
    const { shared, cases } = test.register;
    const finder = newFinder();
    const id = String(await shared.add('primer', finder, null, content(), today));
    const results = await Promise.all([
      shared.change(finder, 1, content({}, {}), today),
      cases.change(actor, id, 1, content({}, {}, {}), today),
    ]);
    expect([...results].sort()).toEqual(['conflict', 'done']);
  });

  it('after a withdrawal the organisation has lost the case, the filer has not', async () => {
    const { shared, cases } = test.register;
    const before = await filed();
    const finder = newFinder();
    const id = String(await shared.add('primer', finder, 'age1filer', content(), today));
    const scan = crypto.randomUUID();
    expect(await shared.addScan(finder, scan, new Uint8Array([1]))).toBe(true);
    expect(await shared.scan(finder, scan)).toEqual(new Uint8Array([1]));
    await cases.tag(actor, id, ['срочно']);
    await cases.assign(actor, id, actor.person);
    const filing = (await cases.get(actor, id))?.filings[0]?.id ?? '';

    expect(await shared.withdraw(finder, 'to the filer alone', today)).toBe(true);
    expect(await shared.withdraw(finder, 'again', today)).toBe(false);
    expect(await shared.find(finder)).toMatchObject({
      withdrawn: true,
      sealed: 'to the filer alone',
      assignee: null,
      tags: [],
      scans: [],
      isNew: false,
      filings: [{ id: filing }],
    });
    expect(await filed()).toBe(before);
    expect(await cases.get(actor, id)).toBeUndefined();
    expect(await cases.caseOf(actor, filing)).toBeUndefined();
    expect(await cases.delete(actor, id)).toBe(false);
    expect(await cases.assign(actor, id, null)).toBe('gone');
    expect(await cases.tag(actor, id, [])).toBe('gone');
    expect(await cases.addScan(actor, id, crypto.randomUUID(), new Uint8Array([1]))).toBe(false);
    const listed = await cases.list(actor, { limit: 200 }, today);
    expect(listed.filings.map(({ caseId }) => caseId)).not.toContain(id);
    for (const query of [{ tag: 'срочно' }, { assignee: actor.person }])
      expect((await cases.list(actor, { ...query, limit: 9 }, today)).filings).toEqual([]);
    for await (const one of cases.each(actor)) expect(one.id).not.toBe(id);
  });

  it('what the filer does with a withdrawn case is no longer told to the organisation', async () => {
    const { shared, audit } = test.register;
    const before = await filed();
    const finder = newFinder();
    const id = String(await shared.add('primer', finder, null, content(), today));
    await shared.withdraw(finder, 'mine', today);
    expect(await shared.change(finder, 2, content({}, {}), today)).toBe('done');
    expect(await shared.find(finder)).toMatchObject({ withdrawn: true, isNew: false, version: 3 });
    expect(await shared.delete(finder)).toBe(true);
    expect(await shared.find(finder)).toBeUndefined();
    expect(await shared.delete(finder)).toBe(false);
    expect(await filed()).toBe(before);
    const told = (await audit.ofCase(actor, id)).map(({ action }) => action);
    expect(told).toEqual(['case-withdrawn', 'case-shared']);
  });

  it('a filer deletes everything', async () => {
    const { shared, cases } = test.register;
    const before = await filed();
    const finder = newFinder();
    const id = String(await shared.add('primer', finder, null, content(), today));
    expect(await shared.delete(finder)).toBe(true);
    expect(await cases.get(actor, id)).toBeUndefined();
    expect(await filed()).toBe(before);
    expect(await shared.change(finder, 1, content(), today)).toBe('gone');
    expect(await shared.addScan(finder, 'a', new Uint8Array())).toBe(false);
    expect(await shared.scan(finder, 'a')).toBeUndefined();
    expect(await shared.withdraw(finder, '', today)).toBe(false);
  });
});
