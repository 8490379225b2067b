/** A folder with the ready input of every contender, so that each can run in a process that loads nothing but itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src/domain/compose.ts';
import type { Document } from '../../src/domain/document.ts';
import { openLibrary } from '../../src/open-library.ts';
import { formats } from '../../src/renderers/formats.ts';
import { documentText, parts } from '../../tests/support/docx-parts.ts';
import { contender, documentContenders } from '../contenders/contender.ts';
import { writeDocx } from '../contenders/docx-layout.ts';
import { bodies } from './bodies.ts';
import { complaintOf } from './complaints.ts';
import { fillable } from './fillable.ts';

export type Folder = { path: string; characters: number; placeholders: number; [Symbol.dispose]: () => void };

/** Writes the folder, and makes sure that all contenders put the same words into their files. */
export async function workFolder(): Promise<Folder> {
  const path = mkdtempSync(join(tmpdir(), 'proverka-bench-'));
  const library = await openLibrary();
  const given = bodies(library);
  const documents = given.map((body) => compose(library, complaintOf(library, body)));
  const files = await Promise.all(documents.map((document) => formats.docx.render(document)));
  const { template, data } = fillable(documents);
  const save = (name: string, value: unknown) => writeFileSync(join(path, name), JSON.stringify(value));
  save('bodies.json', given);
  save('documents.json', documents);
  save('data.json', data);
  save(
    'xml.json',
    files.map((file) => parts(file).get('word/document.xml')),
  );
  writeFileSync(join(path, 'template.docx'), await writeDocx(template));
  await sameWords(path, documents, files);
  return {
    path,
    characters: words(files[0]).length,
    placeholders: Object.keys(data[0] ?? {}).length,
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** A peer that writes less is no peer. */
async function sameWords(
  path: string,
  documents: readonly Document[],
  files: readonly Uint8Array[],
): Promise<void> {
  for (const name of documentContenders) {
    const work = (await (await contender(name))(path))();
    for (const index of documents.keys()) {
      const written = await work(index);
      if (!(written instanceof Uint8Array)) throw new Error(`${name} wrote no bytes`);
      if (words(written) !== words(files[index]))
        throw new Error(differ(name, words(files[index]), words(written)));
    }
  }
}

function words(docx: Uint8Array | undefined): string {
  if (!docx) return '';
  return documentText(docx).replace(/\s+/g, ' ').trim();
}

function differ(name: string, ours: string, theirs: string): string {
  const place = [...ours].findIndex((letter, index) => letter !== theirs[index]);
  return `${name} writes other words: «${theirs.slice(place - 30, place + 60)}» for «${ours.slice(place - 30, place + 60)}»`;
}
