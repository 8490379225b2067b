/** One way to make the file, in its own module: the same code runs in turns with others and alone in a fresh process. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/domain/document.ts';
import type { Work } from '../measure.ts';
import type { Data } from '../work/fillable.ts';

/** Reads from `folder` (see work/folder.ts) what is read once; what it gives takes in the ready input. */
export type Open = (folder: string) => Ready | Promise<Ready>;
type Ready = () => Work;

export const documentContenders = ['proverka', 'docx', 'docxtemplater', 'easy-template-x'] as const;
export const pdfContenders = ['proverka-pdf', 'pdfkit', 'pdfkit-font-once'] as const;

export async function contender(name: string): Promise<Open> {
  const { open }: { open: Open } = await import(`./${name}.ts`);
  return open;
}

export function readDocuments(folder: string): Document[] {
  return JSON.parse(readFileSync(join(folder, 'documents.json'), 'utf8'));
}

export function readData(folder: string): Data[] {
  return JSON.parse(readFileSync(join(folder, 'data.json'), 'utf8'));
}

/** A function that works on each entry in turn, round and round. */
export function inTurn<T>(entries: readonly T[], work: (entry: T) => unknown): Work {
  return (index) => {
    const entry = entries[index % entries.length];
    if (entry === undefined) throw new Error('nothing to work on');
    return work(entry);
  };
}
