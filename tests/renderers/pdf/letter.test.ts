import { describe, expect, it } from 'vitest';
import { type Block, type Document, type Paragraph, plain } from '#domain/document.ts';
import { renderPdf } from '#renderers/pdf/pdf.ts';
import { typstPath } from '#renderers/pdf/typst.ts';
import { described, documentOf, paragraphsOf, templateIds, templateOf } from '../../support/library.ts';
import { letters, lettersHeard, type Pdf, readPdf } from '../../support/pdf.ts';

const millimetre = 72 / 25.4;

/** A letter of each kind: everything said, as little as possible, and without the printouts. */
const letterKinds = templateIds.flatMap((id): [string, Document][] => [
  [
    `${id}, all that can be said`,
    documentOf(id, {
      filedFrom: 'abroad',
      applicant: { phone: '+7 495 000-00-00', email: 'maria@example.org' },
      answers: {
        ...described,
        acts: { ...described.acts, kinds: templateOf(id).matter.acts },
        ownWords: 'Прочитала об этом и прошу проверить сообщение. '.repeat(40),
      },
    }),
  ],
  [id, documentOf(id)],
  [
    `${id}, gender unstated, no printouts`,
    documentOf(id, { applicant: { gender: 'unstated' }, answers: { ownWords: '', printouts: false } }),
  ],
]);

const letter = documentOf('crime-report-media');
const read = async (document: Document): Promise<Pdf> => readPdf(renderPdf(document));

/** What a screen reader should say for a document: its text in order, and no line to sign on. */
function spoken(document: Document): string {
  return letters(document.blocks.flatMap(paragraphsOf).map(plain).join(''));
}

describe.skipIf(typstPath === undefined)('a letter as PDF', () => {
  it.each(letterKinds)(
    '%s: says every word of the document, in order, and nothing else',
    async (_, document) => {
      expect(lettersHeard((await read(document)).heard)).toBe(spoken(document));
    },
  );

  it('tells a screen reader what is a heading, a list and a paragraph', async () => {
    const { heard, outline } = await read(letter);
    const headings = letter.blocks
      .filter(({ kind }) => kind === 'lead')
      .flatMap(paragraphsOf)
      .map(plain);
    expect(heard.filter(({ role }) => role === 'H2').map(({ text }) => letters(text))).toEqual(
      headings.map(letters),
    );
    expect(heard.filter(({ role }) => role === 'H1')).toHaveLength(1);
    expect(outline).toEqual(['ЗАЯВЛЕНИЕ о\u00a0преступлении (в\u00a0порядке ст.\u00a0141 УПК\u00a0РФ)']);
    const numbers = letter.blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.map((_, index) => `${index + 1}.`) : [],
    );
    expect(heard.filter(({ role }) => role === 'Lbl').map(({ text }) => letters(text))).toEqual(numbers);
    expect(new Set(heard.map(({ role }) => role))).toEqual(new Set(['P', 'H1', 'H2', 'Lbl', 'LBody']));
  });

  it('stands on A4 between margins of 30, 15, 20 and 20 mm; only a hyphen may hang over the right one', async () => {
    const { ink } = await read(letter);
    const text = ink.filter(({ size }) => size === 14);
    const edge = (points: number) => Math.round(points / millimetre);
    expect(edge(Math.min(...text.map(({ left }) => left)))).toBe(30);
    expect(Math.max(...text.map(({ right }) => right))).toBeLessThan((210 - 15) * millimetre + 3);
    expect(Math.min(...text.map(({ bottom }) => bottom))).toBeGreaterThan(20 * millimetre);
    expect(Math.max(...text.map(({ bottom }) => bottom))).toBeLessThan((297 - 20) * millimetre - 12);
    expect(edge(ink.find(({ text: words }) => words.startsWith('Председателю'))?.left ?? 0)).toBe(110);
  });

  it('fills every line of a paragraph and of a list to the right margin, but for the last one', async () => {
    const long = letter.blocks.filter(({ kind }) => kind === 'text' || kind === 'list').flatMap(paragraphsOf);
    for (const paragraph of long.filter((one) => plain(one).length > 200)) {
      for (const block of [
        { id: 'text', kind: 'text', paragraphs: [paragraph] },
        { id: 'list', kind: 'list', items: [{ id: 'item', text: paragraph }] },
      ] satisfies Block[]) {
        const { ink } = await read({ ...letter, blocks: [block] });
        const lines = Map.groupBy(
          ink.filter(({ size }) => size === 14),
          ({ bottom }) => Math.round(bottom),
        );
        const ends = [...lines.values()].map((line) => Math.max(...line.map(({ right }) => right)));
        const short = ends.slice(0, -1).filter((end) => Math.abs(end - (210 - 15) * millimetre) > 3.2);
        expect([plain(paragraph), block.kind, short]).toEqual([plain(paragraph), block.kind, []]);
      }
    }
  });

  it('has every page numbered at its foot in 12 points, which no screen reader says', async () => {
    const { pages, ink, heard } = await read(letter);
    const feet = ink.filter(({ bottom }) => bottom < 20 * millimetre);
    expect(feet.map(({ page, text, size }) => [page, text, size])).toEqual(
      Array.from({ length: pages }, (_, index) => [index + 1, String(index + 1), 12]),
    );
    expect(heard.filter(({ text }) => /^\s*\d\s*$/.test(text))).toEqual([]);
  });

  it('is as tall line by line as in Word: 16.1 points, and 4 more between paragraphs', async () => {
    const { ink } = await read(letter);
    const first = ink.filter(({ page, left, size }) => page === 1 && size === 14 && left < 121);
    const heights = [...new Set(first.map(({ bottom }) => Math.round(bottom * 10) / 10))];
    const steps = heights.slice(1, 5).map((bottom, index) => (heights[index] ?? 0) - bottom);
    const word = [16.1, 16.1, 20.1, 16.1];
    expect(steps).toHaveLength(word.length);
    for (const [index, step] of steps.entries())
      expect(Math.abs(step - (word[index] ?? 0))).toBeLessThan(0.11);
  });
});

describe.skipIf(typstPath === undefined)('nobody signs an empty page', () => {
  /** The end of a letter, from its last list on, below so many lines that it falls on a page in every way. */
  function endBelow(lines: number, id: string, printouts: boolean): Document {
    const { blocks, ...document } = documentOf(id, { answers: { printouts } });
    const list = blocks.findLastIndex(({ kind }) => kind === 'list');
    const above = Array.from({ length: lines }, (): Paragraph => [{ text: 'Сообщаю.' }]);
    return { ...document, blocks: [{ id: 'above', kind: 'text', paragraphs: above }, ...blocks.slice(list)] };
  }

  it.each([
    ['the last request', 'prosecutor-appeal', false],
    ['the warning, and the last request before it', 'crime-report-media', false],
    ['the annexes', 'crime-report-media', true],
  ])('what stands before a signature goes with it: %s', async (_, id, printouts) => {
    const falls = new Set<string>();
    for (let lines = 8; lines < 40; lines++) {
      const { heard } = await read(endBelow(lines, id, printouts));
      const signed = heard.findIndex(({ text }) => letters(text).endsWith('М.А.Иванова'));
      const [item, before] = [heard.findLast(({ role }) => role === 'LBody'), heard[signed - 1]];
      expect([lines, item?.page, before?.page]).toEqual([lines, heard[signed]?.page, heard[signed]?.page]);
      falls.add(`${item?.page}: ${heard.filter(({ page }) => page === item?.page).length}`);
    }
    expect(falls.size).toBeGreaterThan(1);
  });
});
