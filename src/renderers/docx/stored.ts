/** Words that differ from letter to letter, as blocks that hold them uncompressed (RFC 1951 3.2.4). */
import { crc32, joinedCrc } from './crc32.ts';

/** Longest stored block, in bytes, and what stands before each. */
const longest = 65_535;
const blockHead = 5;

const utf8 = new TextEncoder();

/** Bytes that `text` takes at most: three a UTF-16 unit, and the heads of its blocks. */
export function storedCapacity(text: string): number {
  const bytes = text.length * 3;
  return bytes + blockHead * Math.ceil(bytes / (longest - 3) + 1);
}

/** Writes `text` at `start`; no block cuts a character. */
export function store(
  out: Uint8Array,
  start: number,
  text: string,
): { end: number; crc: number; length: number } {
  let at = start;
  let crc = 0;
  let length = 0;
  for (let rest = text; rest !== ''; ) {
    const data = at + blockHead;
    const { read, written } = utf8.encodeInto(rest, out.subarray(data, data + longest));
    writeHead(out, at, written);
    at = data + written;
    crc = joinedCrc(crc, crc32(out, data, at), written);
    length += written;
    rest = rest.slice(read);
  }
  return { end: at, crc, length };
}

function writeHead(out: Uint8Array, at: number, size: number): void {
  out[at] = 0;
  out[at + 1] = size;
  out[at + 2] = size >>> 8;
  out[at + 3] = ~size;
  out[at + 4] = ~size >>> 8;
}
