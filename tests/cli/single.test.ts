/** Somebody with one file of answers and no service. */
import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { canary, canaryBody, traceIn } from '../web/canary.ts';
import { blank, named, site, Terminal } from './terminal.ts';

it('gets a document that only they can read, in the format that its name ends in', async () => {
  const terminal = new Terminal();
  terminal.write('a.json', named);
  expect(await terminal.compose(['a.json', 'out.txt'])).toEqual({ exit: 0, output: '', messages: '' });
  expect(terminal.read('out.txt')).toContain('Ивановой Марии Алексеевны');
  expect(statSync(terminal.path('out.txt')).mode & 0o777).toBe(0o600);
  expect(await terminal.compose(['a.json', 'out.DOCX'])).toMatchObject({ exit: 0 });
  expect(terminal.read('out.DOCX').slice(0, 2)).toBe('PK');
  expect(terminal.list('.')).toEqual(['a.json', 'out.DOCX', 'out.txt']);
});

it('pipes answers in and the document out, and nothing else comes out', async () => {
  const terminal = new Terminal();
  const { exit, output, messages } = await terminal.compose(['-', '-', '--format', 'txt'], {
    input: `\ufeff${JSON.stringify(named)}`,
  });
  expect([exit, messages]).toEqual([0, '']);
  expect(output).toMatch(/^Председателю/u);
  expect(output).toMatch(/Иванова\n$/u);
});

it('stops the program while it waits for the rest of the answers', async () => {
  const stop = new AbortController();
  const input = new PassThrough();
  input.write('{');
  setTimeout(() => stop.abort(), 20);
  const told = await new Terminal().compose(['-', '-', '--format', 'txt'], { input, stop: stop.signal });
  expect(told).toEqual({ exit: 130, output: '', messages: '' });
});

it('asks for a sheet without a name, whatever name is in the answers', async () => {
  const terminal = new Terminal();
  terminal.write('a.json', named);
  await terminal.compose(['a.json', 'sheet.txt', '--blank']);
  expect(terminal.read('sheet.txt')).toContain('полностью):');
  expect(terminal.read('sheet.txt')).not.toContain('Иванов');
});

it('loses no file that is there, unless they say so', async () => {
  const terminal = new Terminal();
  terminal.write('a.json', blank);
  terminal.write('signed.txt', 'signed');
  const told = await terminal.compose(['a.json', 'signed.txt']);
  expect(told.exit).toBe(1);
  expect(told.messages).toContain('Такой файл уже есть');
  expect(terminal.read('signed.txt')).toBe('signed');
  expect(await terminal.compose(['a.json', 'signed.txt', '--force'])).toMatchObject({ exit: 0 });
  expect(terminal.read('signed.txt')).toContain('Председателю');
});

it('does not write through a link to another file, nor over the answers', async () => {
  const terminal = new Terminal();
  terminal.write('a.json', blank);
  terminal.write('other.txt', 'other');
  symlinkSync('other.txt', terminal.path('link.txt'));
  symlinkSync('nowhere.txt', terminal.path('broken.txt'));
  expect(await terminal.compose(['a.json', 'broken.txt'])).toMatchObject({ exit: 1 });
  expect(await terminal.compose(['a.json', 'link.txt', '--force'])).toMatchObject({ exit: 0 });
  expect(terminal.read('other.txt')).toBe('other');
  expect(await terminal.compose(['a.json', './a.json', '--force'])).toMatchObject({ exit: 2 });
  expect(JSON.parse(terminal.read('a.json'))).toEqual(blank);
});

describe('somebody whose answers have to be mended', () => {
  it.each([
    ['ru', 'answers.requests: Отметьте хотя бы одну просьбу.'],
    ['en', 'answers.requests: Tick at least one request.'],
  ])('is told each field in %s, and nothing they typed', async (language, sentence) => {
    const terminal = new Terminal();
    terminal.write('a.json', { ...blank, answers: { ...blank.answers, requests: [], ownWords: 5 } });
    const told = await terminal.compose(['a.json', 'out.docx', '--language', language]);
    expect(told.exit).toBe(1);
    expect(told.messages).toContain(sentence);
    expect(told.messages).toMatch(/^ {2}answers\.ownWords: /m);
    expect(terminal.list('.')).toEqual(['a.json']);
  });

  it('never reads their name in a message', async () => {
    const terminal = new Terminal();
    terminal.write('a.json', canaryBody('crime-report-media'));
    terminal.write('b.json', `{"applicant": {"lastName": "${canary.lastName}"`);
    for (const name of ['a.json', 'b.json']) {
      const { exit, messages } = await terminal.compose([name, 'out.docx']);
      expect(exit).toBe(1);
      expect(messages.length).toBeGreaterThan(20);
      expect(traceIn(messages)).toBeUndefined();
    }
  });

  it.each<[string, string | Uint8Array | object, string]>([
    ['no complaint is named', {}, 'template: Заполните'],
    ['a complaint that is not there', { template: 'nothing' }, 'template: Выберите'],
    ['a list', [], 'template: Заполните'],
    ['a word', '"word"', 'template: Заполните'],
    ['nothing', '', 'Это не JSON'],
    ['another encoding', Uint8Array.of(0x22, 0xcf, 0xf0, 0x22), 'UTF-8'],
    ['more than a megabyte', `"${'x'.repeat(1024 * 1024)}"`, 'больше 1 МБ'],
  ])('%s', async (_, content, sentence) => {
    const terminal = new Terminal();
    terminal.write('a.json', content);
    const told = await terminal.compose(['a.json', 'out.docx']);
    expect(told.exit).toBe(1);
    expect(told.messages).toContain(sentence);
  });
});

