import { describe, expect, it, vi } from 'vitest';
import { plain } from '#domain/document.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { paragraphDirection } from '#domain/reading/direction.ts';
import { renderReadingDocx } from '#renderers/docx/reading.ts';
import { stretches } from '#renderers/docx/scripts.ts';
import { documentText, parts } from '../support/docx-parts.ts';
import { paragraphsOf } from '../support/library.ts';
import { copies, copyOf, ownWords, unmarked } from '../support/reading.ts';

const german = copyOf('crime-report-media', 'de');
const arabic = copyOf('crime-report-media', 'ar');
const partOf = (name: string, reading: ReadingDocument) =>
  parts(renderReadingDocx(reading)).get(`word/${name}.xml`) ?? '';
const paragraphsIn = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gu) ?? [];
const lines = (reading: ReadingDocument) => unmarked(documentText(renderReadingDocx(reading))).split('\n');

/** The text of one paragraph. */
function textIn(paragraph: string): string {
  return [...paragraph.matchAll(/<w:t [^>]*>([^<]*)/gu)]
    .map(([, text = '']) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
    .join('');
}

describe('a copy to read', () => {
  it.each(copies)('$name has the blocks and the entries of the Russian document', ({ reading, russian }) => {
    expect(reading.pairs.map((pair) => pair.russian)).toEqual(russian.blocks);
    for (const pair of reading.pairs) {
      expect([pair.russian.id, pair.reading?.id]).toEqual([pair.russian.id, pair.russian.id]);
      const ids = [pair.russian, pair.reading].map(
        (block) => block?.kind === 'list' && block.items.map(({ id }) => id),
      );
      expect(ids[1]).toEqual(ids[0]);
    }
  });
});

describe('a copy to read in a Word file', () => {
  it.each(copies)('$name says every word of the copy, in order, and what it is', ({ reading }) => {
    const said = lines(reading);
    expect(said[0]).toBe(reading.labels.note);
    let at = 0;
    const blocks = reading.pairs.flatMap((pair) => pair.reading ?? []);
    for (const paragraph of blocks.filter(({ kind }) => kind !== 'signature').flatMap(paragraphsOf)) {
      const found = said.indexOf(unmarked(plain(paragraph)), at + 1);
      expect([plain(paragraph), found > at]).toEqual([plain(paragraph), true]);
      at = found;
    }
    const head = partOf('header1', reading);
    expect(unmarked([...head.matchAll(/<w:t [^>]*>([^<]*)/gu)].map(([, text]) => text).join(''))).toBe(
      reading.labels.mark,
    );
  });

  it('has its mark at the head of every page, and the number at its foot', () => {
    const section = /<w:sectPr.*/u.exec(partOf('document', german))?.[0] ?? '';
    expect(section).toMatch(
      /^<w:sectPr><w:headerReference w:type="default" r:id="mark"\/><w:footerReference w:type="default"/u,
    );
    expect(section).not.toContain('titlePg');
    expect(parts(renderReadingDocx(german)).get('word/_rels/document.xml.rels')).toContain(
      '<Relationship Id="mark" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>',
    );
    expect(partOf('footer1', german)).toContain('PAGE');
    expect(partOf('settings', german)).toContain('<w:evenAndOddHeaders w:val="false"/>');
  });

  it('is in the language of its reader, and Russian in it is marked as Russian', () => {
    expect(partOf('styles', german)).toContain('<w:lang w:val="de-DE" w:bidi="ar-SA"/>');
    expect(partOf('styles', arabic)).toContain('<w:lang w:val="ar-SA" w:bidi="ar-SA"/>');
    const russian = '<w:r><w:rPr><w:lang w:val="ru-RU"/></w:rPr><w:t xml:space="preserve">';
    expect(partOf('document', german)).toContain(`${russian}Второй абзац, (15).`);
    expect(partOf('document', german)).toContain(`${russian}УК РФ`);
  });

  it('goes from right to left, paragraph by paragraph, where its language does', () => {
    const paragraphs = paragraphsIn(partOf('document', arabic)).slice(1); // without the note
    const turned = paragraphs.filter((one) => one.includes('<w:bidi/>'));
    const typed = paragraphs.filter((one) => !one.includes('<w:bidi/>'));
    expect(turned.length).toBeGreaterThan(30);
    expect(typed.map((one) => unmarked(textIn(one)))).toEqual(ownWords.split('\n\n'));
    for (const paragraph of paragraphs)
      for (const [, marks = '', text = ''] of paragraph.matchAll(
        /<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t [^>]*>([^<]*)/gu,
      )) {
        if (/[\u0621-\u064a]/u.test(text)) expect([text, marks]).toEqual([text, '<w:rtl/>']);
        if (/[а-яё]/iu.test(text)) expect([text, marks]).toEqual([text, '<w:lang w:val="ru-RU"/>']);
      }
    expect(partOf('document', german)).not.toMatch(/<w:bidi\/>/u);
    expect(partOf('document', german).match(/<w:rtl\/>/gu)).toHaveLength(1);
  });

  it('has a note above what is stale', () => {
    const pairs = german.pairs.map((pair) => ({ ...pair, stale: pair.russian.id === 'sources' }));
    const said = lines({ ...german, pairs });
    const at = said.indexOf(german.labels.stale);
    const before = german.pairs.find(({ russian }) => russian.id === 'sources')?.reading;
    expect(said.filter((one) => one === german.labels.stale)).toHaveLength(1);
    expect(said[at + 1]).toBe(before && plain(paragraphsOf(before)[0] ?? []));
    expect(lines(german)).not.toContain(german.labels.stale);
  });

  it('holds nothing but the text: no properties, no times, the same bytes on any day', () => {
    const once = renderReadingDocx(arabic);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    expect(Buffer.compare(once, renderReadingDocx(arabic))).toBe(0);
    vi.useRealTimers();
    const names = [...parts(once).keys()];
    expect(names.filter((name) => /docProps|comments|people|custom/u.test(name))).toEqual([]);
    expect([...parts(once).values()].join('')).not.toMatch(/rsid|creator|modified|dcterms|<w:ins |<w:del /u);
  });

  it('takes as much as a person can type', () => {
    const text = 'Щ<&>'.repeat(20_000);
    const pairs = german.pairs.map((pair) =>
      pair.russian.id === 'own-words'
        ? {
            ...pair,
            reading: { id: 'own-words', kind: 'text' as const, paragraphs: [[{ text, own: true as const }]] },
          }
        : pair,
    );
    expect(lines({ ...german, pairs })).toContain(text);
  });
});

describe('stretches of one script', () => {
  const ar = { language: 'ar', direction: 'rtl' } as const;
  const de = { language: 'de', direction: 'ltr' } as const;
  const shown = (text: string, ways: typeof ar | typeof de, marks = {}) =>
    stretches({ text, ...marks }, ways).map((one) => [
      unmarked(one.text),
      `${one.rightToLeft ? 'rtl' : 'ltr'}${one.russian ? ' ru' : ''}`,
    ]);

  it('among Arabic, Cyrillic with its numbers and signs is one', () => {
    expect(shown('وفق المادة 141 (УПК РФ، ч. 1) و 2017', ar)).toEqual([
      ['وفق المادة 141 (', 'rtl'],
      ['УПК РФ', 'ltr ru'],
      ['، ', 'rtl'],
      ['ч. 1', 'ltr ru'],
      [') و 2017', 'rtl'],
    ]);
    expect(shown('105005, г. Москва', ar, { russian: true })).toEqual([['105005, г. Москва', 'ltr ru']]);
    expect(shown('+7 495 000-00-00', ar, { own: true })).toEqual([['+7 495 000-00-00', 'ltr ru']]);
    expect(shown('الجزء 1 المادة 144 УПК РФ', ar, { russian: true })).toEqual([
      ['الجزء 1 المادة 144 ', 'rtl'],
      ['УПК РФ', 'ltr ru'],
    ]);
  });

  it('hold the signs at their ends by a mark that nobody sees', () => {
    expect(stretches({ text: '«Газета», № 35', russian: true }, ar)[0]?.text).toBe('\u200e«Газета», № 35');
    expect(stretches({ text: 'Да!', own: true }, ar)[0]?.text).toBe('Да!\u200e');
    expect(stretches({ text: ', 1 أبريل' }, ar)[0]?.text).toBe('\u200f, 1 أبريل');
  });

  it('among German, Cyrillic is Russian; in Ukrainian only what is marked', () => {
    expect(shown('Art. 141 УПК РФ, 2', de)).toEqual([
      ['Art. 141 ', 'ltr'],
      ['УПК РФ, 2', 'ltr ru'],
    ]);
    const uk = { language: 'uk', direction: 'ltr' } as const;
    expect(stretches({ text: 'ст. 141 КПК' }, uk)).toEqual([
      { text: 'ст. 141 КПК', rightToLeft: false, russian: false },
    ]);
  });

  it('a paragraph that a person typed goes the way of its first letter', () => {
    expect(paragraphDirection([{ text: '1. Да العربية', own: true }], 'rtl')).toBe('ltr');
    expect(paragraphDirection([{ text: '12 العربية', own: true }], 'ltr')).toBe('rtl');
    expect(paragraphDirection([{ text: 'адрес: ' }, { text: 'Да', own: true }], 'rtl')).toBe('rtl');
    expect(paragraphDirection([], 'rtl')).toBe('rtl');
  });
});
