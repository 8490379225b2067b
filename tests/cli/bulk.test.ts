/** Somebody who prepares many sheets, for many people, and keeps no list of them. */
import { mkdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { columns } from '#cli/columns.ts';
import { fileRefusal, Refusal, stopsAll } from '#cli/refusal.ts';
import { complaintSchema } from '#domain/complaint.ts';
import { reportTemplates } from '#domain/library.ts';
import { canary, traceIn } from '../web/canary.ts';
import { blank, named, site, Terminal } from './terminal.ts';

const { lastName, firstName, address } = canary;

describe('somebody with a folder of answers', () => {
  it('gets a folder of documents that only they can read', async () => {
    const terminal = new Terminal();
    const { blank: _, ...unsaid } = blank;
    terminal.write('in/second.json', blank);
    terminal.write('in/first.JSON', unsaid);
    terminal.write('in/notes.txt', 'no answers');
    terminal.write('in/._first.json', 'leavings');
    terminal.write('in/more/third.json', blank);
    const told = await terminal.compose(['in', 'out']);
    expect(told).toEqual({ exit: 0, output: '', messages: 'Составлено документов: 2 из 2.\n' });
    expect(terminal.list('out')).toEqual(['first.docx', 'second.docx']);
    expect(statSync(terminal.path('out')).mode & 0o777).toBe(0o700);
    expect(statSync(terminal.path('out/first.docx')).mode & 0o777).toBe(0o600);
  });

  it('is refused every file that holds a name, file by file, with the reason', async () => {
    const terminal = new Terminal();
    terminal.write('in/a.json', {
      ...named,
      applicant: { ...named.applicant, lastName, firstName, address },
    });
    terminal.write('in/b.json', blank);
    terminal.write('in/c.json', { ...blank, applicant: {} });
    const told = await terminal.compose(['in', 'out', '--format', 'txt']);
    expect(told.exit).toBe(1);
    expect(terminal.list('out')).toEqual(['b.txt']);
    expect(told.messages).toMatch(/^ {2}a\.json\n {4}.*обыске.*--blank\.\n {2}c\.json\n/m);
    expect(traceIn(told.messages)).toBeUndefined();
  });

  it('or gets sheets without it, where they ask for that', async () => {
    const terminal = new Terminal();
    terminal.write('in/a.json', {
      ...named,
      applicant: { ...named.applicant, lastName, firstName, address },
    });
    expect(await terminal.compose(['in', 'out', '--format', 'txt', '--blank'])).toMatchObject({ exit: 0 });
    expect(terminal.read('out/a.txt')).toContain('полностью):');
    expect(traceIn(terminal.read('out/a.txt'))).toBeUndefined();
  });

  it('reads of each failure by name, in order, and the others are made', async () => {
    const terminal = new Terminal();
    mkdirSync(terminal.path('in'));
    mkdirSync(terminal.path('in/folder.json'));
    symlinkSync('nowhere', terminal.path('in/link.json'));
    terminal.write('in/broken.json', '{');
    terminal.write('in/wrong.json', { ...blank, authority: 'nobody' });
    terminal.write('in/same.json', blank);
    terminal.write('in/same.JSON', blank);
    terminal.write('in/right.json', blank);
    terminal.write('in/tidy\u202e\n\u001b[31m.json', { template: 'nothing' });
    terminal.write('out/right.docx', 'signed');
    const told = await terminal.compose(['in', 'out']);
    expect(told.exit).toBe(1);
    expect(terminal.list('out')).toEqual(['right.docx', 'same.docx']);
    expect(terminal.read('out/right.docx')).toBe('signed');
    expect(told.messages.split('\n').filter((line) => /^ {2}\S/.test(line))).toEqual(
      [
        'broken.json',
        'folder.json',
        'link.json',
        'right.json',
        'same.json',
        'tidy [31m.json',
        'wrong.json',
      ].map((name) => `  ${name}`),
    );
    expect(told.messages).toContain('Составлено документов: 1 из 8.\nНе составлено: 7.\n');
    expect(told.messages).toContain('    authority: Выберите');
    expect(told.messages).toContain('  folder.json\n    Это не файл.');
    for (const character of ['\u202e', '\u001b']) expect(told.messages).not.toContain(character);
  });

  it('gets no document in the place of another of the same run', async () => {
    const terminal = new Terminal();
    terminal.write('in/a.json', blank);
    terminal.write('in/a.JSON', blank);
    const told = await terminal.compose(['in', 'out', '--force']);
    expect([told.exit, terminal.list('out')]).toEqual([1, ['a.docx']]);
    expect(told.messages).toContain('в этом запуске уже есть');
  });

  it('is told where there is nothing to do, or no place for it', async () => {
    const terminal = new Terminal();
    mkdirSync(terminal.path('empty'));
    expect(await terminal.compose(['empty', 'out'])).toMatchObject({ exit: 2 });
    terminal.write('in/a.json', blank);
    terminal.write('file', '');
    expect(await terminal.compose(['in', 'file'])).toMatchObject({ exit: 2 });
    expect(await terminal.compose(['in', 'in', '--format', 'json', '--force'])).toMatchObject({ exit: 2 });
    expect(await terminal.compose(['in', 'out', '--format', 'rtf'])).toMatchObject({ exit: 2 });
    expect(terminal.list('.')).toEqual(['empty', 'file', 'in']);
  });
});

describe('how far it is', () => {
  it('is shown on a terminal, and wiped before the report', async () => {
    const terminal = new Terminal();
    for (const name of ['a', 'b', 'c', 'd']) terminal.write(`in/${name}.json`, blank);
    const { messages, output } = await terminal.compose(['in', 'out', '--format', 'txt'], { isTTY: true });
    expect(messages).toContain(`\r[${'#'.repeat(15)}${'-'.repeat(15)}] 50 % (2/4)`);
    expect(messages.endsWith('100 % (4/4)\r\u001b[KСоставлено документов: 4 из 4.\n')).toBe(true);
    expect(output).toBe('');
  });

  it('is shown to no file, and to nobody who wants silence', async () => {
    const terminal = new Terminal();
    terminal.write('in/a.json', blank);
    expect((await terminal.compose(['in', 'out1'])).messages).not.toContain('#');
    expect((await terminal.compose(['in', 'out2', '--quiet'], { isTTY: true })).messages).toBe('');
    terminal.write('in/b.json', '{');
    expect((await terminal.compose(['in', 'out3', '--quiet'])).messages).toContain('b.json');
  });
});

it('somebody who stops it finds whole documents and is told how many are left', async () => {
  const terminal = new Terminal();
  for (const name of ['a', 'b', 'c']) terminal.write(`in/${name}.json`, blank);
  const stop = new AbortController();
  const render = () => {
    stop.abort();
    return 'whole';
  };
  const told = await terminal.compose(['in', 'out', '--format', 'txt'], {
    stop: stop.signal,
    formats: { txt: { extension: 'txt', render } },
  });
  expect(told.exit).toBe(130);
  expect(told.messages).toContain('До остальных дело не дошло: 2.');
  expect(terminal.list('out')).toEqual(['a.txt']);
});

describe('a disk that takes no more', () => {
  it.each([
    ['ENOSPC', 'cli.file.full', true],
    ['EDQUOT', 'cli.file.full', true],
    ['EROFS', 'cli.file.readOnly', true],
    ['EACCES', 'cli.file.denied', true],
    ['ENAMETOOLONG', 'cli.file.longName', false],
    ['EWHATEVER', 'cli.file.other', false],
  ])('%s is told in a sentence, and the rest is not tried in vain: %s, %s', (code, key, last) => {
    const refusal = fileRefusal(Object.assign(new Error('no'), { code }), 'writing');
    expect(refusal).toMatchObject({ key, exit: 1 });
    expect(refusal instanceof Refusal && stopsAll(refusal)).toBe(last);
  });

  it('a file that may not be read is one failure and no more', () => {
    const refusal = fileRefusal(Object.assign(new Error('no'), { code: 'EACCES' }));
    expect(refusal instanceof Refusal && stopsAll(refusal)).toBe(false);
  });

  it('a fault of the program is no sentence', () => {
    const fault = new TypeError('fault');
    expect(fileRefusal(fault)).toBe(fault);
  });
});

describe('a table', () => {
  const header = 'template;authority;answers.episode;answers.sources;answers.ownWords';
  const row = 'crime-report-media;sk-central;2017;ng-2017-04-01|tass-2017-04-17';

  async function made(table: string | Uint8Array, words: string[] = []) {
    const terminal = new Terminal();
    terminal.write('in.csv', table);
    return { terminal, ...(await terminal.compose(['in.csv', 'out', '--format', 'txt', ...words])) };
  }

  it.each([
    ['semicolons, as a Russian spreadsheet has it', `\ufeff${header}\r\n${row};"Первое; ""второе""."\r\n`],
    ['commas', `${header}\n${row};"Первое; ""второе""."`.replaceAll(';', ',').replace('Первое,', 'Первое;')],
    [
      'tabs and spaces',
      `${header}\t\n${row};"Первое; ""второе""."\n\n`.replaceAll(/;(?! )/g, ' \t').replaceAll(' \t"', '\t"'),
    ],
    ['old line ends', `${header}\r${row};"Первое; ""второе""."\r`],
  ])('of %s becomes numbered sheets without names', async (_, table) => {
    const { terminal, exit, messages } = await made(table);
    expect([exit, messages]).toEqual([0, 'Составлено документов: 1 из 1.\n']);
    expect(terminal.list('out')).toEqual(['0001-zayavlenie-2026-12-01.txt']);
    const letter = terminal.read('out/0001-zayavlenie-2026-12-01.txt');
    expect(letter).toContain('полностью):');
    expect(letter).toContain('Первое; "второе".');
    expect(letter).toContain('ТАСС');
  });

  it('may give every answer but those about a person', () => {
    for (const template of reportTemplates(site.library)) {
      const schema = z.toJSONSchema(complaintSchema(site.library, template), { io: 'input' });
      const text = JSON.stringify(schema);
      for (const { path } of columns) {
        const field = path.split('.').at(-1) ?? '';
        expect(text).toContain(`"${field}":`);
      }
      const shape = z.object({ oneOf: z.array(z.object({ properties: z.record(z.string(), z.json()) })) });
      const answers = z.object({ properties: z.record(z.string(), z.json()) });
      const [, sheet] = shape.parse(schema).oneOf;
      const top = Object.keys(sheet?.properties ?? {}).filter((name) => name !== 'answers');
      const inner = Object.keys(answers.parse(sheet?.properties.answers).properties).map(
        (name) => `answers.${name}`,
      );
      const known = columns.map(({ path }) => path);
      const missing = [...top, ...inner].filter(
        (name) => !known.some((path) => `${path}.`.startsWith(`${name}.`)),
      );
      expect(missing).toEqual(['blank', 'applicant'].filter((name) => top.includes(name)));
    }
  });

  it('gives dates, boxes and publications of one’s own', async () => {
    const { terminal, exit } = await made(
      [
        'template,authority,date,filedFrom,answers.episode,answers.reports,answers.acts.kinds,answers.acts.from,answers.acts.to,answers.printouts,answers.ownSources.1.title,answers.ownSources.1.outlet,answers.ownSources.1.date,answers.ownSources.0.title,answers.requests',
        'crime-report-media,sk-central,05.12.2026,abroad,other,Газета сообщила о похищении.,abduction|torture,01.03.2024,2024-03-02,нет,Пропали люди,Газета,05.03.2024,,register | notify',
      ].join('\n'),
    );
    expect(exit).toBe(0);
    const letter = terminal.read('out/0001-zayavlenie-2026-12-05.txt').replaceAll('\u00a0', ' ');
    expect(letter).toContain('«Пропали люди» — «Газета», 5 марта 2024 года');
    expect(letter).toContain('в период с 1 марта 2024 года по 2 марта 2024 года');
    expect(letter).not.toContain('Приложения');
  });

  it.each([
    'applicant.lastName',
    'applicant',
    'Фамилия',
    'ФИО',
    'Ф.И.О.',
    'Имя',
    'last name',
    'Full Name',
    'Адрес',
    'Телефон',
    'e-mail',
    'Дата рождения',
    'паспорт',
  ])('with a column %s is refused whole, with the reason and the number of the column', async (heading) => {
    const { terminal, exit, messages } = await made(`${header};${heading}\n${row};слова;${lastName}\n`);
    expect(exit).toBe(2);
    expect(messages).toMatch(/^Столбец 6: .*обыске/u);
    expect(traceIn(messages)).toBeUndefined();
    expect(terminal.list('.')).toEqual(['in.csv']);
  });

  it('without its first row repeats nothing of what stands there', async () => {
    const { exit, messages } = await made(`${lastName};${firstName};${address}\n`);
    expect(exit).toBe(2);
    expect(messages).toContain('Столбец 1: ');
    expect(traceIn(messages)).toBeUndefined();
  });

  it('reads of each mistake by row and column, counted as a spreadsheet counts', async () => {
    const { terminal, exit, messages } = await made(
      [
        header,
        `${row};"слова\nв две строки"`,
        ';;;;',
        `crime-report-media;${lastName};2017;ng-2017-04-01|${lastName};слова`,
        `${row};слова;${lastName}`,
        'crime-report-media;sk-central',
        `${row};слова`,
      ].join('\n'),
    );
    expect(exit).toBe(1);
    expect(messages).toContain('  Строка 4\n    authority: Выберите');
    expect(messages).toContain('    answers.sources.1: ');
    expect(messages).toMatch(/ {2}Строка 5\n {4}В этой строке больше ячеек, чем столбцов в первой \(5\)/u);
    expect(messages).toMatch(/ {2}Строка 6\n {4}answers\.episode: Заполните/u);
    expect(traceIn(messages)).toBeUndefined();
    expect(terminal.list('out')).toEqual([
      '0001-zayavlenie-2026-12-01.txt',
      '0005-zayavlenie-2026-12-01.txt',
    ]);
  });

  it.each<[string, string | Uint8Array, number, string]>([
    ['that is empty', '', 2, 'нет ни одной строки'],
    ['without rows', `${header}\n;;;;\n`, 2, 'нет ни одной строки'],
    ['with an open quotation mark', `${header}\n${row};"слова\n`, 1, 'кавычка'],
    ['with a quotation mark out of place', `${header}\n${row};сло"ва"\n`, 1, 'Строка 2 файла: кавычка'],
    ['in another encoding', Uint8Array.of(0xcf, 0xf0), 1, 'UTF-8'],
    ['with a column twice', `${header};template\n${row};слова;x\n`, 2, 'Столбец 6'],
    ['with a column of nothing', `${header};nothing\n${row};слова;x\n`, 2, 'Столбец 6: такого ответа нет'],
    ['with a column of prototypes', `${header};__proto__.x\n${row};слова;x\n`, 2, 'Столбец 6'],
  ])('%s is refused in a sentence', async (_, table, exit, sentence) => {
    const told = await made(table);
    expect(told.exit).toBe(exit);
    expect(told.messages).toContain(sentence);
  });
});
