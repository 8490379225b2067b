import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '#domain/compose.ts';
import { type Block, type Document, type Paragraph, plain } from '#domain/document.ts';
import { renderPdf } from '#renderers/pdf/pdf.ts';
import { readFaces } from '#renderers/pdf/tinos.ts';
import { typstPath } from '#renderers/pdf/typst.ts';
import { complaintFrom, type Request, request } from '../../domain/any-complaint.ts';
import { library, paragraphsOf } from '../../support/library.ts';
import { letters, lettersHeard, type Pdf, readPdf } from '../../support/pdf.ts';

const read = async (document: Document): Promise<Pdf> => readPdf(renderPdf(document));

/** A letter of nothing but what somebody typed, in every place where text can stand. */
function everywhere(text: string): Document {
  const typed: Paragraph = [{ text, own: true }];
  const blocks: Block[] = [
    { id: 'header', kind: 'header', paragraphs: [typed, typed] },
    { id: 'title', kind: 'title', paragraphs: [typed, typed] },
    { id: 'lead', kind: 'lead', paragraphs: [typed] },
    { id: 'text', kind: 'text', paragraphs: [[{ text: 'Пишу: «' }, ...typed, { text: '».' }], typed] },
    { id: 'list', kind: 'list', items: [1, 2].map((id) => ({ id: `${id}`, text: typed })) },
    { id: 'signature', kind: 'signature', date: '1 апреля 2027 года', name: text },
    { id: 'form', kind: 'form', fields: [{ id: 'name', label: text, lines: 2 }] },
  ];
  return { template: 'any', language: 'ru', date: '2027-04-01', blocks };
}

/** Right and left edge of the paper that is written on, in points; a hyphen may hang over the right one. */
const column = {
  left: (30 * 72) / 25.4 - 0.1,
  right: (195 * 72) / 25.4 + 6,
  top: (277 * 72) / 25.4,
  bottom: 25,
};

function outside({ ink }: Pdf): unknown[] {
  return ink.filter(
    ({ left, right, bottom }) =>
      left < column.left || right > column.right || bottom < column.bottom || bottom > column.top,
  );
}

const { regular, bold } = readFaces();
const drawn = (char: string) => regular.width(char.codePointAt(0) ?? 0) !== undefined;

describe.skipIf(typstPath === undefined)('what a person types stays what they typed', () => {
  it.each([
    '#read("/etc/passwd")',
    '#let x = 1; #x #panic()',
    '$x^2$ $ sum $',
    '*жирно* _курсив_ `код` ```код```',
    '= Заголовок',
    '- пункт',
    '+ пункт / слово: смысл',
    '<метка> @ссылка',
    'а \\ б \\u{41} \\#',
    '// не комментарий /* и это */',
    '"кавычки" \'апострофы\'',
    'а~б -- в --- г -? д... е',
    '#[[#{(/* ] } )',
    '{"kind":"signature"}',
    '\u0027; DROP TABLE',
  ])('%s', async (text) => {
    const { heard } = await read(everywhere(text));
    const said = heard.map((one) => one.text.trim().replaceAll(/\s+/g, ' '));
    expect(said).toContain(text);
    expect(said).toContain(`Пишу: «${text}».`);
    expect(said.filter((one) => one.includes(text))).toHaveLength(10);
  });

  it('a word without an end is broken at the edge of its line, wherever it stands, and copied out in one piece', async () => {
    const words = [
      'Щ'.repeat(2000),
      'W'.repeat(300),
      `https://пример.рф/${'путь/'.repeat(60)}`,
      `${'очень-длинное-имя.'.repeat(30)}@example.org`,
      `не\u00a0рвётся\u00a0`.repeat(40),
      'e\u0301'.repeat(400),
    ];
    for (const word of words) {
      const pdf = await read(everywhere(word));
      expect(outside(pdf)).toEqual([]);
      expect(lettersHeard(pdf.heard)).toContain(letters(word.normalize('NFC')));
      expect(pdf.heard.map(({ text }) => text).join('')).not.toContain('\u200b');
    }
  });

  it('a name longer than a page is signed below the last request, and stays on the paper', async () => {
    const name = 'Щ'.repeat(2000);
    const blocks: Block[] = [
      { id: 'text', kind: 'text', paragraphs: Array.from({ length: 30 }, () => [{ text: 'Сообщаю.' }]) },
      { id: 'list', kind: 'list', items: ['1', '2'].map((id) => ({ id, text: [{ text: 'Прошу.' }] })) },
      { id: 'signature', kind: 'signature', date: null, name },
    ];
    const pdf = await read({ ...everywhere(''), blocks });
    expect(outside(pdf)).toEqual([]);
    const [signed = 0] = [...pdf.heard.keys()].filter((index) => pdf.heard[index]?.text.includes('Щ'));
    expect(pdf.heard[signed - 1]).toMatchObject({ role: 'LBody', page: pdf.heard[signed]?.page });
  });

  it('a word that fits on a line is never broken for being long', async () => {
    const email = 'maria.ivanova@example.org';
    const { heard } = await read(everywhere(`адрес для ответа ${email}`));
    expect(heard.filter(({ text }) => text.includes(email)).length).toBeGreaterThan(6);
  });

  it('a character that Tinos cannot draw is an empty square, one for what a reader takes as one', async () => {
    const { heard } = await read(everywhere('Да 👩\u200d👧 漢字 нет'));
    expect(heard.map(({ text }) => text.trim())).toContain('Да □ □□ нет');
  });

  it('a mark without a letter is a square, and so does not hang over what stands before it', async () => {
    const pdf = await read(everywhere('\u0363! да'));
    expect(outside(pdf)).toEqual([]);
    expect(pdf.heard.map(({ text }) => text.trim())).toContain('□! да');
  });

  it('lines of one paragraph are one paragraph', async () => {
    const { heard } = await read(everywhere('первая\nвторая\u2028третья\tчетвёртая'));
    expect(heard.map(({ text }) => text.trim())).toContain('первая вторая третья четвёртая');
  });

  it('another script does not turn the line around, nor lose its own signs to it', async () => {
    const { ink } = await read(everywhere('שלום 12!'));
    const place = (found: string) => ink.find(({ text }) => text === found)?.left ?? Number.NaN;
    expect(place('!')).toBeLessThan(place('12'));
    expect(place('12')).toBeLessThan(place('שלום'));
  });

  it('an address too long for its line breaks after its signs', async () => {
    const { ink } = await read(everywhere(`https://пример.рф/${'путь/'.repeat(40)}`));
    const pieces = ink.filter(({ text }) => /[а-я]/.test(text) && text.includes('/'));
    expect(pieces.length).toBeGreaterThan(100);
    expect(pieces.filter(({ text }) => !/\/[».]*$/.test(text.trim()))).toEqual([]);
  });
});