describe('somebody who mistypes the command is told what to do, and nothing is written', () => {
  it.each<[string, string[], string]>([
    ['nothing', [], 'Нужны два имени'],
    ['one name', ['a.json'], 'Нужны два имени'],
    ['three names', ['a.json', 'b.docx', 'c.docx'], 'Нужны два имени'],
    ['an unknown option', ['a.json', 'b.docx', '--name=Иванов'], 'Такого ключа нет'],
    ['an option without its value', ['a.json', 'b.docx', '--format'], 'Такого ключа нет'],
    ['a foreign language', ['a.json', 'b.docx', '--language', 'eo'], `Языки: ${languages.join(', ')}.`],
    ['no format', ['a.json', 'b'], 'в каком формате'],
    ['an unknown format', ['a.json', 'b.rtf'], 'docx'],
    ['two formats', ['a.json', 'b.docx', '--format', 'txt'], 'разные форматы'],
    ['no format for standard output', ['a.json', '-'], 'в каком формате'],
    ['a folder into a stream', ['.', '-'], 'назовите папку'],
    ['an example of nothing', ['--example', 'nothing'], 'crime-report-media'],
  ])('%s', async (_, words, sentence) => {
    const terminal = new Terminal();
    terminal.write('a.json', named);
    const told = await terminal.compose(words);
    expect(told.exit).toBe(2);
    expect(told.messages).toContain(sentence);
    expect(told.messages).toContain('--help');
    expect(told.messages).not.toContain('Иванов');
    expect([terminal.list('.'), told.output]).toEqual([['a.json'], '']);
  });

  it('a document that a screen cannot show', async () => {
    const terminal = new Terminal();
    terminal.write('a.json', blank);
    const told = await terminal.compose(['a.json', '-', '--format', 'docx'], { isTTY: true });
    expect([told.exit, told.output]).toEqual([2, '']);
  });
});

it('a file or folder that is not there, or may not be read, is told in a sentence', async () => {
  const terminal = new Terminal();
  terminal.write('a.json', blank);
  expect((await terminal.compose(['b.json', 'out.txt'])).messages).toContain('нет. Проверьте путь');
  expect((await terminal.compose(['a.json', 'nowhere/out.txt'])).messages).toContain('нет. Проверьте путь');
  mkdirSync(terminal.path('out.txt'));
  expect((await terminal.compose(['a.json', 'out.txt', '--force'])).messages).toContain('есть папка');
  if (process.getuid?.() === 0) return; // root may read and write everything
  chmodSync(terminal.path('a.json'), 0);
  expect((await terminal.compose(['a.json', 'b.txt'])).messages).toContain('прочитать');
});

describe('somebody asks', () => {
  it.each(languages)('for help in %s, and reads why many documents take no names', async (language) => {
    const told = await new Terminal().compose(['--help', `--language=${language}`]);
    expect(told.exit).toBe(0);
    const inOneLine = told.output.replace(/\s+/g, ' ');
    expect(inOneLine).toContain(site.texts(language)('cli.help.names.text').replace(/\s+/g, ' '));
    for (const word of ['--blank', '--force', '--format', '--example', '.csv', 'docx, '])
      expect(told.output).toContain(word);
    for (const line of told.output.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it.each([...site.library.templates.keys()])('for an example of %s that works as it is', async (id) => {
    const terminal = new Terminal();
    for (const words of [
      ['--example', id],
      ['--example', id, '--blank'],
    ]) {
      const { output } = await terminal.compose(words);
      terminal.write('a.json', output);
      expect(await terminal.compose(['a.json', 'out.txt', '--force'])).toMatchObject({ exit: 0 });
    }
    expect(terminal.read('out.txt')).toContain('полностью):');
  });

  it('what can be named, and finds every id', async () => {
    const { output } = await new Terminal().compose(['--list']);
    for (const { authority, answers } of [named]) {
      expect(output).toContain(`    ${authority}  `);
      for (const id of [answers.episode, ...answers.sources, ...answers.requests])
        expect(output).toMatch(new RegExp(`^ {4}${id}(?: |$)`, 'm'));
    }
  });

  it('in the language of the machine, and in English where it has none', async () => {
    const told = async (locale: string | undefined) =>
      (await new Terminal().compose([], { locale })).messages;
    expect(await told('ru_RU.UTF-8')).toContain('Нужны');
    for (const locale of ['en_GB.UTF-8', 'C', undefined, 'eo'])
      expect(await told(locale)).toContain('needed');
  });
});
