/** Cases that staff enters, changes, marks and deletes. */
import { expect, it } from 'vitest';
import { content, facts } from '../support/facts.ts';
import { today } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';

onEachDatabase(async ({ test }) => {
  await test.organisation();
  const { actor } = await test.person('primer', 'caseworker');
  const colleague = (await test.person('primer', 'coordinator')).actor;

  const actions = async (id: string) =>
    (await test.register.audit.ofCase(actor, id)).map(({ action, person }) => [action, person]);

  it('a caseworker enters a case and finds in it what follows from its facts', async () => {
    const { cases } = test.register;
    const events = [{ kind: 'registered', week: '2026-W38' }] as const;
    const id = await cases.add(actor, content({ events: [...events] }, { authority: null }), today);
    expect(await cases.get(actor, id)).toMatchObject({
      id,
      organisation: 'primer',
      version: 1,
      origin: 'staff',
      arrivedWeek: '2026-W49',
      changedWeek: '2026-W49',
      sealed: 'sealed facts',
      filerRecipient: null,
      assignee: null,
      tags: [],
      isNew: false,
      scans: [],
      filings: [
        { ...facts({ events: [...events] }), standing: 'registered' },
        { ...facts({ authority: null }), standing: 'filed' },
      ],
    });
    expect(await actions(id)).toEqual([['case-added', actor.person]]);
  });

  it('a case keeps the names of its filings when an answer is added, and tells of a new version', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content({}, { template: 'inquiry-status' }), today);
    const before = await cases.get(actor, id);
    const answered = content(
      { events: [{ kind: 'refused', week: '2026-W40' }] },
      { template: 'inquiry-status' },
      { template: 'complaint-refusal' },
    );
    const later = { ...answered, sealed: 'sealed anew' };
    expect(await cases.change(actor, id, 1, later, '2026-12-14')).toBe('done');
    const after = await cases.get(actor, id);
    expect(after).toMatchObject({
      version: 2,
      changedWeek: '2026-W51',
      arrivedWeek: '2026-W49',
      sealed: 'sealed anew',
    });
    expect(after?.filings.map((one) => one.standing)).toEqual(['refused', 'filed', 'filed']);
    expect(after?.filings.slice(0, 2).map((one) => one.id)).toEqual(before?.filings.map((one) => one.id));
    expect(await cases.caseOf(actor, after?.filings[2]?.id ?? '')).toBe(id);
  });

  it('of two people who edit one case the second is told, and nothing of the first is lost', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content(), today);
    const first = { ...content(), sealed: 'by the first' };
    const second = { ...content(), sealed: 'by the second' };
    const results = await Promise.all([
      cases.change(actor, id, 1, first, today),
      cases.change(colleague, id, 1, second, today),
    ]);
    expect([...results].sort()).toEqual(['conflict', 'done']);
    const kept = results[0] === 'done' ? first : second;
    expect(await cases.get(actor, id)).toMatchObject({ version: 2, sealed: kept.sealed });
    expect(await actions(id)).toHaveLength(2);
  });

  it('a case is given to a colleague and taken back', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content(), today);
    expect(await cases.assign(colleague, id, actor.person)).toBe('done');
    expect(await cases.get(actor, id)).toMatchObject({ assignee: actor.person, version: 2 });
    expect(await cases.assign(colleague, id, 'somebody unknown')).toBe('gone');
    expect(await cases.assign(colleague, id, null)).toBe('done');
    expect(await cases.get(actor, id)).toMatchObject({ assignee: null, version: 3 });
    const list = await cases.list(actor, { assignee: actor.person, limit: 10 }, today);
    expect(list.filings).toEqual([]);
  });

  it('what is brought in with tags is listed by them at once', async () => {
    const { cases } = test.register;
    const [id = ''] = await cases.addAll(
      actor,
      [{ ...content(), tags: ['завтра', 'архив', 'завтра'] }],
      today,
    );
    expect(await cases.get(actor, id)).toMatchObject({ tags: ['архив', 'завтра'], version: 1 });
    const tagged = await cases.list(actor, { tag: 'завтра', limit: 10 }, today);
    expect(tagged.filings.map(({ caseId }) => caseId)).toEqual([id]);
    await cases.delete(actor, id);
  });

  it('tags are put on a case and stay when its facts change', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content(), today);
    expect(await cases.tag(actor, id, ['срочно', 'проверить', 'срочно'])).toBe('done');
    expect(await cases.change(actor, id, 2, content({ filedWeek: '2026-W30' }, {}), today)).toBe('done');
    expect(await cases.get(actor, id)).toMatchObject({ tags: ['проверить', 'срочно'] });
    const tagged = await cases.list(actor, { tag: 'срочно', limit: 10 }, today);
    expect(tagged.filings.map(({ caseId, filedWeek }) => [caseId, filedWeek])).toEqual([
      [id, '2026-W37'],
      [id, '2026-W30'],
    ]);
    expect(await cases.tag(actor, id, [])).toBe('done');
    expect((await cases.list(actor, { tag: 'срочно', limit: 10 }, today)).filings).toEqual([]);
  });

  it('a scan is deleted alone, and no older version of its case comes back with that', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content(), today);
    const [scan, other] = [crypto.randomUUID(), crypto.randomUUID()];
    for (const one of [scan, other]) await cases.addScan(actor, id, one, new Uint8Array([1]));
    expect(await cases.deleteScan(actor, id, scan, today, { version: 2 })).toBe('conflict');
    expect(await cases.deleteScan(actor, id, 'never-was', today)).toBe('gone');
    const without = { ...content(), sealed: 'without it' };
    expect(await cases.deleteScan(actor, id, scan, today, { version: 1, content: without })).toBe('done');
    expect(await cases.scan(actor, id, scan)).toBeUndefined();
    expect(await cases.get(actor, id)).toMatchObject({
      version: 2,
      sealed: 'without it',
      scans: [{ id: other, bytes: 1 }],
    });
    expect(await cases.deleteScan(actor, id, other, today)).toBe('done');
    expect(await cases.get(actor, id)).toMatchObject({ version: 3, sealed: 'without it', scans: [] });
    expect((await actions(id)).filter(([action]) => action === 'case-scan-deleted')).toHaveLength(2);
  });

  it('a scan lies beside its case, and goes with it', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content(), today);
    const bytes = new Uint8Array([0, 255, 7]);
    const scan = crypto.randomUUID();
    expect(await cases.addScan(actor, id, scan, bytes)).toBe(true);
    expect(await cases.addScan(actor, id, scan, bytes)).toBe(false);
    expect(await cases.scan(actor, id, scan)).toEqual(bytes);
    expect(await cases.get(actor, id)).toMatchObject({ scans: [{ id: scan, bytes: 3 }] });
    expect(await cases.delete(actor, id)).toBe(true);
    expect(await cases.scan(actor, id, scan)).toBeUndefined();
    expect(await cases.get(actor, id)).toBeUndefined();
    expect(await cases.delete(actor, id)).toBe(false);
    expect(await cases.change(actor, id, 1, content(), today)).toBe('gone');
    expect((await actions(id)).map(([action]) => action)).toContain('case-deleted');
  });

  it('an import comes in as a whole or not at all', async () => {
    const { cases } = test.register;
    const count = async () =>
      (await cases.statistics('primer', [], today)).reduce((sum, { counts }) => sum + counts.filed, 0);
    const before = await count();
    const some = Array.from({ length: 700 }, () => content({}, {}));
    const unknown = { ...content(), filings: [facts({ template: 'no-such-document' })] };
    await expect(cases.addAll(actor, [...some, unknown], today)).rejects.toThrow();
    expect(await count()).toBe(before);
    const ids = await cases.addAll(actor, some, today);
    expect(new Set(ids).size).toBe(700);
    expect(await count()).toBe(before + 1400);
    expect((await test.register.audit.list(colleague, undefined, 1))[0]).toMatchObject({
      action: 'imported',
    });
  });

  it('all cases are read one after another, each once', async () => {
    const { cases } = test.register;
    const ids: string[] = [];
    for await (const one of cases.each(actor)) ids.push(one.id);
    expect(ids.length).toBeGreaterThan(700);
    expect(ids).toEqual([...new Set(ids)].sort());
  });
});