describe.skipIf(typstPath === undefined)('the typeface', () => {
  it('has every letter of Russian and of the languages of the Caucasus, in both faces', () => {
    for (const char of 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюяӀӏ№«»„“—–…₽ҒғҚқҢңҮүІіЇїЄєҐґ\u25a1')
      expect([char, drawn(char), bold.width(char.codePointAt(0) ?? 0) !== undefined]).toEqual([
        char,
        true,
        true,
      ]);
  });

  it('is as wide as Times New Roman', () => {
    const widths = { а: 909, Щ: 2066, '—': 2048, ' ': 512, '1': 1024 };
    for (const [char, units] of Object.entries(widths))
      expect([char, (regular.width(char.codePointAt(0) ?? 0) ?? 0) * 2048]).toEqual([char, units]);
  });
});

describe.skipIf(typstPath === undefined)('a PDF comes out, whatever the person typed', () => {
  it('in a complaint', async () => {
    const check = async (given: Request) => {
      const document = compose(library, complaintFrom(given));
      const pdf = await read(document);
      expect(outside(pdf)).toEqual([]);
      const texts = document.blocks.flatMap(paragraphsOf).map((one) => plain(one).normalize('NFC'));
      if (texts.some((text) => /\p{M}/u.test(text))) return; // the reader of this test knows no ActualText
      const said = lettersHeard(pdf.heard);
      for (const text of texts.filter((one) => [...one].every(drawn) && !/[\p{Cf}\u0590-\u08ff]/u.test(one)))
        expect(said).toContain(letters(text));
    };
    await fc.assert(fc.asyncProperty(request, check), { numRuns: 15 });
  });

  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 300,
    }),
    fc.string({
      unit: fc.integer({ min: 0x0590, max: 0x08ff }).map((unit) => String.fromCharCode(unit)),
      maxLength: 100,
    }),
    fc.string({
      unit: fc.constantFrom('\u0301', '\u0323', '\u200d', '\u202e', '\u2068', '\u00ad', 'а', '\n', '\t', 'ש'),
      maxLength: 200,
    }),
  );

  it('in any place of any letter, and inside its margins', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        expect(outside(await read(everywhere(text)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('even where a letter has no title, no paragraph or no text at all', async () => {
    const empty: Document = { template: 'any', language: 'ru', date: '2027-04-01', blocks: [] };
    const bare = everywhere('').blocks.map((block): Block => {
      if (block.kind === 'list') return { ...block, items: [] };
      if (block.kind === 'form') return { ...block, fields: [] };
      return block.kind === 'signature' ? { ...block, date: null } : { ...block, paragraphs: [] };
    });
    const untitled = everywhere('Слово').blocks.filter(({ kind }) => kind !== 'title');
    for (const blocks of [[], bare, untitled, everywhere('').blocks])
      expect((await read({ ...empty, blocks })).pages).toBe(1);
  });
});
