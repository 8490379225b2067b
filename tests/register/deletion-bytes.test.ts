/**
 * What is deleted is gone from the bytes of the disk: by the filer, by the organisation, by time. On PostgreSQL nobody can
 * promise that (SECURITY.md says so), so this looks at SQLite: the file, and the log beside it.
 */
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { databaseForThisTest } from '../support/fresh-database.ts';
import { openTestFollowing } from '../support/register.ts';

const facts: PublicFacts = {
  template: 'crime-report-media',
  authority: 'sk-central',
  channel: 'post',
  filedWeek: '2026-W45',
  events: [],
};
const today = '2026-12-01';

/** An organisation with a caseworker, ten other cases, and one with a scan, which is looked for afterwards. */
async function opened() {
  const database = await databaseForThisTest('SQLite');
  const test = await openTestFollowing(database);
  const { register, sealing } = test;
  const { id, key } = await test.organisation();
  const { actor } = await test.person(id, 'coordinator');
  const content = async () => ({
    filings: [facts],
    sealed: await sealing.sealJson({ note: randomBytes(3000).toString('hex') }, [key.recipient]),
  });
  for (let other = 0; other < 10; other++) await register.cases.add(actor, await content(), today);
  const shared = await content();
  const scan = await sealing.sealBytes(randomBytes(20_000), [key.recipient]);
  await register.shared.add(id, 'f'.repeat(64), null, shared, today);
  await register.shared.addScan('f'.repeat(64), 'a-scan', scan);
  const pieces = [...piecesOf(Buffer.from(shared.sealed)), ...piecesOf(Buffer.from(scan))];
  const left = () => {
    const files = readdirSync(database.dataDir).map((name) => readFileSync(join(database.dataDir, name)));
    return pieces.filter((piece) => files.some((file) => file.includes(piece))).length;
  };
  expect(left()).toBeGreaterThan(pieces.length - 5); // where a page ends, a piece is cut in two
  const caseId = (await register.shared.find('f'.repeat(64)))?.id ?? '';
  return { test, register, actor, caseId, left };
}

/** 48 bytes of every kilobyte: pages of the file may cut others in two. */
function piecesOf(sealed: Buffer): Buffer[] {
  const pieces = [];
  for (let at = 700; at + 48 < sealed.length; at += 1000) pieces.push(sealed.subarray(at, at + 48));
  return pieces;
}

describe('of a case nothing is left on the disk', () => {
  it('when the filer deletes it', async () => {
    const { test, register, left } = await opened();
    expect(await register.shared.delete('f'.repeat(64))).toBe(true);
    expect(left()).toBe(0);
    await test.close();
  });

  it('that the organisation could open, when the filer takes it back', async () => {
    const { test, register, left } = await opened();
    const { sealing } = test;
    const filer = await sealing.newKeyPair();
    const own = await sealing.sealJson({ note: 'own' }, [filer.recipient]);
    expect(await register.shared.withdraw('f'.repeat(64), own, today)).toBe(true);
    expect(left()).toBe(0);
    await test.close();
  });

  it('when the organisation deletes its scan, that is of the scan', async () => {
    const { test, register, actor, caseId, left } = await opened();
    const all = left();
    expect(await register.cases.deleteScan(actor, caseId, 'a-scan', today)).toBe('done');
    expect(left()).toBeLessThan(all - 15);
    expect(await register.cases.delete(actor, caseId)).toBe(true);
    expect(left()).toBe(0);
    await test.close();
  });

  it('when the organisation deletes it', async () => {
    const { test, register, actor, caseId, left } = await opened();
    expect(await register.cases.delete(actor, caseId)).toBe(true);
    expect(left()).toBe(0);
    await test.close();
  });

  it('when its time has run out, and not a day before', async () => {
    const { test, register, left } = await opened();
    const before = left();
    expect(await register.deleteExpired('2029-11-25')).toBe(0);
    expect(left()).toBe(before);
    expect(await register.deleteExpired('2029-12-11')).toBe(11);
    expect(left()).toBe(0);
    await test.close();
  });
});
