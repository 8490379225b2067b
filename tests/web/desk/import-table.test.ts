/** A table of filings is read as spreadsheets write it; what is wrong is told by row and column, and never what stood there. */
import { describe, expect, it } from 'vitest';
import { readImport } from '#web/desk/import/read-import.ts';
import { library, openService } from '../../support/site.ts';

const { site } = openService();
const today = '2026-11-21';
const read = (table: string | Uint8Array) => readImport(library, table, today, site.texts);

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
