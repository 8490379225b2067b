import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { type Document, plain } from '#domain/document.ts';
import { renderDocx } from '#renderers/docx/docx.ts';
import { complaintFrom, type Request, request } from '../../domain/any-complaint.ts';
import { documentText, parts } from '../../support/docx-parts.ts';
import { described, documentOf, library, paragraphsOf } from '../../support/library.ts';

const document = documentOf('crime-report-media', {
  applicant: { phone: '+7 495 000-00-00', email: 'maria@example.org' },
  answers: { ownSources: described.ownSources },
});

/** One part of a package as text; a missing part is an empty one. */
async function partOf(name: string, of: Document = document): Promise<string> {
  return parts(await renderDocx(of)).get(name) ?? '';
}

/** Paragraphs of the body as XML, in order. */
async function bodyParagraphs(of: Document = document): Promise<string[]> {
  return (await partOf('word/document.xml', of)).match(/<w:p>.*?<\/w:p>/gu) ?? [];
}

/** What a paragraph of the body says of itself, and what its style says of it. */
async function withStyle(paragraph: string): Promise<string> {
  const id = /<w:pStyle w:val="([^"]+)"\/>/u.exec(paragraph)?.[1];
  const styles = await partOf('word/styles.xml');
  return (
    paragraph +
    (new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'u').exec(styles)?.[0] ?? 'no such style')
  );
}

/** An attribute in twentieths of a point, as millimetres. */
function millimetres(xml: string, attribute: string): number {
  return Math.round(Number(new RegExp(`${attribute}="(\\d+)"`, 'u').exec(xml)?.[1]) / 56.6929);
}

