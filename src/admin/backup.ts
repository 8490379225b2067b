/** `backup`: the whole register in one file that only the named keys open, while the service goes on. */
import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { writeBackup } from '#register/backup/write-backup.ts';
import { isRecipient, sealStream } from '#sealing/streams.ts';
import type { Command } from './command.ts';
import { Refusal, wrongUse } from './office.ts';

export const backup: Command = {
  name: 'backup',
  words: ['file'],
  options: { to: true },
  typed: '<file> --to age1… [--to age1…]',
  does: 'Writes the register, as it stands at one moment, into a new file that opens with the private key of any --to ("keygen" makes one). The service may go on meanwhile. Not in it: sessions and one-time links. Prints the number of rows and the SHA-256 of the file.',
  run: async (given, office) => {
    const recipients = given.values('to');
    if (recipients.length === 0) throw wrongUse('Give at least one public key: --to age1…');
    if (!recipients.every(isRecipient))
      throw wrongUse('A public key after --to has a mistake: it is age1… and 58 more.');
    const file = resolve(office.folder, given.words[0] ?? '');
    if (existsSync(file)) throw new Refusal('There is such a file already. Choose another name.');
    return office.withRegister(async (db) => {
      let written = { sha256: '', bytes: 0 };
      const rows = await writeBackup(db, async (lines) => {
        written = await sealedInto(file, lines, recipients);
      });
      office.print(`rows    ${rows}\nbytes   ${written.bytes}\nSHA-256 ${written.sha256}`);
      return 0;
    });
  },
};

/** Under another name until it is whole: what bears the name of a backup is one. */
async function sealedInto(file: string, lines: AsyncIterable<string>, recipients: readonly string[]) {
  const part = `${file}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const zipped = createGzip();
    void pipeline(lines, zipped).catch(() => {}); // whoever reads is told
    const sealed = await sealStream(zipped, recipients);
    await pipeline(
      async function* () {
        for await (const chunk of sealed) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
      },
      createWriteStream(part, { mode: 0o600, flush: true }),
    );
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  return { sha256: hash.digest('hex'), bytes };
}
