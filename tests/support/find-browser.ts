// Finds a Chromium for the journeys, once per test run: the one named by $CHROMIUM_PATH, else the machine's own,
// else the one inside the npm package @sparticuz/chromium, so that `npm ci && npm test` needs nothing else.
// It is apart from browser.ts because a globalSetup runs outside the test workers and may not import vitest.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** A browser to start, and the variables it needs on top of the environment of the tests. */
export type FoundBrowser = { executablePath: string; env: Record<string, string> };

declare module 'vitest' {
  interface ProvidedContext {
    browser: FoundBrowser;
  }
}

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
];

// Without a UTF-8 locale Chromium turns the Cyrillic name of a downloaded file into "download".
const LOCALE = { LC_ALL: 'C.UTF-8' };

export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser', await findBrowser());
}

export async function findBrowser(): Promise<FoundBrowser> {
  const executablePath = process.env.CHROMIUM_PATH || systemBrowser();
  return executablePath ? { executablePath, env: LOCALE } : npmBrowser();
}

/** The machine's browser, unless CHROMIUM_FROM_NPM asks to try what a machine without one would do. */
function systemBrowser(): string | undefined {
  return process.env.CHROMIUM_FROM_NPM ? undefined : SYSTEM_BROWSERS.find((path) => existsSync(path));
}

async function npmBrowser(): Promise<FoundBrowser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No browser found: install Chrome or Chromium, or name one in CHROMIUM_PATH.');
  }
  const home = await unpackedBrowser();
  const executablePath = join(home, 'chromium');
  return {
    executablePath,
    env: { ...LOCALE, ...(await fonts(home)), ...libraries(home, executablePath) },
  };
}

/** The folder with the unpacked package. Unpacking takes seconds, so it is done once per version and kept. */
async function unpackedBrowser(): Promise<string> {
  const require = createRequire(import.meta.url);
  const packageRoot = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version }: { version: string } = require(join(packageRoot, 'package.json'));
  const cache = join(import.meta.dirname, '../../node_modules/.cache/chromium');
  const home = join(cache, version);
  if (existsSync(home)) return home;

  // Unpack beside the final place and rename, so that a run that dies halfway leaves no half a browser behind.
  await mkdir(cache, { recursive: true });
  const fresh = await mkdtemp(`${home}-`);
  try {
    await unpack(join(packageRoot, 'bin'), fresh);
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error; // else another run was faster, and its browser is as good
  }
  return home;
}

async function unpack(packed: string, target: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium');
  await withTemporaryFolder(target, () =>
    Promise.all(
      ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'].map((archive) =>
        inflate(join(packed, archive)),
      ),
    ),
  );
}

/** The package unpacks to os.tmpdir() only: keep it out of a guessable place where anybody could put a program. */
async function withTemporaryFolder(folder: string, work: () => Promise<unknown>): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}

/** Adds the package's Open Sans to the machine's fonts: with no font at all Chromium crashes at the first text. */
async function fonts(home: string): Promise<Record<string, string>> {
  const file = join(home, 'fonts.conf');
  // Written anew each time, for it holds absolute paths and the checkout may have been moved.
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
</fontconfig>
`,
  );
  return { FONTCONFIG_FILE: file };
}

/** The package brings the libraries (NSS, expat) that a bare machine lacks; a machine that has them uses its own. */
function libraries(home: string, executablePath: string): Record<string, string> {
  if (findsItsLibraries(executablePath)) return {};
  const path = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { LD_LIBRARY_PATH: path };
}

function findsItsLibraries(executablePath: string): boolean {
  try {
    return !execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false; // no ldd, or not a word from it: the package's own libraries are the safer guess
  }
}
