import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderPdf } from '#renderers/pdf/pdf.ts';
import { typstPath } from '#renderers/pdf/typst.ts';
import { documentOf, templateIds } from '../../support/library.ts';
import { readPdf } from '../../support/pdf.ts';

const document = documentOf('crime-report-media');
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

const traces =
  /typst|krilla|tinymist|xmp-writer|myriad|\/Creator|\/Producer|\/Author|CreatorTool|CreationDate|ModDate|CreateDate|ModifyDate|MetadataDate|dc:creator|dc:date|D:20\d\d|\/root\/|\/work\//gi;

/** The file with every packed part unpacked. */
function unpacked(bytes: Uint8Array): string {
  const text = latin(bytes);
  const streams = [...text.matchAll(/\/FlateDecode[\s\S]*?stream\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    return inflateSync(bytes.subarray(from, text.indexOf('endstream', from)), { finishFlush: 2 }).toString(
      'latin1',
    );
  });
  expect(streams.length).toBeGreaterThan(3);
  return text + streams.join('\n');
}

describe.skipIf(typstPath === undefined)('a PDF', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of the same answers has the same bytes, on any day and whatever was made before it', () => {
    const once = renderPdf(document);
    renderPdf(documentOf('prosecutor-appeal'));
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    expect(Buffer.compare(once, renderPdf(document))).toBe(0);
  });

  it('has the same bytes in another process, in another folder, with other fonts on the machine', () => {
    const folder = mkdtempSync(join(tmpdir(), 'proverka-'));
    try {
      writeFileSync(join(folder, 'fonts.conf'), `<fontconfig><dir>${folder}</dir></fontconfig>`);
      writeFileSync(join(folder, 'letter.json'), JSON.stringify(document));
      const program = `
        import { readFileSync } from 'node:fs';
        import { renderPdf } from ${JSON.stringify(join(import.meta.dirname, '../../../src/renderers/pdf/pdf.ts'))};
        process.stdout.write(renderPdf(JSON.parse(readFileSync('letter.json', 'utf8'))));`;
      const env = {
        ...process.env,
        FONTCONFIG_FILE: join(folder, 'fonts.conf'),
        TZ: 'Asia/Tokyo',
        LANG: 'tr_TR.UTF-8',
      };
      const there = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
        cwd: folder,
        env,
      });
      expect(Buffer.compare(there, renderPdf(document))).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('tells nothing about who made it, when and with what', () => {
    for (const id of templateIds) expect(unpacked(renderPdf(documentOf(id))).match(traces) ?? []).toEqual([]);
  });

  it('has a title that tells nothing, a language, and says that it is for everybody (PDF/UA-1)', async () => {
    const { info, xmp } = await readPdf(renderPdf(document));
    expect(info).toMatchObject({ Title: 'Заявление', Language: 'ru', PDFFormatVersion: '1.7' });
    expect(Object.keys(info)).not.toContain('Creator');
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const bytes = latin(renderPdf(document));
    expect(bytes).toMatch(/\/Marked true/);
    expect(bytes).toMatch(/\/DisplayDocTitle true/);
  });

  it('points to every part where it is, after the traces are gone', () => {
    const bytes = latin(renderPdf(document));
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes)?.[1]);
    const offsets = [...bytes.slice(table).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) =>
      Number(offset),
    );
    expect(offsets.length).toBeGreaterThan(50);
    for (const [index, offset] of offsets.entries())
      expect(bytes.slice(offset, offset + 12)).toMatch(new RegExp(`^${index + 1} 0 obj`));
  });

  it('brings its two faces along, and no others', () => {
    const names = [...latin(renderPdf(document)).matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(names)].sort()).toEqual(['Tinos-Bold', 'Tinos-Regular']);
  });
});
