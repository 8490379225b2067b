/**
 * A stretch of XML deflated once. A DEFLATE stream (RFC 1951) may be cut into such pieces, each of which ends on a byte
 * boundary and looks back to nothing before it, so that they can follow one another in any order.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { crc32, joinedCrc } from './crc32.ts';

export type Piece = {
  deflated: Uint8Array;
  /** Of the XML, in bytes, and its CRC-32. */
  length: number;
  crc: number;
};

/** Bytes that fflate surely puts into one block, so that its first bit is the one that says "last block". */
const oneBlock = 6000;

/** An empty stored block after its three bits of header: ends the piece on a byte boundary. */
const boundary = [0x00, 0x00, 0xff, 0xff];

/** Ends a stream of pieces: an empty last block. */
export const endOfStream = [0x03, 0x00];

/** Pure code, so the same bytes on every machine and in a browser. */
export function deflatePiece(xml: string): Piece {
  const bytes = strToU8(xml);
  if (bytes.length > oneBlock) {
    const middle = xml.indexOf('<', xml.length >> 1);
    return joined(deflatePiece(xml.slice(0, middle)), deflatePiece(xml.slice(middle)));
  }
  const whole = deflateSync(bytes, { level: 9 });
  whole[0] = (whole[0] ?? 0) & 0xfe; // not the last block
  // The header of the empty block stands in the unused bits of the last byte or, where fewer than three are left, in a next one.
  const deflated = [boundary, [0x00, ...boundary]]
    .map((end) => concat(whole, end))
    .find((candidate) => inflated(candidate) === xml);
  if (!deflated) throw new Error('a piece does not come out as it went in');
  return { deflated, length: bytes.length, crc: crc32(bytes) };
}

function joined(a: Piece, b: Piece): Piece {
  return {
    deflated: concat(a.deflated, b.deflated),
    length: a.length + b.length,
    crc: joinedCrc(a.crc, b.crc, b.length),
  };
}

function inflated(piece: Uint8Array): string | undefined {
  try {
    return strFromU8(inflateSync(concat(piece, endOfStream)));
  } catch {
    return undefined;
  }
}

function concat(a: Uint8Array, b: ArrayLike<number>): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
