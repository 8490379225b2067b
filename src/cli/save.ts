/** Writes a letter where it belongs: whole or not at all, and readable by its owner alone. */
import { lstatSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Rendered } from './desk.ts';
import { fileRefusal, Refusal } from './refusal.ts';

/**
 * Written beside its place under a name of no meaning and then renamed, in one go: whoever stops the program finds the
 * whole file or none. A file that is there stays, unless `force`: it may be the version that was signed. A link is
 * replaced and not followed.
 */
export function save(path: string, bytes: Rendered, force: boolean): void {
  const part = join(dirname(path), `.${crypto.randomUUID()}.part`);
  try {
    if (!force && lstatSync(path, { throwIfNoEntry: false })) throw new Refusal('cli.file.exists');
    writeFileSync(part, bytes, { flag: 'wx', mode: 0o600 });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw fileRefusal(error, 'writing');
  }
}

/** Whether two paths lead to one file or folder, by whatever name. */
export function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
