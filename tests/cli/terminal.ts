/** Somebody at a terminal, without starting a program: an empty folder, what they type, and what they are told. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Desk } from '#cli/desk.ts';
import { run } from '#cli/run.ts';
import { blankBody, exampleBody } from '#domain/example.ts';
import { openService, reportOf, today } from '../support/site.ts';

export const { site } = openService();
const media = reportOf('crime-report-media');

/** A body with a person in it, and one without. */
export const named = exampleBody(site.library, media, today);
export const blank = blankBody(site.library, media, today);

export type Told = { exit: number; output: string; messages: string };

/** A folder of their own, gone after the test. */
export class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), 'proverka-cli-'));

  /** Tests that run side by side give their own `finished`. */
  constructor(finished: (tidy: () => void) => void = onTestFinished) {
    finished(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array | object): void {
    const plain = typeof content === 'string' || content instanceof Uint8Array;
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), plain ? content : JSON.stringify(content));
  }

  read(name: string): string {
    return readFileSync(this.path(name), 'utf8');
  }

  /** Names in a folder, hidden ones too. */
  list(name: string): string[] {
    return readdirSync(this.path(name)).sort();
  }

  async compose(
    words: string[],
    {
      input = '',
      ...changes
    }: { input?: string | Readable } & Partial<Omit<Desk, 'input'>> & { isTTY?: boolean } = {},
  ): Promise<Told> {
    const { isTTY = false, ...desk } = changes;
    const [output, messages] = [gather(isTTY), gather(isTTY)];
    const exit = await run(words, {
      library: site.library,
      texts: site.texts,
      formats: site.formats,
      today,
      folder: this.folder,
      locale: 'ru_RU.UTF-8',
      input: typeof input === 'string' ? Readable.from([Buffer.from(input)]) : input,
      output: output.stream,
      messages: messages.stream,
      stop: new AbortController().signal,
      ...desk,
    });
    return { exit, output: output.text(), messages: messages.text() };
  }
}

function gather(isTTY: boolean) {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream: Object.assign(stream, { isTTY }), text: () => Buffer.concat(chunks).toString() };
}
