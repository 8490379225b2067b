/** A picture that was freed of what a camera wrote into it is the same picture, and nothing else is left in the file. */
import { describe, expect, it } from 'vitest';
import { scanType } from '#domain/register/scan-type.ts';
import { withoutMetadata } from '#web/share/without-metadata.ts';
import { jpegWithPlace, pdf, pngWithText } from './pictures.ts';

const latin = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('latin1');

describe('a picture of a telephone', () => {
  it('as JPEG keeps its tables, its scan and its end, and no segment beside them', () => {
    const left = withoutMetadata(jpegWithPlace(), 'image/jpeg');
    const markers = [...latin(left).matchAll(/\xff([\xc0-\xcf\xda-\xfe])/g)].map(([, one = '']) =>
      one.charCodeAt(0).toString(16),
    );
    expect(markers).toEqual(['e0', 'db', 'c0', 'c4', 'c4', 'da']);
    expect(latin(left)).not.toMatch(/GPS|Pixel|Secret|Exif|adobe|Photoshop/);
    expect(latin(left)).toContain('\x3f\xff\x00\xff\xd0\x3f\xff\xd9');
    expect(latin(left).endsWith('\xff\xd9')).toBe(true);
  });

  it('as PNG keeps what it is drawn from, byte by byte', () => {
    const left = latin(withoutMetadata(pngWithText(), 'image/png'));
    expect([...left.matchAll(/IHDR|IDAT|IEND|tEXt|eXIf|tIME/g)].map(([kind]) => kind)).toEqual([
      'IHDR',
      'IDAT',
      'IEND',
    ]);
    expect(left).not.toMatch(/GPS|Pixel|Secret/);
  });

  it('freed twice is the same', () => {
    for (const [bytes, type] of [
      [jpegWithPlace(), 'image/jpeg'],
      [pngWithText(), 'image/png'],
    ] as const) {
      const once = withoutMetadata(bytes, type);
      expect(once && withoutMetadata(once, type)).toEqual(once);
    }
  });

  it('that was cut off anywhere gives no file, so nobody takes half of it for all of it', () => {
    const ends = { 'image/jpeg': jpegWithPlace(), 'image/png': pngWithText() };
    const behind = 'Secret behind it'.length;
    for (const [type, bytes] of Object.entries(ends))
      for (let length = 9; length < bytes.length - behind; length++) {
        const known = type === 'image/png' ? 'image/png' : 'image/jpeg';
        const left = withoutMetadata(bytes.slice(0, length), known);
        expect(left, `${type} of ${length}`).toBeUndefined();
      }
  });
});

it('a file is what its first bytes say', () => {
  expect(scanType(jpegWithPlace())).toBe('image/jpeg');
  expect(scanType(pngWithText())).toBe('image/png');
  expect(scanType(pdf())).toBe('application/pdf');
  expect(scanType(new Uint8Array([1, 2, 3]))).toBeUndefined();
});
