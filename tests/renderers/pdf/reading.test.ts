import { describe, expect, it, vi } from 'vitest';
import { plain } from '#domain/document.ts';
import type { ReadingDocument } from '#domain/reading/compose-reading.ts';
import { renderReadingPdf } from '#renderers/pdf/reading.ts';
import { typstPath } from '#renderers/pdf/typst.ts';
import { paragraphsOf } from '../../support/library.ts';
import { letters, lettersHeard, type Pdf, readPdf } from '../../support/pdf.ts';
import { copyOf, everySecond, unmarked } from '../../support/reading.ts';

const millimetre = 72 / 25.4;
const read = async (reading: ReadingDocument): Promise<Pdf> => readPdf(renderReadingPdf(reading));
const blocksOf = ({ pairs }: ReadingDocument) => pairs.flatMap(({ reading }) => reading ?? []);

/** Tinos has no such letters: each is an empty square. */
const drawn = (text: string) => text.replaceAll(/[漢字]/gu, '\u25a1');

/** Each letter as often as it stands there; where Arabic stands in a line, no reader of PDFs tells the order. */
const counted = (text: string) =>
  [...unmarked(text).matchAll(/[\p{L}\p{N}]/gu)]
    .map(([letter]) => letter)
    .sort()
    .join('');

function withStale(reading: ReadingDocument, ids: readonly string[]): ReadingDocument {
  return {
    ...reading,
    pairs: reading.pairs.map((pair) => ({ ...pair, stale: ids.includes(pair.russian.id) })),
  };
}

describe.skipIf(typstPath === undefined)('a copy to read as PDF', () => {
  it.each(everySecond)(
    '$name says every word of the copy, and on every page what it is',
    async ({ reading }) => {
      const { heard, pages, ink } = await read(reading);
      const written = drawn(
        [reading.labels.note, ...blocksOf(reading).flatMap(paragraphsOf).map(plain)].join(''),
      );
      const said = lettersHeard(heard);
      if (reading.direction === 'rtl') {
        const latin = (text: string) =>
          counted(text).replaceAll(/[^\p{Script=Cyrillic}\p{Script=Latin}\p{N}]/gu, '');
        expect(latin(said)).toBe(latin(written));
        const arabic = (text: string) =>
          counted(text).replaceAll(/[^\u0621-\u063a\u0641-\u0648]/gu, '').length;
        expect(Math.abs(arabic(said) / arabic(written) - 1)).toBeLessThan(0.05);
      } else expect(counted(said)).toBe(counted(written));
      for (let page = 1; page <= pages; page++) {
        const head = ink.filter((one) => one.page === page && one.bottom > (297 - 19) * millimetre);
        const foot = ink.filter((one) => one.page === page && one.bottom < 20 * millimetre);
        expect([page, counted(head.map(({ text }) => text).join(''))]).toEqual([
          page,
          counted(reading.labels.mark),
        ]);
        expect([page, foot.map(({ text }) => text)]).toEqual([page, [`${page}`]]);
      }
    },
  );

  it('says it in order where no line turns round', async () => {
    const reading = copyOf('crime-report-media', 'en');
    const plainly = {
      ...reading,
      pairs: reading.pairs.filter(({ russian }) => russian.id !== 'own-words'),
    };
    const written = [reading.labels.note, ...blocksOf(plainly).flatMap(paragraphsOf).map(plain)].join('');
    expect(unmarked(lettersHeard((await read(plainly)).heard))).toBe(letters(written));
  });

  it('begins its lines at the right where its language does, and what was typed in Russian at the left', async () => {
    const { ink } = await read(copyOf('crime-report-media', 'ar'));
    const found = (text: string) => ink.find((one) => one.text.includes(text));
    const number = ink.find(
      ({ text }) => text.trim() === '1' || text.trim() === '.1' || text.trim() === '1.',
    );
    expect(number?.left).toBeGreaterThan(180 * millimetre);
    expect(found('Второй абзац')?.left).toBeLessThan(45 * millimetre);
  });

  it('has a note above what is stale, on the same page', async () => {
    const reading = copyOf('crime-report-media', 'de');
    const { heard } = await read(withStale(reading, ['sources', 'signature', 'law-lead']));
    const notes = [...heard.entries()].filter(
      ([, { text }]) => letters(text) === letters(reading.labels.stale),
    );
    expect(notes).toHaveLength(3);
    for (const [at, { page }] of notes) expect(heard[at + 1]?.page).toBe(page);
    expect(lettersHeard((await read(reading)).heard)).not.toContain(letters(reading.labels.stale));
  });

  it('comes out when all of it is stale', async () => {
    const reading = copyOf('crime-report-media', 'de');
    const all = reading.pairs.map(({ russian }) => russian.id);
    const { heard } = await read(withStale(reading, all));
    const notes = heard.filter(({ text }) => letters(text) === letters(reading.labels.stale));
    expect(notes).toHaveLength(all.length);
  });

  it('is tagged, in the language of its reader, with no name, no time and the same bytes on any day', async () => {
    for (const language of ['de', 'ar'] as const) {
      const reading = copyOf('crime-report-media', language);
      const once = renderReadingPdf(reading);
      vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
      expect(Buffer.compare(once, renderReadingPdf(reading))).toBe(0);
      vi.useRealTimers();
      const { info, xmp } = await readPdf(once);
      expect(info).toMatchObject({ Title: reading.labels.title, Language: language });
      expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
      const latin = Buffer.from(once).toString('latin1');
      expect(latin).not.toMatch(/typst|\/Creator|\/Producer|\/Author|CreationDate|ModDate|D:20\d\d/i);
      const faces = [...latin.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, face]) => face);
      for (const face of faces) expect(face).toMatch(/^(?:Tinos|Amiri)-(?:Regular|Bold)$/);
    }
  });
});
