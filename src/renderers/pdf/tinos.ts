/**
 * The typeface: Tinos, as wide as Times New Roman letter for letter. Read from its package, never from the machine, so
 * that a letter looks the same everywhere. Only what it can draw may be printed: PDF/UA forbids the empty glyph.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export type Face = {
  bytes: Buffer;
  /** Width of a character in em; undefined where the face cannot draw it. */
  width: (codePoint: number) => number | undefined;
};

/** The two faces of a letter; the same characters are in both. */
export function readFaces(): { regular: Face; bold: Face } {
  return {
    regular: readFace(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
    bold: readFace(require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf')),
  };
}

/** Of a file that has the usual table of characters. */
export function readFace(path: string): Face {
  const bytes = readFileSync(path);
  const tables = tablesOf(bytes);
  const table = (name: string) => tables.get(name) ?? bytes.subarray(0, 0);
  const glyphs = glyphsOf(table('cmap'));
  const em = table('head').readUInt16BE(18);
  const metrics = table('hmtx');
  const lastMetric = table('hhea').readUInt16BE(34) - 1;
  return {
    bytes,
    width: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph && metrics.readUInt16BE(4 * Math.min(glyph, lastMetric)) / em;
    },
  };
}

/** Parts of an OpenType file by name. */
function tablesOf(font: Buffer): Map<string, Buffer> {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, index) => font.subarray(12 + 16 * index));
  return new Map(
    records.map((record) => [
      record.toString('latin1', 0, 4),
      font.subarray(record.readUInt32BE(8), record.readUInt32BE(8) + record.readUInt32BE(12)),
    ]),
  );
}

/** Character → glyph from the Unicode subtable (platform 3, encoding 1, format 4), which is the one these typefaces have. */
function glyphsOf(cmap: Buffer): Map<number, number> {
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, index) => cmap.subarray(4 + 8 * index));
  const record = records.find((one) => one.readUInt32BE(0) === 0x0003_0001);
  const table = cmap.subarray(record?.readUInt32BE(4));
  if (!record || table.readUInt16BE(0) !== 4) throw new Error('the typeface has another table of characters');
  const size = table.readUInt16BE(6); // of each of the four columns: end, start, shift, place
  const glyphs = new Map<number, number>();
  for (let row = 14; row < 14 + size; row += 2) {
    const [end, start] = [table.readUInt16BE(row), table.readUInt16BE(row + size + 2)];
    const shift = table.readUInt16BE(row + 2 * size + 2);
    const placeAt = row + 3 * size + 2;
    const place = table.readUInt16BE(placeAt);
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = place === 0 ? code : table.readUInt16BE(placeAt + place + 2 * (code - start));
      const glyph = listed === 0 ? 0 : (listed + shift) & 0xffff;
      if (glyph !== 0) glyphs.set(code, glyph);
    }
  }
  return glyphs;
}
