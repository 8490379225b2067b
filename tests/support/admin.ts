/** The command line of the register, as it is typed: in this process, or as the program that people start, on the database of a test. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { run } from '#admin/run.ts';
import { installationSalt } from '../../src/register/installation.ts';
import { openDb } from '../../src/register/open-register.ts';
import { library } from './library.ts';

export type Place = { dataDir: string; databaseUrl: string | undefined };
export type Said = { code: number | null; out: string; err: string };
type Typed = {
  /** What the person types when asked. */
  input?: string;
  /** Where the person stands: relative paths begin there. */
  folder?: string;
};
type Started = Typed & { env?: Record<string, string>; signal?: AbortSignal };

const root = join(import.meta.dirname, '../..');
const program = join(root, 'src/admin.ts');

/** All of it but the environment and the terminal: starting a program costs ten times as much as what most commands do. */
export async function admin(place: Place, words: readonly string[], typed: Typed = {}): Promise<Said> {
  const told = { out: '', err: '' };
  const now = () => new Date();
  const code = await run(words, {
    now,
    folder: typed.folder ?? root,
    address: 'http://127.0.0.1:3000',
    print: (text) => {
      told.out += `${text}\n`;
    },
    say: (text) => {
      told.err += `${text}\n`;
    },
    ask: async () => typed.input?.trimEnd() ?? '',
    withRegister: async (work) => {
      const db = await openDb({ ...place, library, now }, { patient: true });
      try {
        await installationSalt(db);
        return await work(db);
      } finally {
        await db.kysely.destroy();
      }
    },
  });
  return { code, ...told };
}

/** The program itself. */
export function startAdmin(place: Place, words: readonly string[], options: Started = {}): Promise<Said> {
  return said(process.execPath, [program, ...words], place, options);
}

/** With npm before it, as the guide says. */
export function npmAdmin(place: Place, words: readonly string[], options: Started = {}): Promise<Said> {
  return said('npm', ['run', '-s', 'admin', '--', ...words], place, options);
}

function said(command: string, words: string[], place: Place, options: Started): Promise<Said> {
  const { PATH, HOME } = process.env;
  const child = spawn(command, words, {
    cwd: root,
    env: {
      PATH,
      HOME,
      DATA_DIR: place.dataDir,
      DATABASE_URL: place.databaseUrl,
      INIT_CWD: options.folder,
      ...options.env,
    },
    ...(options.signal ? { signal: options.signal, killSignal: 'SIGKILL' } : {}),
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  child.on('error', () => {}); // stopped by the test
  child.stdin.end(options.input ?? '');
  return new Promise((done) => {
    child.once('close', (code) => done({ code, out, err }));
  });
}
