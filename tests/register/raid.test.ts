/**
 * A raid, rehearsed: a day is lived on a real installation, then the disk is taken while the service runs. What can be read
 * stands in SECURITY.md; this shows it, and that nothing else can.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textHash } from '#domain/case/open-case.ts';
import { weekOf } from '#domain/register/week.ts';
import { boundSealing } from '#sealing/bound.ts';
import { newKeyPair, open, openBytes } from '#sealing/sealing.ts';
import { stretch } from '#sealing/stretch.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { canaries, found } from './raid/canaries.ts';
import { columns } from './raid/columns.ts';
import { type Day, liveThrough } from './raid/day.ts';
import { openByPages } from './raid/filers.ts';
import { bytesOf, columnsOf, type Rows, rowsOf } from './raid/loot.ts';

describe.each(databases)('a raid on an installation with %s', (kind) => {
  let database: FreshDatabase;
  let day: Day;
  let disk: Buffer;
  let rows: Rows;

  beforeAll(async () => {
    database = await freshDatabase(kind);
    day = await liveThrough(database);
    disk = Buffer.concat([day.early, await bytesOf(database)]);
    rows = await rowsOf(database);
  }, 300_000); // a day of many people at a real service
  afterAll(async () => {
    await day?.installation.stop();
    await database.remove();
  });

  const text = () => Buffer.from(JSON.stringify(rows));
  const sealedOf = (organisation: string) =>
    rows.register_case.filter((one) => one.organisation === organisation).map((one) => String(one.sealed));
  /** What one key opens of everything that is sealed on the disk. */
  async function openedBy(identity: string): Promise<string[]> {
    const sealed = Object.values(rows).flatMap((all) => all.flatMap((row) => Object.values(row)));
    const texts = await Promise.all(
      sealed.map((one) => (typeof one === 'string' ? open(one, identity) : undefined)),
    );
    return texts.filter((one) => one !== undefined);
  }
  async function identityBehind(passphrase: string, organisation: string): Promise<string> {
    const row = rows.organisation.find(({ id }) => id === organisation);
    const sealing = boundSealing(stretch, new Uint8Array());
    const salt = new Uint8Array(Buffer.from(String(row?.key_salt), 'hex'));
    const keys = await sealing.passphraseKeys(passphrase, salt);
    return (await open(String(row?.sealed_key), keys.identity)) ?? '';
  }

  it('the day was lived: cases, a scan, an import, sign-ins and views are there', () => {
    expect(rows.register_case).toHaveLength(4);
    expect(rows.scan).toHaveLength(1);
    const actions = new Set(rows.audit.map(({ action }) => action));
    const expected = [
      'case-shared',
      'imported',
      'exported',
      'sealed-viewed',
      'sealed-searched',
      'unlocked',
      'signed-in',
    ];
    expect([...actions]).toEqual(expect.arrayContaining([...expected, 'sign-in-failed', 'unlock-failed']));
  });

  it('nothing that a person wrote lies on the disk, in no encoding', () => {
    expect(found(canaries, disk)).toEqual([]);
    expect(found(canaries, text())).toEqual([]);
  });

  it('no exact day of a filing or an event lies on the disk', () => {
    expect(found(day.days, disk)).toEqual([]);
    expect(found(day.days, text())).toEqual([]);
  });

  it('no code, password, passphrase, key, cookie or link lies on the disk', () => {
    expect(Object.keys(day.secrets).length).toBeGreaterThan(17);
    expect(found(day.secrets, disk)).toEqual([]);
    expect(found(day.secrets, text())).toEqual([]);
  });

  it('the service and the commands have said none of it', () => {
    const said = Buffer.from(day.installation.said());
    expect(found({ ...canaries, ...day.secrets, ...day.days }, said)).toEqual([]);
  });

  it('public facts, names to sign in with and names of organisations can be read, as is said', () => {
    const plain = {
      template: 'crime-report-media',
      authority: 'sk-central',
      channel: 'electronic-form',
      week: weekOf(day.days.filed),
      login: day.organisations.archive.coordinator.login,
      organisation: 'Союз «archive»',
    };
    expect(found(plain, disk)).toEqual(Object.keys(plain));
  });

  it('every column of every table is what it was said to be, and there is no other', async () => {
    const known = Object.entries(columns).map(([table, all]) => [table, Object.keys(all).sort()]);
    expect(await columnsOf(database)).toEqual(Object.fromEntries(known));
    const unfit = Object.entries(columns).flatMap(([table, all]) =>
      Object.entries(all).flatMap(([name, { fits }]) =>
        (rows[table] ?? []).some((row) => !fits(row[name])) ? [`${table}.${name}`] : [],
      ),
    );
    expect(unfit).toEqual([]);
  });

  it('a length points at nobody: every sealed case is as long as others are', () => {
    const lengths = rows.register_case.map(({ sealed }) => Math.floor(String(sealed).length / 1000));
    expect(new Set(lengths).size).toBeLessThanOrEqual(2);
    expect(rows.scan.map(({ bytes }) => bytes)).toEqual([4096 + 16 + 16 + headerOfTwo]);
  });

  it('the passphrase of an organisation opens everything that is its own, and nothing of the other', async () => {
    const { archive, chronicle } = day.organisations;
    const identity = await identityBehind(archive.passphrase, archive.id);
    expect(identity).toBe(archive.paper);
    const own = await Promise.all(sealedOf(archive.id).map((one) => open(one, identity)));
    expect(own).toHaveLength(3);
    expect(own).not.toContain(undefined);
    const { scanName, scan, importedNote, thirdNote, ownWords } = canaries;
    expect(found({ scanName, importedNote, thirdNote, ownWords }, Buffer.from(own.join()))).toHaveLength(4);
    const opened = rows.scan.map(({ sealed }) => openBytes(new Uint8Array(sealed as Uint8Array), identity)); // its column is of bytes
    expect(
      found({ scan }, Buffer.concat((await Promise.all(opened)).map((one) => one ?? new Uint8Array()))),
    ).toEqual(['scan']);
    for (const one of sealedOf(chronicle.id)) expect(await open(one, identity)).toBeUndefined();
    expect(await identityBehind(archive.passphrase, chronicle.id)).toBe('');
  });

  it('a case code opens its own case and no other', async () => {
    const salt = rows.installation.find(({ name }) => name === 'salt')?.value;
    const sealing = boundSealing(stretch, new Uint8Array(Buffer.from(String(salt), 'hex')));
    const keys = await sealing.codeKeys(day.codes.first);
    const named = rows.register_case.filter(({ finder }) => finder === textHash(keys.finder));
    expect(named).toHaveLength(1);
    const opened = await openedBy(keys.identity);
    expect(opened).toEqual([await open(String(named[0]?.sealed), keys.identity)]);
    expect(opened.join()).toContain(canaries.note);
  });

  it('a case code with one digit wrong opens nothing, even with the disk', async () => {
    const salt = rows.installation.find(({ name }) => name === 'salt')?.value;
    const sealing = boundSealing(stretch, new Uint8Array(Buffer.from(String(salt), 'hex')));
    const wrong = day.codes.first.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
    expect(await openedBy((await sealing.codeKeys(wrong)).identity)).toEqual([]);
  });

  it('a backup without its private key is noise; with it, it holds what the disk holds and opens no case', async () => {
    const pair = await newKeyPair();
    const file = join(database.dataDir || '/tmp', `backup-${randomBytes(6).toString('hex')}.age`);
    await day.installation.admin('backup', file, '--to', pair.recipient);
    const bytes = readFileSync(file);
    const plain = { template: 'crime-report-media', login: 'soroka', organisation: 'archive' };
    expect(found({ ...canaries, ...day.secrets, ...day.days, ...plain }, bytes)).toEqual([]);
  });

  describe('a laptop of a coordinator', () => {
    it('that is signed in and unlocked opens the cases, together with the disk of the server', async () => {
      const { coordinator, paper } = day.organisations.archive;
      const session = rows.session.find(({ token }) => token === textHash(coordinator.token));
      const sealing = boundSealing(stretch, new Uint8Array());
      const digest = Buffer.from(textHash(`sitting ${coordinator.token}`), 'hex');
      const { identity } = await sealing.keyPairOf(new Uint8Array(digest));
      expect(await open(String(session?.unlocked), identity)).toBe(paper);
    });

    it('that is signed in and locked gets public facts and sealed texts, nothing that a person wrote', async () => {
      const { coordinator } = day.organisations.archive;
      await coordinator.post('/ru/desk/lock', {});
      const seen = await everythingFor(coordinator);
      expect(seen.toString()).toContain('crime-report-media');
      expect(found({ ...canaries, ...day.days }, seen)).toEqual([]);
    });

    it('that is signed out gets nothing, and its cookie opens nothing that still lies on the disk', async () => {
      const { coordinator, paper, passphrase } = day.organisations.archive;
      await coordinator.unlock(passphrase);
      const sealed = (await rowsOf(database)).session.map(({ unlocked }) => unlocked);
      const cookie = coordinator.cookie;
      await coordinator.post('/ru/desk/sign-out', {});
      coordinator.cookie = cookie;
      expect((await coordinator.api('GET', '/filings')).status).toBe(401);
      expect((await coordinator.get('/ru/desk/today')).status).toBe(401);
      expect(sealed.join()).toContain('AGE ENCRYPTED FILE');
      if (kind === 'SQLite') {
        const left = (await bytesOf(database)).toString('latin1');
        const lines = sealed.filter((one) => typeof one === 'string').map((one) => one.split('\n')[3] ?? '');
        const own = await ownLine(coordinator.token, sealed, paper);
        expect(lines).toContain(own);
        expect(left).not.toContain(own);
      }
    });

    async function everythingFor(one: Day['organisations']['archive']['coordinator']): Promise<Buffer> {
      const { filings }: { filings: { id: string; caseId: string }[] } = await (
        await one.api('GET', '/filings')
      ).json();
      const answers = [
        await one.api('GET', '/filings'),
        await one.api('GET', '/today'),
        await one.api('GET', '/audit'),
        await one.api('GET', '/exports?format=csv'),
        await one.api('GET', '/exports?format=json'),
        await one.get('/ru/desk/today'),
        await one.get('/ru/desk/register'),
        await one.get('/ru/desk/audit'),
        ...(await Promise.all(filings.map(({ id }) => one.api('GET', `/filings/${id}`)))),
        ...(await Promise.all(filings.map(({ caseId }) => one.get(`/ru/desk/case/${caseId}`)))),
      ];
      return Buffer.from((await Promise.all(answers.map((answer) => answer.text()))).join('\n'));
    }
  });

  it('the filer comes back with the code alone, and finds what they wrote', async () => {
    const page = await openByPages(day.installation.url, day.codes.first);
    expect(page).toContain(canaries.registration);
  });
});

/** Bytes of a header that names two keys of X25519, and of the nonce's neighbours: what padding does not hide. */
const headerOfTwo = 22 + 2 * (54 + 44) + 48;

/** A line of the sealed key that this cookie opens. */
async function ownLine(token: string, sealed: unknown[], paper: string): Promise<string | undefined> {
  const sealing = boundSealing(stretch, new Uint8Array());
  const { identity } = await sealing.keyPairOf(
    new Uint8Array(Buffer.from(textHash(`sitting ${token}`), 'hex')),
  );
  for (const one of sealed)
    if (typeof one === 'string' && (await open(one, identity)) === paper) return one.split('\n')[3];
  return undefined;
}
