/** Small files as a telephone makes them: a picture, and beside it where, when and by what it was taken. */
import { crc32, deflateSync } from 'node:zlib';

const latin = (text: string) => Buffer.from(text, 'latin1');

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** One grey dot; EXIF with a place, XMP, a comment, a second picture behind the end. */
export function jpegWithPlace(): Uint8Array<ArrayBuffer> {
  const picture = [
    segment(0xe0, Buffer.from([...latin('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, latin('Exif\0\0GPS 55.75,37.61 Pixel 9')),
    segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0Secret')),
    segment(0xfe, latin('Secret comment')),
    segment(0xed, latin('Photoshop 3.0\0Secret')),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
    segment(0xc4, Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(15), Buffer.from([0])])),
    segment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0x00, 0xff, 0xd0, 0x3f]),
  ];
  const end = Buffer.from([0xff, 0xd9]);
  return new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xd8]), ...picture, end, latin('Secret behind it')]),
  );
}

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([latin(kind), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export function pngWithText(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
      chunk('tEXt', latin('Author\0Secret')),
      chunk('eXIf', latin('GPS 55.75,37.61 Pixel 9')),
      chunk('tIME', Buffer.from([7, 0xea, 12, 1, 9, 0, 0])),
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
      latin('Secret behind it'),
    ]),
  );
}

export function pdf(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(latin('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'));
}
