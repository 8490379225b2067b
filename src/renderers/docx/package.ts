/**
 * The zip archive around a letter (PKWARE APPNOTE 6.3.10): every part but the document is written once, the document last.
 * No times, no comments, no extra fields; the same bytes on every machine.
 */
import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from './crc32.ts';
import { deflatePiece, endOfStream, type Piece } from './piece.ts';

type Entry = { name: Uint8Array; crc: number; compressed: number; length: number; offset: number };

/** 1 January 1980, midnight: the earliest time a zip can hold. */
const noDay = 0x21;
const deflateMethod = 8;
/** Names are UTF-8. */
const flags = 0x0800;
const version = 20;

/** Bytes of the head before an entry and of its line in the directory, without its name. */
const headBytes = 30;
const lineBytes = 46;
const endBytes = 22;

export type Package = {
  /** Every part that never changes, ready to be copied. */
  front: Uint8Array;
  entries: readonly Entry[];
  document: Uint8Array;
  /** Bytes that follow the front, besides the deflated document. */
  overhead: number;
};

/** `parts`: text by name; `document`: the name of the part that comes later. */
export function openPackage(parts: Readonly<Record<string, string>>, document: string): Package {
  const files = Object.entries(parts).map(([name, xml]) => ({
    name: strToU8(name),
    piece: deflatePiece(xml),
  }));
  const size = ({ name, piece }: { name: Uint8Array; piece: Piece }) =>
    headBytes + name.length + piece.deflated.length + endOfStream.length;
  const front = new Uint8Array(files.reduce((sum, file) => sum + size(file), 0));
  const entries: Entry[] = [];
  let at = 0;
  for (const { name, piece } of files) {
    const { crc, length, deflated } = piece;
    const entry = { name, crc, length, compressed: deflated.length + endOfStream.length, offset: at };
    entries.push(entry);
    at = writeHead(front, at, entry);
    front.set(deflated, at);
    front.set(endOfStream, at + deflated.length);
    at += entry.compressed;
  }
  const name = strToU8(document);
  const lines = [...entries, { name }].reduce((sum, one) => sum + lineBytes + one.name.length, 0);
  return { front, entries, document: name, overhead: headBytes + name.length + lines + endBytes };
}

/**
 * Closes the archive in `out`, which holds the front and, from `dataStart` to `dataEnd`, the deflated document.
 * Returns where it ends.
 */
export function closePackage(
  { front, entries, document }: Package,
  out: Uint8Array,
  dataEnd: number,
  { crc, length }: { crc: number; length: number },
): number {
  const offset = front.length;
  const compressed = dataEnd - offset - headBytes - document.length;
  const last: Entry = { name: document, crc, length, compressed, offset };
  writeHead(out, offset, last);
  let at = dataEnd;
  for (const entry of entries) at = writeLine(out, at, entry);
  at = writeLine(out, at, last);
  return writeEnd(out, at, entries.length + 1, dataEnd);
}

/** The archive of a document that is met once: deflated as a whole. */
export function wholePackage(
  parts: Readonly<Record<string, string>>,
  document: string,
  xml: string,
): Uint8Array<ArrayBuffer> {
  const archive = openPackage(parts, document);
  const bytes = strToU8(xml);
  const deflated = deflateSync(bytes, { level: 9 });
  const out = new Uint8Array(archive.front.length + archive.overhead + deflated.length);
  out.set(archive.front);
  const at = dataStart(archive);
  out.set(deflated, at);
  closePackage(archive, out, at + deflated.length, { crc: crc32(bytes), length: bytes.length });
  return out;
}

/** Where the deflated document begins. */
export function dataStart({ front, document }: Package): number {
  return front.length + headBytes + document.length;
}

function writeHead(out: Uint8Array, at: number, entry: Entry): number {
  write32(out, at, 0x04034b50);
  write16(out, at + 4, version);
  writeCommon(out, at + 6, entry);
  out.set(entry.name, at + headBytes);
  return at + headBytes + entry.name.length;
}

function writeLine(out: Uint8Array, at: number, entry: Entry): number {
  write32(out, at, 0x02014b50);
  write16(out, at + 4, version);
  write16(out, at + 6, version);
  writeCommon(out, at + 8, entry);
  write32(out, at + 42, entry.offset);
  out.set(entry.name, at + lineBytes);
  return at + lineBytes + entry.name.length;
}

/** From the flags to the length of the name, the same in head and directory. */
function writeCommon(out: Uint8Array, at: number, { name, crc, compressed, length }: Entry): void {
  write16(out, at, flags);
  write16(out, at + 2, deflateMethod);
  write16(out, at + 6, noDay);
  write32(out, at + 8, crc);
  write32(out, at + 12, compressed);
  write32(out, at + 16, length);
  write16(out, at + 20, name.length);
}

function writeEnd(out: Uint8Array, at: number, count: number, directory: number): number {
  write32(out, at, 0x06054b50);
  write16(out, at + 8, count);
  write16(out, at + 10, count);
  write32(out, at + 12, at - directory);
  write32(out, at + 16, directory);
  return at + endBytes;
}

function write16(out: Uint8Array, at: number, value: number): void {
  out[at] = value;
  out[at + 1] = value >>> 8;
}

function write32(out: Uint8Array, at: number, value: number): void {
  write16(out, at, value);
  write16(out, at + 2, value >>> 16);
}
