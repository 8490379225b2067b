/** The files of `templates/` on disk. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BrokenContent } from './finding.ts';

/** Reads a file; a missing one is a finding, because a lawyer can mend it. */
export function read(root: string, path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8').replace(/^\ufeff/, ''); // Notepad begins files with one
  } catch {
    throw new BrokenContent([
      { file: shownPath(path), line: 1, message: 'the file is missing or cannot be read' },
    ]);
  }
}

/** The path as a message names it, from the root of the project. */
export function shownPath(path: string): string {
  return `templates/${path}`;
}

/** The line, from 1, where `word` first stands; 1 where it stands nowhere. */
export function lineOf(text: string, word: string): number {
  return Math.max(1, text.split('\n').findIndex((line) => line.includes(word)) + 1);
}
