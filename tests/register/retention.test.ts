/** What is deleted, by people or by the time that an organisation keeps cases, is gone: from lists, from counts, from the file. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Actor, CaseContent } from '#register/register.ts';
import { monthsBefore } from '../../src/register/retention.ts';
import { content } from '../support/facts.ts';
import { databaseForThisTest } from '../support/fresh-database.ts';
import { today } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import { openTestFollowing, type TestFollowing } from '../support/register.ts';

onEachDatabase(async ({ test, place }) => {
  await test.organisation('primer', { retentionMonths: 6 });
  await test.organisation('patient', { retentionMonths: 60 });
  const { actor } = await test.person('primer', 'coordinator');

  it('a case goes when nobody has touched it for as long as its organisation keeps cases', async () => {
    const { cases, shared, deleteExpired, audit } = test.register;
    const old = await cases.add(actor, content(), '2026-05-24'); // a Sunday; six months before 1 December is in the week after
    const touched = await cases.add(actor, content(), '2026-05-24');
    await cases.change(actor, touched, 1, content(), '2026-07-01');
    const young = await cases.add(actor, content(), '2026-06-01');
    await shared.add('primer', 'withdrawn', null, content(), '2026-05-01');
    await shared.withdraw('withdrawn', '', '2026-05-02');
    await shared.add('patient', 'kept', null, content(), '2022-06-01');

    expect(await deleteExpired(today)).toBe(2);
    expect(await deleteExpired(today)).toBe(0);
    expect(await cases.get(actor, old)).toBeUndefined();
    expect(await cases.get(actor, touched)).toBeDefined();
    expect(await cases.get(actor, young)).toBeDefined();
    expect(await shared.find('withdrawn')).toBeUndefined();
    expect(await shared.find('kept')).toBeDefined();
    expect((await cases.statistics('primer', [], today))[0]?.counts.filed).toBe(2);
    const [entry] = await audit.list(actor, undefined, 1);
    expect(entry).toMatchObject({ action: 'expired-deleted', person: null, subject: null });
  });

  it('many go in several parts, and two servers that do it at once do it once', async () => {
    const { cases, deleteExpired } = test.register;
    await cases.addAll(actor, Array(450).fill(content()), '2025-01-01');
    const other = await openTestFollowing(place);
    const deleted = await Promise.all([deleteExpired(today), other.register.deleteExpired(today)]);
    await other.close();
    expect((deleted[0] ?? 0) + (deleted[1] ?? 0)).toBe(450);
    expect((await cases.statistics('primer', [], today))[0]?.counts.filed).toBe(2);
    expect(await test.register.audit.verify('primer')).toMatchObject({ ok: true });
  });
});

it.each([
  ['2026-12-01', 6, '2026-06-01'],
  ['2026-12-31', 3, '2026-09-30'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2028-03-31', 1, '2028-02-29'],
  ['2026-01-15', 13, '2024-12-15'],
  ['2026-12-01', 36, '2023-12-01'],
])('%s and %d months back is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});

describe('the bytes of what was deleted', () => {
  const left = (folder: string, marks: readonly string[]) => {
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    return marks.filter((mark) => files.some((bytes) => bytes.includes(mark)));
  };

  type Ended = {
    test: TestFollowing;
    actor: Actor;
    secret: CaseContent & { marks: readonly string[]; finder: string };
    id: string;
  };

  it.each<[string, (ended: Ended) => Promise<unknown>]>([
    ['by the filer', ({ test, secret }) => test.register.shared.delete(secret.finder)],
    ['by a coordinator', ({ test, actor, id }) => test.register.cases.delete(actor, id)],
    ['because its time had run out', ({ test }) => test.register.deleteExpired('2040-01-01')],
  ])('are in no file of the folder once it was deleted %s', async (_, end) => {
    const { dataDir } = await databaseForThisTest('SQLite');
    const test = await openTestFollowing({ dataDir });
    await test.organisation();
    const { actor } = await test.person('primer', 'coordinator');
    const { cases, shared } = test.register;
    await cases.addAll(actor, Array(60).fill(content({}, {})), '2039-12-01');
    const finder = 'finder-of-the-case'.repeat(3);
    const secret = {
      ...content(),
      sealed: 'SEALED-ARMOR '.repeat(900),
      finder,
      marks: ['SEALED-ARMOR', finder],
    };
    const id = String(await shared.add('primer', finder, 'age1secretfiler', secret, today));
    await shared.addScan(finder, 'scan-of-the-case', Buffer.from('SCANNED-BYTES '.repeat(9000)));
    await cases.tag(actor, id, ['тайное слово']);
    const filing = (await cases.get(actor, id))?.filings[0]?.id ?? '';
    const marks = [
      ...secret.marks,
      'age1secretfiler',
      'SCANNED-BYTES',
      'scan-of-the-case',
      'тайное слово',
      filing,
    ];
    expect(left(dataDir, marks)).toEqual(marks);

    await end({ test, actor, secret, id });
    expect(left(dataDir, marks)).toEqual([]);
    await test.close();
    expect(left(dataDir, marks)).toEqual([]);
  });

  it('which the organisation has lost by a withdrawal are in no file either', async () => {
    const { dataDir } = await databaseForThisTest('SQLite');
    const test = await openTestFollowing({ dataDir });
    await test.organisation();
    const { shared } = test.register;
    const sealed = 'FOR-BOTH '.repeat(2000);
    await shared.add('primer', 'finder', null, { ...content(), sealed }, today);
    await shared.addScan('finder', 'scan', Buffer.from('SCANNED-BYTES '.repeat(9000)));
    await shared.withdraw('finder', 'FOR-THE-FILER', today);
    expect(left(dataDir, ['FOR-BOTH', 'SCANNED-BYTES', 'FOR-THE-FILER'])).toEqual(['FOR-THE-FILER']);
    await test.close();
  });
});
