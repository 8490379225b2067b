/** The real program on a real disk: what the shell is told, and what is left behind when it is cut off. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { blank, named, Terminal } from './terminal.ts';

const program = join(import.meta.dirname, '../../src/compose.ts');

function launch(terminal: Terminal, words: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: terminal.folder,
    env: { LANG: 'en_GB.UTF-8', ...environment },
  });
  const said = { output: Buffer.alloc(0), messages: '' };
  child.stdout.on('data', (data: Buffer) => {
    said.output = Buffer.concat([said.output, data]);
  });
  child.stderr.on('data', (data: Buffer) => {
    said.messages += data.toString();
  });
  const exit = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  return { child, said, exit };
}

describe.concurrent('the program', () => {
  it('takes answers from a pipe and pours a document into another', async ({ expect, onTestFinished }) => {
    const { child, said, exit } = launch(new Terminal(onTestFinished), ['-', '-', '--format', 'docx']);
    child.stdin.end(JSON.stringify(named));
    expect(await exit).toBe(0);
    expect(said.messages).toBe('');
    expect(said.output.subarray(0, 2).toString()).toBe('PK');
  });

  it('reads paths from where npm was called, and mends nothing silently', async ({
    expect,
    onTestFinished,
  }) => {
    const terminal = new Terminal(onTestFinished);
    terminal.write('there/a.json', { ...blank, authority: 'nobody' });
    const { said, exit } = launch(terminal, ['a.json', 'out.docx'], { INIT_CWD: terminal.path('there') });
    expect(await exit).toBe(1);
    expect(said.messages).toBe(
      'No document was made. What has to be mended:\n  authority: Choose one of the options offered.\n',
    );
    expect(terminal.list('there')).toEqual(['a.json']);
  });

  it('ends without a stack when nobody reads on', async ({ expect, onTestFinished }) => {
    const terminal = new Terminal(onTestFinished);
    terminal.write('a.json', blank);
    const { child, said, exit } = launch(terminal, ['a.json', '-', '--format', 'txt']);
    child.stdout.destroy();
    expect(await exit).toBe(1);
    expect(said.messages).toBe('');
  });

  it('leaves whole files alone when it is stopped, and says so to the shell', async ({
    expect,
    onTestFinished,
  }) => {
    const terminal = new Terminal(onTestFinished);
    for (let number = 1000; number < 4000; number++) terminal.write(`in/${number}.json`, blank);
    const { child, said, exit } = launch(terminal, ['in', 'out', '--format', 'txt']);
    await expect.poll(() => existsSync(terminal.path('out/1003.txt')), { interval: 5 }).toBe(true);
    child.kill('SIGINT');
    expect(await exit).toBe(130);
    expect(said.messages).toMatch(/^Documents made: \d+ of 3000\.\nNot reached: \d+\.\n$/);
    const made = terminal.list('out');
    expect(made.length).toBe(Number(/\d+/.exec(said.messages)?.[0]));
    const [first = ''] = made.map((name) => terminal.read(`out/${name}`));
    for (const name of made) expect(terminal.read(`out/${name}`)).toBe(first);
  });
});
