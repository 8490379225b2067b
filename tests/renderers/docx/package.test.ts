import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { renderDocx } from '#renderers/docx/docx.ts';
import { parts } from '../../support/docx-parts.ts';
import { described, documentOf, templateIds } from '../../support/library.ts';

const document = documentOf('crime-report-media', {
  applicant: { phone: '+7 495 000-00-00', email: 'maria@example.org' },
  answers: { ownSources: described.ownSources },
});

beforeAll(async () => {
  await renderDocx(document); // the first one takes ten times as long as the next
});

describe('a Word file', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of the same answers has the same bytes, on any day', async () => {
    const once = await renderDocx(document);
    const again = await renderDocx(document);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const later = await renderDocx(document);
    expect(Buffer.compare(once, again)).toBe(0);
    expect(Buffer.compare(once, later)).toBe(0);
  });

  it('does not remember other documents made before it', async () => {
    const once = await renderDocx(document);
    await renderDocx(documentOf('prosecutor-appeal'));
    expect(Buffer.compare(once, await renderDocx(document))).toBe(0);
  });

  it('is the same whether its words were met before or not', () => {
    const script = `
      const { library, documentOf } = await import('./tests/support/library.ts');
      const { renderDocx } = await import('./src/renderers/docx/docx.ts');
      process.stdout.write(Buffer.from(renderDocx(documentOf('prosecutor-appeal'))).toString('base64'));`;
    const fresh = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    for (const id of templateIds) renderDocx(documentOf(id));
    expect(Buffer.from(renderDocx(documentOf('prosecutor-appeal'))).toString('base64')).toBe(fresh);
  });

  it('consists of the parts of a letter and no others', async () => {
    expect(Object.keys(unzipSync(await renderDocx(document)))).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/numbering.xml',
      'word/settings.xml',
      'word/fontTable.xml',
      'word/footer1.xml',
      'word/document.xml',
    ]);
  });

  it('mentions no part that it does not hold', async () => {
    const all = parts(await renderDocx(document));
    const named = [
      ...[...(all.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/gu)].map(
        ([, name = '']) => name,
      ),
      ...[...(all.get('_rels/.rels') ?? '').matchAll(/Target="([^"]+)"/gu)].map(([, name = '']) => name),
      ...[...(all.get('word/_rels/document.xml.rels') ?? '').matchAll(/Target="([^"]+)"/gu)].map(
        ([, name = '']) => `word/${name}`,
      ),
    ];
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(all.has(name)).toBe(true);
    for (const [, xml] of all) {
      for (const [, id = ''] of xml.matchAll(/r:id="([^"]+)"/gu)) {
        expect(all.get('word/_rels/document.xml.rels')).toContain(`Id="${id}"`);
      }
    }
  });

  it('tells nothing about who made it, when and with what', async () => {
    for (const [name, xml] of parts(await renderDocx(document))) {
      expect([name, xml]).toEqual([
        name,
        expect.not.stringMatching(
          /docProps|rsid|dcterms|<dc:|creator|lastModified|w:author|w:date=|revision|Un-?named|docx\.js|dolanmiu|Application>|company/iu,
        ),
      ]);
    }
  });

  it('carries no times in the archive, and no comments or extra fields', async () => {
    const bytes = Buffer.from(await renderDocx(document));
    const heads = [...bytes.keys()].filter(
      (at) => at < bytes.length - 4 && bytes.readUInt32LE(at) === 0x02014b50,
    );
    expect(heads).toHaveLength(9);
    for (const at of heads) {
      expect(bytes.readUInt16LE(at + 12)).toBe(0); // time
      expect(bytes.readUInt16LE(at + 14)).toBe((1 << 5) | 1); // 1 January 1980
      expect(bytes.readUInt16LE(at + 30)).toBe(0); // extra field
      expect(bytes.readUInt16LE(at + 32)).toBe(0); // comment
    }
  });
});