describe('the letter in a Word file', () => {
  it('says every word of the document, in order', async () => {
    const text = documentText(await renderDocx(document)).split('\n');
    const expected = document.blocks.filter(({ kind }) => kind !== 'signature').flatMap(paragraphsOf);
    let at = -1;
    for (const paragraph of expected) {
      const found = text.indexOf(paragraph.map((run) => run.text).join(''), at + 1);
      expect([paragraph, found > at]).toEqual([paragraph, true]);
      at = found;
    }
  });

  it('holds what the person typed as text, never as markup', async () => {
    const typed = '</w:t></w:r><w:p/> ]]> &amp; "\' <!-- --> 👩\u200d👧 العربية';
    const saying = (ownWords: string) => documentOf('crime-report-media', { answers: { ownWords } });
    const attacked = saying(typed);
    expect(documentText(await renderDocx(attacked))).toContain(typed);
    expect(await bodyParagraphs(attacked)).toHaveLength((await bodyParagraphs(saying('Ничего'))).length);
  });

  it('says every word, whatever the person typed', async () => {
    const check = async (given: Request) => {
      const composed = compose(library, complaintFrom(given));
      const text = documentText(await renderDocx(composed)).split('\n');
      for (const block of composed.blocks.filter(({ kind }) => kind !== 'signature')) {
        for (const paragraph of paragraphsOf(block)) expect(text).toContain(plain(paragraph));
      }
    };
    await fc.assert(fc.asyncProperty(request, check), { numRuns: 15 });
  });

  it('is on A4 with margins of 30, 15, 20 and 20 mm', async () => {
    const section = /<w:sectPr.*<\/w:sectPr>/u.exec(await partOf('word/document.xml'))?.[0] ?? '';
    const size = /<w:pgSz[^>]*>/u.exec(section)?.[0] ?? '';
    const margins = /<w:pgMar[^>]*>/u.exec(section)?.[0] ?? '';
    expect([millimetres(size, 'w:w'), millimetres(size, 'w:h')]).toEqual([210, 297]);
    expect(['left', 'right', 'top', 'bottom'].map((side) => millimetres(margins, `w:${side}`))).toEqual([
      30, 15, 20, 20,
    ]);
    expect(size).not.toContain('landscape');
  });

  it('is in Times New Roman 14, in Russian', async () => {
    const styles = await partOf('word/styles.xml');
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/u.exec(styles)?.[0] ?? '';
    expect(defaults).toMatch(/<w:rFonts [^>]*w:ascii="Times New Roman"/u);
    expect(defaults).toMatch(/<w:rFonts [^>]*w:cs="Times New Roman"/u);
    expect(defaults).toMatch(/<w:rFonts [^>]*w:hAnsi="Times New Roman"/u);
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('<w:lang w:val="ru-RU"');
    const body = await partOf('word/document.xml');
    expect(body).not.toMatch(/<w:rFonts|<w:sz |<w:color|<w:lang /u);
  });

  it('numbers its pages with a field', async () => {
    const footer = await partOf('word/footer1.xml');
    expect(footer).toMatch(
      /fldCharType="begin".*<w:instrText[^>]*>\s*PAGE\s*<\/w:instrText>.*fldCharType="end"/u,
    );
    expect(await partOf('word/document.xml')).toMatch(/<w:footerReference w:type="default"/u);
  });

  it('has real lists, and each begins at 1', async () => {
    const lists = document.blocks.filter((block) => block.kind === 'list');
    const numbered = (await bodyParagraphs()).flatMap(
      (xml) => /<w:numId w:val="(\d+)"\/>/u.exec(xml)?.[1] ?? [],
    );
    expect(numbered).toHaveLength(lists.reduce((sum, list) => sum + list.items.length, 0));
    const ids = [...new Set(numbered)];
    expect(ids).toHaveLength(lists.length);
    const numbering = await partOf('word/numbering.xml');
    for (const id of ids) {
      const definition =
        new RegExp(`<w:num w:numId="${id}"[^>]*>.*?</w:num>`, 'u').exec(numbering)?.[0] ?? '';
      expect(definition).toMatch(/<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"\/><\/w:lvlOverride>/u);
      const abstract = /<w:abstractNumId w:val="(\d+)"\/>/u.exec(definition)?.[1];
      const level = new RegExp(`<w:abstractNum w:abstractNumId="${abstract}".*?</w:abstractNum>`, 'u').exec(
        numbering,
      )?.[0];
      expect(level).toMatch(/<w:numFmt w:val="decimal"\/><w:lvlText w:val="%1\."\/>/u);
    }
    for (const item of lists[0]?.items ?? []) expect(item.text[0]?.text).not.toMatch(/^\d+\./u);
  });

  it.each([
    ['with printouts', true, 'crime-report-media'],
    ['without printouts', false, 'crime-report-media'],
    ['of an appeal with printouts', true, 'prosecutor-appeal'],
    ['of an appeal without printouts', false, 'prosecutor-appeal'],
  ])('keeps every signature %s on the page of the line before it', async (_, printouts, id) => {
    const signed = await bodyParagraphs(documentOf(id, { answers: { printouts } }));
    const places = signed.flatMap((xml, index) => (xml.includes('________________') ? [index] : []));
    expect(places).toHaveLength(id === 'prosecutor-appeal' ? 1 : 2);
    for (const at of places) {
      expect(await withStyle(signed[at] ?? '')).toMatch(/<w:keepLines\/>/u);
      expect(signed[at - 1]).toMatch(/<w:keepNext\/>/u);
    }
  });

  it('keeps a heading with what it is the heading of', async () => {
    const paragraphs = await bodyParagraphs();
    const leads = document.blocks
      .filter(({ kind }) => kind === 'lead' || kind === 'title')
      .flatMap(paragraphsOf);
    for (const lead of leads) {
      const last = lead.at(-1)?.text ?? '';
      const xml = paragraphs.find((one) => one.includes(`>${last}</w:t></w:r></w:p>`)) ?? '';
      expect([last, (await withStyle(xml)).includes('<w:keepNext/>')]).toEqual([last, true]);
    }
  });

  it('hyphenates no name and no heading', async () => {
    const inHeading = document.blocks.filter(({ kind }) => /^(?:header|title|lead)$/.test(kind));
    const expected = inHeading.flatMap(paragraphsOf).map((text) => plain(text).slice(0, 30));
    const all = await bodyParagraphs();
    expect(expected.length).toBeGreaterThan(8);
    for (const words of expected) {
      const xml = all.find((one) => one.includes(words)) ?? '';
      expect([words, await withStyle(xml)]).toEqual([
        words,
        expect.stringContaining('<w:suppressAutoHyphens/>'),
      ]);
    }
    expect(await partOf('word/settings.xml')).toContain('<w:autoHyphenation/>');
  });

  it('has headings that Word and a screen reader know as headings', async () => {
    const all = await bodyParagraphs();
    const styleOf = (words: string) =>
      /<w:pStyle w:val="([^"]+)"/u.exec(all.find((one) => one.includes(`>${words}<`)) ?? '')?.[1];
    const [title] = document.blocks.filter(({ kind }) => kind === 'title').flatMap(paragraphsOf);
    expect(styleOf(plain(title ?? []))).toBe('Heading1');
    const leads = document.blocks.filter(({ kind }) => kind === 'lead').flatMap(paragraphsOf);
    for (const lead of leads) expect(styleOf(plain(lead))).toBe('Heading2');
    const styles = await partOf('word/styles.xml');
    expect(styles).toContain('<w:name w:val="heading 1"/>');
    expect(styles).toContain('<w:name w:val="heading 2"/>');
  });

  it('has no empty paragraph: space is set by style', async () => {
    for (const xml of await bodyParagraphs()) expect(xml).toMatch(/<w:t[ >]/u);
  });
});
