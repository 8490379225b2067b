/**
 * What is sealed is as long as what it hides, and a length may point at a document: an office knows the letters that it
 * sent to the byte. So lengths are rounded up: to 4, 6, 8, 12, 16 … KiB, from 64 KiB on by 32 KiB.
 */

const least = 4096;
const largestStep = 32 * 1024;

/** Ends of bytes as ISO/IEC 7816-4 marks them: one 0x80, then zeros. Programs that read pictures and PDF pass over both. */
const mark = 0x80;

export function paddedLength(length: number): number {
  if (length <= least) return least;
  const step = Math.min(2 ** (Math.floor(Math.log2(length - 1)) - 1), largestStep);
  return Math.ceil(length / step) * step;
}

export function padded(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(paddedLength(content.length + 1));
  all.set(content);
  all[content.length] = mark;
  return all;
}

/** Undefined where no padding is. */
export function unpadded(content: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const end = content.findLastIndex((byte) => byte !== 0);
  return content[end] === mark ? new Uint8Array(content.slice(0, end)) : undefined;
}

/** JSON of the same meaning and a rounded length: spaces at its end are read over. */
export function paddedJson(content: unknown): string {
  const json = JSON.stringify(content);
  const { length } = new TextEncoder().encode(json);
  return json + ' '.repeat(paddedLength(length) - length);
}
