/** `restore`: a backup into an empty register, of either kind; all of it or nothing. */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, openSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { BackupRefused } from '#register/backup/backup-lines.ts';
import { restoreBackup } from '#register/backup/restore-backup.ts';
import { isIdentity, openStream } from '#sealing/streams.ts';
import { type Command, oneValue, required } from './command.ts';
import { Refusal, wrongUse } from './office.ts';
import { verified } from './verify.ts';

export const restore: Command = {
  name: 'restore',
  words: ['file'],
  options: { identity: true, sha256: true },
  typed: '<file> --identity <file with AGE-SECRET-KEY-1…> [--sha256 <as backup printed it>]',
  does: 'Puts a backup into a register without organisations: stop the service first. SQLite or PostgreSQL, whichever the backup comes from; one of an earlier version is brought up to date. With --sha256 only the very file that was written then: a public key is enough to write another that opens. Stopped on the way it leaves the register empty. Everybody signs in anew afterwards. Each log tells that it was restored; then everything is verified.',
  run: async (given, office) => {
    const file = resolve(office.folder, given.words[0] ?? '');
    const identities = identitiesIn(resolve(office.folder, required(given, 'identity')));
    await sameFile(file, oneValue(given, 'sha256'));
    await opened(file, identities); // says what is wrong before the register is touched
    return office.withRegister(async (db) => {
      const rows = await restoreBackup(db, () => plainBytes(file, identities)).catch(refused);
      office.print(`Restored: ${rows} rows. Now start the service, or start it again where it runs.`);
      return verified(db, office);
    });
  },
};

function identitiesIn(file: string): readonly string[] {
  const identities = readFileSync(file, 'utf8')
    .split(/\s+/)
    .filter((word) => word.startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0 || !identities.every(isIdentity))
    throw new Refusal(
      'The file after --identity holds no private key (AGE-SECRET-KEY-1…), or one with a mistake.',
    );
  return identities;
}

/** Age hides what a file holds and does not tell who wrote it: that is what the SHA-256 is kept for. */
async function sameFile(file: string, expected: string | undefined): Promise<void> {
  if (expected === undefined) return;
  if (!/^[0-9a-f]{64}$/i.test(expected))
    throw wrongUse('After --sha256 stand 64 digits and letters from a to f.');
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('hex') !== expected.toLowerCase())
    throw new Refusal(
      'This is not the file that was backed up: its SHA-256 is another. Nothing was restored.',
    );
}

/** Reads no further than to the keys for which it was sealed. */
async function opened(file: string, identities: readonly string[]): Promise<AsyncIterable<Uint8Array>> {
  closeSync(openSync(file, 'r')); // says what is wrong with the file itself
  try {
    return await openStream(createReadStream(file), identities);
  } catch {
    throw new Refusal('This private key does not open the file, or it is no backup.');
  }
}

async function* plainBytes(file: string, identities: readonly string[]): AsyncGenerator<Uint8Array> {
  try {
    const unpacked = createGunzip();
    void pipeline(await opened(file, identities), unpacked).catch(() => {}); // whoever reads is told
    yield* unpacked;
  } catch (error) {
    throw new BackupRefused('damaged', error);
  }
}

const reasons = {
  'not-empty': 'There are organisations in this register already. A backup goes into an empty one alone.',
  newer:
    'The backup was made by a later version of this program. Restore it with that version, or with one after it. Nothing was restored.',
  'other-version':
    'The backup was made by another version of this program, which this one does not know. Nothing was restored.',
  'no-backup': 'What the file holds is no backup of this program. Nothing was restored.',
  damaged: 'The file is damaged, or a part of it is missing. Nothing was restored.',
} as const;

function refused(error: unknown): never {
  throw error instanceof BackupRefused ? new Refusal(reasons[error.reason]) : error;
}
