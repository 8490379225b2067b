/** Files of an archive: with their fingerprints in one more, packed without a clock. */
import { type Zippable, zipSync } from 'fflate';
import { sha256 } from '../../sha256.ts';

export type ArchiveFile = { name: string; bytes: Uint8Array<ArrayBuffer> };

/** A clock in a file would tell when it was made; ZIP knows none before 1980. */
const noTime = new Date(2000, 0, 1, 12);

export function zipped(files: readonly ArchiveFile[]): Uint8Array<ArrayBuffer> {
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, bytes }) => [name, [bytes, { mtime: noTime, level: levelOf(name) }]]),
  );
  return new Uint8Array(zipSync(entries));
}

/** Scans are as small as they get; to try all the same would hold up everybody for seconds. */
function levelOf(name: string): 0 | 6 {
  return name.startsWith('scans/') ? 0 : 6;
}

/** Behind them a list that sha256sum -c reads. */
export async function withHashes(files: readonly ArchiveFile[]): Promise<ArchiveFile[]> {
  const hashes = await Promise.all(files.map(async ({ name, bytes }) => `${await sha256(bytes)}  ${name}\n`));
  return [...files, textFile('hashes.txt', hashes.join(''))];
}

export function textFile(name: string, text: string): ArchiveFile {
  return { name, bytes: new TextEncoder().encode(text) };
}
