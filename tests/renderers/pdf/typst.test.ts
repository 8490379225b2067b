import { describe, expect, it } from 'vitest';
import { readFaces } from '#renderers/pdf/tinos.ts';
import { openTypst, type Typesetter, typstPath } from '#renderers/pdf/typst.ts';

const { regular, bold } = readFaces();
const typeset: Typesetter = (source, inputs) => openTypst([regular.bytes, bold.bytes])(source, inputs);
const titled = '#set document(title: "x"); #set text(font: "Tinos", fallback: false);';

describe.skipIf(typstPath === undefined)('the typesetter', () => {
  it.each([
    '/etc/passwd',
    '../../../../../../etc/passwd',
    '/letter.typ',
    '../letter.typ',
    '/proc/self/environ',
    import.meta.filename,
  ])('cannot read %s, even if a text could become code', (path) => {
    expect(() => typeset(`${titled} #read("${path}")`, {})).toThrow(
      /^Typst: (?:file not found|failed to load)/,
    );
    expect(() => typeset(`${titled} #image("${path}")`, {})).toThrow(
      /^Typst: (?:file not found|failed to load)/,
    );
    expect(() => typeset(`${titled} #include "${path}"`, {})).toThrow(
      /^Typst: (?:file not found|failed to load)/,
    );
  });

  it('sets what it is given, and works on after a failure', () => {
    expect(() => typeset('#panic()', {})).toThrow(/^Typst: /);
    expect(typeset(`${titled} #sys.inputs.a`, { a: 'Слово' }).subarray(0, 8).toString()).toBe('%PDF-1.7');
  });

  it('would not let an empty glyph pass', () => {
    expect(() => typeset(`${titled} 漢`, {})).toThrow(/glyph|displayed|font/i);
  });
});
