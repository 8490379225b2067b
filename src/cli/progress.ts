/** How far a long run is, on a terminal alone: a file or a pipe of messages holds no bar. */
import type { Stream } from './desk.ts';

const width = 30;

export class Progress {
  readonly #stream: Stream | undefined;
  readonly #total: number;
  #done = 0;
  #shown = '';

  constructor(stream: Stream | undefined, total: number) {
    this.#stream = stream?.isTTY ? stream : undefined;
    this.#total = total;
  }

  step(): void {
    this.#done++;
    const full = Math.floor((this.#done / this.#total) * width);
    const percent = Math.floor((this.#done / this.#total) * 100);
    const line = `[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${percent} %`;
    if (line === this.#shown) return;
    this.#shown = line;
    this.#stream?.write(`\r${line} (${this.#done}/${this.#total})`.slice(0, this.#stream.columns || 80));
  }

  /** Leaves the line free for the report. */
  clear(): void {
    if (this.#shown !== '') this.#stream?.write('\r\u001b[K');
  }
}
