/** A request body as JSON, from a file or from standard input. */
import { readFileSync, statSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { fileRefusal, Refusal } from './refusal.ts';

/** As much as the service itself takes, in bytes: a complaint is a few kilobytes. */
const largest = 1024 * 1024;

/** The body in the file at `path`; `only` a file where a folder is gone through, for a pipe in it would wait for ever. */
export function readAnswers(path: string, only: 'file' | 'anything'): unknown {
  const bytes = bytesOf(path, largest, only);
  return json(bytes);
}

/** The bytes of a file that is not larger than `most`. */
export function bytesOf(path: string, most: number, only: 'file' | 'anything'): Uint8Array {
  try {
    const found = statSync(path);
    if (only === 'file' && !found.isFile()) throw new Refusal('cli.file.notFile');
    if (found.size > most) throw new Refusal('cli.file.large', { megabytes: most / 1024 / 1024 });
    return readFileSync(path);
  } catch (error) {
    throw fileRefusal(error);
  }
}

/** The body that is typed or piped in. */
export async function readInput(input: Readable, stop: AbortSignal): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of addAbortSignal(stop, input)) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest) throw new Refusal('cli.file.large', { megabytes: largest / 1024 / 1024 });
    chunks.push(bytes);
  }
  return json(Buffer.concat(chunks));
}

/** UTF-8, with or without a mark at its beginning; a parser's own message quotes what it read, so it is not passed on. */
function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(utf8(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal('cli.file.notJson');
    throw error;
  }
}

export function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal('cli.file.notUtf8');
  }
}
