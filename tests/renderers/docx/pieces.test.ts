import { inflateRawSync, crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, joinedCrc } from '#renderers/docx/crc32.ts';
import { deflatePiece, endOfStream } from '#renderers/docx/piece.ts';
import { store, storedCapacity } from '#renderers/docx/stored.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 3000 });

describe('a checksum', () => {
  it('is the one zlib works out', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => crc32(bytes) === zlibCrc32(bytes)));
  });

  it('of two pieces follows from those of each, whatever their lengths', () => {
    const bytes = fc.uint8Array({ maxLength: 5000, size: 'max' });
    fc.assert(
      fc.property(
        bytes,
        bytes,
        (a, b) => joinedCrc(crc32(a), crc32(b), b.length) === zlibCrc32(Buffer.concat([a, b])),
      ),
    );
  });
});

describe('pieces deflated once', () => {
  it('come out whole in any order, beside stored words', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: anyText, stored: fc.boolean() })), (all) => {
        const parts = all.map(({ text, stored }) => {
          if (!stored) return deflatePiece(text).deflated;
          const out = new Uint8Array(storedCapacity(text));
          return out.subarray(0, store(out, 0, text).end);
        });
        const stream = Buffer.concat([...parts, Uint8Array.from(endOfStream)]);
        expect(inflateRawSync(stream).toString()).toBe(all.map(({ text }) => text).join(''));
      }),
      { numRuns: 60 },
    );
  });

  it('come out whole at every length, so that every number of bits is left over in the last byte', () => {
    const text = 'Прошу зарегистрировать заявление. <w:p/> № 144–145 УПК РФ; '.repeat(8);
    for (let length = 0; length <= text.length; length++) {
      const { deflated } = deflatePiece(text.slice(0, length));
      const twice = Buffer.concat([deflated, deflated, Uint8Array.from(endOfStream)]);
      expect(inflateRawSync(twice).toString()).toBe(text.slice(0, length).repeat(2));
    }
  });

  it('may be longer than one block, and then are cut at a tag', () => {
    const long = '<w:t>Сведения, распространённые в средствах массовой информации</w:t>'.repeat(500);
    const { deflated, crc, length } = deflatePiece(long);
    expect(inflateRawSync(Buffer.concat([deflated, Uint8Array.from(endOfStream)])).toString()).toBe(long);
    expect([crc, length]).toEqual([zlibCrc32(long), Buffer.byteLength(long)]);
  });
});

it('stored words longer than a block stand in several, and no character is cut', () => {
  const text = `я${'👩‍👧漢'.repeat(20_000)}`;
  const out = new Uint8Array(storedCapacity(text));
  const { end, crc, length } = store(out, 0, text);
  const stream = Buffer.concat([out.subarray(0, end), Uint8Array.from(endOfStream)]);
  expect(inflateRawSync(stream).toString()).toBe(text);
  expect([crc, length]).toEqual([zlibCrc32(text), Buffer.byteLength(text)]);
});
