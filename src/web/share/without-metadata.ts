/**
 * A picture without what a camera wrote beside it: place, time, name of the device (EXIF, XMP, IPTC, comments, text). The
 * picture itself stays as it is, bit by bit. A PDF is kept as it is: what it holds beside its pages cannot be taken out safely.
 */
import type { Scan } from '#domain/register/sealed-facts.ts';

/** Undefined where the file is broken, so that nobody knows what would be left in it. */
export function withoutMetadata(bytes: Uint8Array, type: Scan['type']): Uint8Array<ArrayBuffer> | undefined {
  if (type === 'application/pdf') return new Uint8Array(bytes);
  const parts = type === 'image/jpeg' ? jpegParts(bytes) : pngParts(bytes);
  return parts && joined(parts);
}

/** Chunks that a picture is drawn from; every other one is left out (PNG, third edition, 11). */
const pngNeeds = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs'];

function pngParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return undefined;
    const kind = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    if (pngNeeds.includes(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return parts; // what follows it is no picture
    at = end;
  }
  return undefined;
}

/**
 * Segments up to the end of the image (ITU-T T.81, B.1). APP0 (JFIF) and APP14 (Adobe: how colours are coded) are needed to
 * show it; the other APPn and comments are left out, and so is everything behind the end: a second picture, a film.
 */
function jpegParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++; // filler
      continue;
    }
    if (marker === 0xd9) return [...parts, bytes.subarray(at, at + 2)];
    const end = at + 2 + view.getUint16(at + 2);
    const after = marker === 0xda ? endOfScan(bytes, end) : end;
    if (after === undefined || after > bytes.length) return undefined;
    const isExtra = marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
    if (!isExtra)
      parts.push(marker === 0xe0 ? withoutThumbnail(bytes.subarray(at, end)) : bytes.subarray(at, after));
    at = after;
  }
  return bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9 ? [...parts, bytes.subarray(-2)] : undefined;
}

/** Where the next marker stands after the coded picture: FF that is neither stuffed (00) nor a restart (D0 to D7). */
function endOfScan(bytes: Uint8Array, from: number): number | undefined {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return undefined;
}

/** The head of JFIF without the small picture that may lie in it. */
function withoutThumbnail(segment: Uint8Array): Uint8Array {
  if (segment.length < 18) return segment;
  const head = segment.slice(0, 18);
  head.set([0, 16], 2);
  head.set([0, 0], 16);
  return head;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
