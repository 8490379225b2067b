/** Copies of `templates/` in a temporary folder, broken as a tired lawyer might break them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrokenContent, type Finding } from '#content/finding.ts';
import { readLibrary } from '#content/library.ts';
import { templatesFolder } from '../support/library.ts';

/** What is found wrong after `spoil` has had its way with a copy. */
export function findingsAfter(spoil: (root: string) => void): readonly Finding[] {
  const root = mkdtempSync(join(tmpdir(), 'proverka-templates-'));
  try {
    cpSync(templatesFolder, root, {
      recursive: true,
      filter: (path) => !/\/(?:de|fr|es|uk|tr|ar)\.md$/.test(path),
    }); // a lawyer's own files
    spoil(root);
    readLibrary(root);
    return [];
  } catch (error) {
    if (error instanceof BrokenContent) return error.findings;
    throw error;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** One file rewritten; the text must really change. */
export function rewrite(file: string, change: (text: string) => string) {
  return (root: string) => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const changed = change(text);
    if (changed === text) throw new Error(`nothing was broken in ${file}`);
    writeFileSync(path, changed);
  };
}

export function remove(file: string) {
  return (root: string) => rmSync(join(root, file));
}

/** The same file of the real folder, for a test that looks for a line in it. */
export function textOf(file: string): string {
  return readFileSync(join(templatesFolder, file), 'utf8');
}
