/**
 * The library of templates, parsed and checked once for each version of its files. What was read last is kept beside the
 * program under a digest of everything it came from: parsing a quarter of a megabyte anew is most of a start.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Library } from '#domain/library.ts';

/** Where they stand in the project; the tests have their own. */
export type Places = { templates: string; program: string; kept: string };

const root = join(import.meta.dirname, '..');
const ours: Places = {
  templates: join(root, 'templates'),
  program: root,
  kept: join(root, 'node_modules/.cache/proverka'),
};

/** Throws with the list of what to mend when a template is broken. A place that cannot be written to is no fault. */
export async function openLibrary(places: Places = ours): Promise<Library> {
  const digest = digestOf(places);
  const file = join(places.kept, 'library');
  const kept = readKept(file, digest);
  if (kept) return kept;
  const { readLibrary } = await import('#content/library.ts'); // brings the parsers, which a start with a kept one can do without
  const library = readLibrary(places.templates);
  keep(places.kept, file, Buffer.concat([digest, serialize(library)]));
  return library;
}

function readKept(file: string, digest: Buffer): Library | undefined {
  try {
    const bytes = readFileSync(file);
    return bytes.subarray(0, digest.length).equals(digest)
      ? deserialize(bytes.subarray(digest.length))
      : undefined;
  } catch {
    return undefined; // none, or half of one
  }
}

function keep(folder: string, file: string, bytes: Buffer): void {
  const half = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(half, bytes, { mode: 0o600 });
    renameSync(half, file);
  } catch {
    // read-only, or full: the next start reads the templates again
  }
}

/** Of the templates, of the code that reads them, and of the versions of what it uses. */
function digestOf({ templates, program }: Places): Buffer {
  const hash = createHash('sha256').update(process.version);
  const folders = [
    templates,
    join(program, 'src/content'),
    join(program, 'src/domain'),
    join(program, 'locales'),
  ];
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort(),
  );
  for (const file of [...files, join(program, 'package.json')])
    hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest();
}
