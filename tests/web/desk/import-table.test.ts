/** A table of filings is read as spreadsheets write it; what is wrong is told by row and column, and never what stood there. */
import { describe, expect, it } from 'vitest';
import { readImport } from '#web/desk/import/read-import.ts';
import { library, openService } from '../../support/site.ts';

const { site } = openService();
const today = '2026-11-21';
const read = (table: string | Uint8Array) =>
  readImport(library, table, today, site.texts, ['срочно', 'ждёт, звонка']);

const headings = 'Документ;Куда;Как подано;Подано;Зарегистрировано;Номер регистрации;Регион;Заметка';
const row = 'crime-report-media;sk-central;post;05.11.2026;;;Пермский край;позвонить в декабре';

describe('a table from a spreadsheet', () => {
  it.each([
    ['with semicolons and Russian headings', `${headings}\r\n${row}\r\n`],
    ['with a mark at its beginning', `\ufeff${headings}\n${row}`],
    [
      'with commas, English headings and ISO days',
      'Document,Sent to,How filed,Filed\ncrime-report-media,sk-central,post,2026-11-05',
    ],
    [
      'with tabs and ids as headings',
      'document\toffice\tchannel\tfiled\ncrime-report-media\tsk-central\tpost\t5.11.2026',
    ],
    [
      'with midnight behind the day',
      'document,office,channel,filed\ncrime-report-media,sk-central,post,05.11.2026 0:00:00',
    ],
  ])('is read %s', async (_, table) => {
    const { rows, problems } = await read(table);
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        filing: {
          template: 'crime-report-media',
          authority: 'sk-central',
          channel: 'post',
          filed: '2026-11-05',
        },
      },
    ]);
  });

  it('is read in windows-1251, with names in place of ids', async () => {
    const office = library.authorities.get('sk-central')?.name.ru ?? '';
    const title = library.templates.get('crime-report-media')?.matter.title ?? '';
    const text = `${headings}\n"${title}";"${office}";"Почтой в России";05.11.2026;;;Пермь;`;
    const letters = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at));
    const { rows, problems } = await read(Uint8Array.from([...text], (letter) => letters.indexOf(letter)));
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([{ filing: { authority: 'sk-central' }, region: 'Пермь' }]);
  });

  it('tells each mistake by row and column, and not what stood there', async () => {
    const table = [
      headings,
      row,
      'no-such;sk-central;post;05.11.2026;;;;',
      'crime-report-media;sk-central;pigeon;2027-01-01;;;;',
      'crime-report-media;sk-central;post;31.02.2026;;123пр-26;;',
      'crime-report-media;gp-central;;05.11.2026;01.11.2026;1;;',
      'crime-report-media;sk-central;post;05.11.2026;;;;;лишнее',
    ].join('\n');
    const { rows, problems } = await read(table);
    expect(rows.map((one) => one.row)).toEqual([2, 7]);
    expect(problems.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [3, 'document', 'choice'],
      [4, 'channel', 'choice'],
      [4, 'filed', 'date-in-future'],
      [5, 'filed', 'date'],
      [5, 'registered', 'needs-day'],
      [6, 'channel', 'required'],
      [6, 'office', 'wrong-addressee'],
      [6, 'registered', 'event-before-sent'],
      [7, null, 'extra-cells'],
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/pigeon|no-such|123пр|лишнее/);
  });

  it.each([
    [
      'headings that nobody knows',
      'Документ;Фамилия;Как подано;Подано\n',
      [null, 'unknown-column'],
      ['office', 'missing-column'],
    ],
    ['a column twice', `${headings};Регион\n${row};Пермь`, ['region', 'column-twice']],
    ['no rows', `${headings}\n;;;\n`, [null, 'empty']],
    ['an open quotation mark', `${headings}\n"${row}`, [null, 'quotes']],
    ['no table at all', '', [null, 'missing']],
  ])('is refused as a whole where it has %s', async (_, table, ...expected) => {
    const { rows, problems } = await read(table);
    expect(rows).toEqual([]);
    if (table !== '') expect(problems.map(({ column, code }) => [column, code])).toEqual(expected);
    else expect(problems.length).toBeGreaterThan(0);
  });

  it('takes several events of a cell, as an export writes them, and the tags of the organisation', async () => {
    const head = 'document;office;channel;filed;События;Tags';
    const begin = 'crime-report-media;sk-central;post;05.10.2026';
    const names = site.texts('ru');
    const { rows, problems } = await read(
      [
        head,
        `${begin};"07.10.2026 ${names('clock.event.registered')} № 123пр-45/2026; 2026-10-16 extended";СРОЧНО`,
        `${begin};;"ждёт, звонка"`,
        `${begin};"16.10.2026 ${names('clock.event.transferred')}";`,
      ].join('\n'),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ filing, tags }) => [filing.events, tags])).toEqual([
      [
        [
          { kind: 'registered', date: '2026-10-07', number: '123пр-45/2026' },
          { kind: 'extended', date: '2026-10-16' },
        ],
        ['срочно'],
      ],
      [[], ['ждёт, звонка']],
      [[{ kind: 'transferred', date: '2026-10-16' }], undefined],
    ]);
  });

  it('tells of an event that is none, and of a tag that the organisation does not have', async () => {
    const begin = 'crime-report-media;sk-central;post;05.10.2026';
    const cells: [string, string, string][] = [
      ['зарегистрировано', '', 'events'],
      ['07.10.2026', '', 'events'],
      ['31.02.2026 extended', '', 'date'],
      ['07.10.2027 extended', '', 'date-in-future'],
      ['01.10.2026 extended', '', 'event-before-sent'],
      ['07.10.2026 sent', '', 'choice'],
      ['07.10.2026 танцевали', '', 'choice'],
      [`07.10.2026 answered № ${'1'.repeat(61)}`, '', 'too-long'],
      ['', 'Иванова', 'tag'],
      ['', 'срочно, Иванова', 'tag'],
    ];
    const lines = cells.map(([events, tags]) => `${begin};${events};${tags}`);
    const { problems } = await read(['document;office;channel;filed;events;tags', ...lines].join('\n'));
    expect(problems.map(({ row: at, code }) => [at, code])).toEqual(
      cells.map(([, , code], at) => [at + 2, code]),
    );
    expect(JSON.stringify(problems)).not.toMatch(/Иванова|танцевали/);
  });

  it('warns of rows that seem to be the same, and takes them all the same', async () => {
    const numbered = 'crime-report-media;sk-central;post;05.11.2026;06.11.2026;123пр-26;;';
    const { rows, problems, warnings } = await read([headings, row, row, numbered, numbered].join('\n'));
    expect([rows.length, problems]).toEqual([4, []]);
    expect(warnings).toEqual([
      { row: 3, column: null, code: 'duplicate', params: { row: 2 } },
      { row: 5, column: 'number', code: 'duplicate', params: { row: 4 } },
    ]);
  });
});

it('a table as wide as a file may be is refused after a look at its first columns', async () => {
  let asked = 0;
  const texts: typeof site.texts = (language) => {
    const t = site.texts(language);
    return Object.assign((...given: Parameters<typeof t>) => {
      asked++;
      return t(...given);
    }, t);
  };
  const { problems } = await readImport(library, 'a;'.repeat(400_000), today, texts, []);
  expect(problems[0]).toMatchObject({ code: 'unknown-column' });
  expect(asked).toBeLessThan(10_000);
});
