/** Backups: whole while others write, open to their keys alone, and restored whole or not at all, on either database. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type KeyPair, newKeyPair } from '#sealing/sealing.ts';
import { keptTables } from '../../src/register/backup/kept-tables.ts';
import { openDb } from '../../src/register/open-register.ts';
import { admin, type Place, startAdmin } from '../support/admin.ts';
import {
  databaseForThisTest,
  databases,
  type FreshDatabase,
  freshDatabase,
} from '../support/fresh-database.ts';
import { library } from '../support/library.ts';
import { openTestFollowing } from '../support/register.ts';
import { filledRegister, someCase } from '../support/register-content.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 }); // many processes, one after the other

const folder = mkdtempSync(join(tmpdir(), 'test-backup-'));
let names = 0;
const newFile = (ending = '.age') => join(folder, `${++names}${ending}`);

let own: KeyPair;
let spare: KeyPair;
let identity: string;

beforeAll(async () => {
  own = await newKeyPair();
  spare = await newKeyPair();
  identity = newFile('.txt');
  writeFileSync(identity, `# made today\n# public key: ${own.recipient}\n${own.identity}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As the age command would, with nothing of ours. */
function opened(sealed: Uint8Array, key = own.identity): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  return decrypter.decrypt(sealed);
}

function sealFile(plain: string | Uint8Array, [recipient = '']: readonly string[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(plain);
}

const linesIn = async (sealed: Uint8Array, key?: string) => gunzipSync(await opened(sealed, key)).toString();

/** Every row of every table that a backup holds, and of the logs what they were before. */
async function contentOf(place: Place): Promise<Record<string, unknown[]>> {
  const db = await openDb({ ...place, library, now: () => new Date() });
  const content: Record<string, unknown[]> = {};
  for (const { table, columns, key } of keptTables) {
    const order = sql.join(columns.slice(0, key).map((column) => sql.ref(column)));
    const shown = columns.filter((column) => table !== 'organisation' || !column.startsWith('audit_'));
    const restored = table === 'audit' ? sql`where action <> 'restored'` : sql``;
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(shown.map((column) => sql.ref(column)))} from ${sql.table(table)} ${restored} order by ${order}
    `.execute(db.kysely);
    content[table] = rows.map((row) =>
      Object.values(row).map((one) => (one instanceof Uint8Array ? Buffer.from(one).toString('hex') : one)),
    );
  }
  await db.kysely.destroy();
  return content;
}

async function backedUp(place: Place, command = admin): Promise<string> {
  const file = newFile();
  const { code, err } = await command(place, ['backup', file, '--to', own.recipient]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return file;
}

const restored = (place: Place, file: string) => admin(place, ['restore', file, '--identity', identity]);

async function isEmpty(place: Place): Promise<boolean> {
  const { organisation, audit, register_case, filing } = await contentOf(place);
  return [organisation, audit, register_case, filing].every((rows) => rows?.length === 0);
}

describe.each(databases)('from %s', (kind) => {
  let place: FreshDatabase;
  let sealed: string;
  beforeAll(async () => {
    place = await freshDatabase(kind);
    sealed = await filledRegister(place);
  });
  afterAll(async () => {
    await place?.remove();
  });

  it.each(databases)('all of it comes back on %s, and every log says so', async (other) => {
    const file = await backedUp(place);
    const target = await databaseForThisTest(other);
    const { code, out, err } = await restored(target, file);
    expect(err).toBe('');
    expect(out).toContain('Now start the service');
    expect(out).toContain('Everything fits.');
    expect(code).toBe(0);
    const before = await contentOf(place);
    expect(Object.keys(before).filter((table) => before[table]?.length === 0)).toEqual([]);
    expect(await contentOf(target)).toEqual(before);
    const test = await openTestFollowing(target);
    const actor = { organisation: 'primer', person: '-', role: 'coordinator' } as const;
    expect(await test.register.audit.list(actor, undefined, 1)).toMatchObject([
      { action: 'restored', person: null },
    ]);
    expect(await test.register.shared.find('finder of a filer')).toMatchObject({ organisation: 'primer' });
    await test.close();
  });

  it('each key that it was made for opens it, by the age format alone; no other does', async () => {
    const file = newFile();
    const said = await admin(place, ['backup', file, '--to', own.recipient, '--to', spare.recipient]);
    expect(said.out).toMatch(/^rows {4}\d+\nbytes {3}\d+\nSHA-256 [0-9a-f]{64}\n$/);
    const bytes = new Uint8Array(readFileSync(file));
    for (const { identity: key } of [own, spare]) {
      const lines = (await linesIn(bytes, key)).trim().split('\n');
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'proverka-register-backup' });
      expect(JSON.parse(lines.at(-1) ?? '')).toEqual({ rows: Number(/^rows +(\d+)/.exec(said.out)?.[1]) });
    }
    await expect(opened(bytes, (await newKeyPair()).identity)).rejects.toThrow('no identity matched');
    expect(Buffer.from(bytes).includes('primer')).toBe(false);
  });

  it('links and sessions do not come back to life', async () => {
    const lines = await linesIn(new Uint8Array(readFileSync(await backedUp(place))));
    for (const table of ['session', 'invitation', 'attempt', 'idempotency'])
      expect(lines.includes(`"table":"${table}"`)).toBe(false);
  });

  it('while others write, it holds one moment: counters, filings and logs fit', async () => {
    const test = await openTestFollowing(place);
    const caseworker = await test.person('primer', 'caseworker');
    await test.register.people.setCredential(caseworker.actor.person, { salt: '00', sealedSecret: sealed });
    let written = 0;
    let goOn = true;
    const writing = (async () => {
      while (goOn) {
        await test.register.cases.add(caseworker.actor, someCase(sealed), '2026-12-01');
        written += 1;
        await wait(5); // as fast as many people write; as fast as it goes, a slow machine would look through thousands
      }
    })();
    const file = await backedUp(place, startAdmin).finally(() => {
      goOn = false;
    });
    await writing;
    expect(written).toBeGreaterThan(0);
    const target = await databaseForThisTest(kind);
    await restored(target, file);
    const back = await openTestFollowing(target);
    expect(await back.register.audit.verify('primer')).toMatchObject({ ok: true });
    await back.close();
    expect((await admin(target, ['verify'])).out).toContain('Everything fits.');
    await test.close();
  });

  it('a register that holds something is left as it is', async () => {
    const file = await backedUp(place);
    const before = await contentOf(place);
    const { code, err } = await restored(place, file);
    expect(code).toBe(1);
    expect(err).toContain('There are organisations in this register already.');
    expect(await contentOf(place)).toEqual(before);
  });

  it('a file that is damaged, cut off or of something else restores nothing', async () => {
    const target = await databaseForThisTest(kind);
    const whole = readFileSync(await backedUp(place));
    const changed = Buffer.from(whole);
    changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1;
    const lines = await linesIn(new Uint8Array(whole));
    const sealedLines = (text: string) => sealFile(gzipSync(text), [own.recipient]);
    const wrong: [Uint8Array, string][] = [
      [changed, 'damaged'],
      [whole.subarray(0, whole.length - 100), 'damaged'],
      [whole.subarray(0, 50), 'does not open'],
      [Buffer.from('not a backup'), 'does not open'],
      [await sealFile(Buffer.from(lines), [own.recipient]), 'damaged'], // not packed
      [await sealedLines(lines.slice(0, lines.lastIndexOf('{"rows"'))), 'damaged'],
      [await sealedLines(lines.slice(0, -30)), 'damaged'],
      [await sealedLines(lines.replace('0001-', '0009-')), 'another version'],
      [
        await sealedLines(lines.replace('"0001-register"', '"0001-register","0002-later"')),
        'a later version',
      ],
      [await sealedLines('{"a":1}\n'), 'no backup of this program'],
      [
        await sealedLines(lines.replace('"table":"person"', '"table":"session"')),
        'no backup of this program',
      ],
      [
        await sealedLines(lines.replace('"columns":["id"', '"columns":["id\\" --"')),
        'no backup of this program',
      ],
      [await sealFile(Buffer.from('x'), [spare.recipient]), 'does not open'],
    ];
    for (const [bytes, sentence] of wrong) {
      const file = newFile();
      writeFileSync(file, bytes);
      const { code, out, err } = await restored(target, file);
      expect(err).toContain(sentence);
      expect(out).toBe('');
      expect(code).toBe(1);
    }
    expect(await isEmpty(target)).toBe(true);
  });

  it('stopped by force while it restores, it leaves an empty register or a whole one', async () => {
    const big = await freshDatabase(kind);
    const test = await openTestFollowing(big);
    await test.organisation('primer');
    const { actor } = await test.person('primer', 'caseworker');
    for (let part = 0; part < 2; part += 1) {
      const some = Array.from({ length: 300 }, () => someCase(randomBytes(3000).toString('base64')));
      await test.register.cases.addAll(actor, some, '2026-12-01');
    }
    await test.close();
    const file = await backedUp(big);
    await big.remove();
    const target = await databaseForThisTest(kind);
    const ends = new Set<'empty' | 'whole'>();
    for (let patience = 64; !ends.has('whole'); patience *= 2) {
      await startAdmin(target, ['restore', file, '--identity', identity], {
        signal: AbortSignal.timeout(patience),
      });
      const { register_case, filing, audit } = await contentOf(target);
      const counts = [register_case?.length, filing?.length, (audit?.length ?? 0) > 0];
      const end = counts[0] === 0 ? 'empty' : 'whole';
      expect(counts).toEqual(end === 'empty' ? [0, 0, false] : [600, 600, true]);
      ends.add(end);
    }
    expect([...ends]).toEqual(['empty', 'whole']);
  }, 120_000);
});

describe('at the terminal', () => {
  const place = { dataDir: join(folder, 'data'), databaseUrl: undefined };

  it('keygen prints a pair; its public part backs up, its private part restores', async () => {
    const { out, err } = await startAdmin(place, ['keygen']);
    const recipient = /^Public key: (age1\S+)$/m.exec(err)?.[1] ?? '';
    expect(out).toMatch(
      new RegExp(`^# made \\S+\\n# public key: ${recipient}\\nAGE-SECRET-KEY-1[0-9A-Z]{58}\\n$`),
    );
    writeFileSync(join(folder, 'key.txt'), out);
    const made = await startAdmin(place, ['backup', 'own.age', '--to', recipient], { folder });
    expect(made).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, 'own.age'))).toBe(true);
    const back = await startAdmin(place, ['restore', 'own.age', '--identity', 'key.txt'], { folder });
    expect(back).toMatchObject({ code: 0 });
    const wrong = await startAdmin(place, ['restore', 'own.age', '--identity', identity], { folder });
    expect(wrong).toMatchObject({ code: 1, out: '' });
    expect(wrong.err).toContain('This private key does not open the file');
  });

  it('a file that is there already is not written over', async () => {
    const file = newFile();
    writeFileSync(file, 'precious');
    const { code, err } = await admin(place, ['backup', file, '--to', own.recipient]);
    expect(code).toBe(1);
    expect(err).toContain('There is such a file already.');
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  it('restores the very file whose SHA-256 was kept, and no other that opens', async () => {
    const target = await databaseForThisTest('SQLite');
    const file = join(folder, 'own.age');
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
    const words = ['restore', file, '--identity', 'key.txt', '--sha256'];
    const other = await admin(target, [...words, 'ab'.repeat(32)], { folder });
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('its SHA-256 is another')]);
    expect((await admin(target, [...words, 'short'], { folder })).code).toBe(2);
    expect(await admin(target, [...words, sha256], { folder })).toMatchObject({ code: 0, err: '' });
  });

  it.each([
    [['backup', 'x.age'], 'Give at least one public key', 2],
    [['backup', 'x.age', '--to', 'age1wrong'], 'A public key after --to has a mistake', 2],
    [['backup', '--to', 'age1wrong'], 'Give the file', 2],
    [['restore', 'x.age'], 'Give --identity with a value.', 2],
    [['restore', 'missing.age', '--identity', 'key.txt'], 'There is no such file or folder.', 1],
    [['restore', 'own.age', '--identity', 'missing.txt'], 'There is no such file or folder.', 1],
    [['restore', 'own.age', '--identity', 'own.age'], 'holds no private key', 1],
    [['backup', 'nowhere/x.age', '--to', 'age1'], 'A public key', 2],
  ])('%s is refused with a sentence', async (words, sentence, exit) => {
    const { code, err } = await admin(place, words, { folder });
    expect(err).toContain(sentence);
    expect(code).toBe(exit);
  });

  it('where the file cannot be written, nothing half-done is left', async () => {
    const { code, err } = await admin(place, ['backup', 'nowhere/x.age', '--to', own.recipient], { folder });
    expect(err).toContain('There is no such file or folder.');
    expect(code).toBe(1);
  });
});
