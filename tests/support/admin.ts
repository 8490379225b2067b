/** The command line of the register, as it is typed: the real program, on the database of a test. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Place = { dataDir: string; databaseUrl: string | undefined };
export type Said = { code: number | null; out: string; err: string };
export type AdminOptions = {
  env?: Record<string, string>;
  /** What the person types when asked. */
  input?: string;
  /** Where the person stands: relative paths begin there. */
  folder?: string;
  signal?: AbortSignal;
};

const root = join(import.meta.dirname, '../..');
const program = join(root, 'src/admin.ts');

export function admin(place: Place, words: readonly string[], options: AdminOptions = {}): Promise<Said> {
  return said(process.execPath, [program, ...words], place, options);
}

/** With npm before it, as the guide says. */
export function npmAdmin(place: Place, words: readonly string[], options: AdminOptions = {}): Promise<Said> {
  return said('npm', ['run', '-s', 'admin', '--', ...words], place, options);
}

function said(command: string, words: string[], place: Place, options: AdminOptions): Promise<Said> {
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
