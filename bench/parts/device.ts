/** The walk on the person's own device: what a phone loads, and how long a slow one takes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tests/support/find-browser.ts';
import { type File, type Load, loadOf, sum } from '../device/sizes.ts';
import { phone, type Visit, visit } from '../device/visit.ts';
import { median } from '../measure.ts';
import { atMost, figure, type Section } from '../section.ts';
import type { Part } from './part.ts';

const languages = ['ru', 'en'];
const rounds = 3;

export const device: Part = async (_, say) => {
  await using server = await started();
  say('Device: sizes');
  const loads = new Map<string, Load>();
  for (const language of languages) loads.set(language, await loadOf(server.url, language));
  const { executablePath, env } = await findBrowser();
  const options = { executablePath, env: { ...process.env, ...env }, chromiumSandbox: false };
  const browser = await chromium.launch({ ...options, args: ['--disable-gpu'] });
  try {
    const visits = new Map<string, Visit[]>(languages.map((language) => [language, []]));
    say(`Device: ${rounds} visits of a slow phone in each language`);
    for (let round = 0; round < rounds; round++)
      for (const language of languages)
        visits.get(language)?.push(await visit(browser, `${server.url}/${language}/write`));
    return [sizes(loads), times(visits)];
  } finally {
    await browser.close();
  }
};

const count = (bytes: number) => bytes.toLocaleString('en-US');
const row = (label: string, files: readonly File[]) => [
  label,
  count(sum(files, 'raw')),
  count(sum(files, 'travels')),
];

function sizes(loads: ReadonlyMap<string, Load>): Section {
  const files = new Map<string, File>();
  for (const { needed, later } of loads.values())
    for (const one of [...needed, ...later]) files.set(one.name, one);
  const scripts = ({ needed }: Load) => needed.filter(({ name }) => name.endsWith('.js'));
  return {
    title: 'What the device loads, bytes',
    head: ['', 'raw', 'as it travels, Brotli'],
    rows: [
      ...[...files].map(([name, file]) => row(name, [file])),
      ...[...loads].map(([language, load]) => row(`**Scripts of /${language}/write**`, scripts(load))),
      ...[...loads].map(([language, { page, needed }]) =>
        row(`All of /${language}/write, page and styles too`, [page, ...needed]),
      ),
      ...[...loads].map(([language, { later }]) =>
        row(`Later, while nothing was typed, /${language}/write`, later),
      ),
    ],
    goals: [],
    notes: [
      'Russian goes along with every language: it is what is filed. Headers are not counted; the page itself travels as it is.',
    ],
  };
}

function times(visits: ReadonlyMap<string, readonly Visit[]>): Section {
  const of = (language: string, what: keyof Visit) =>
    median((visits.get(language) ?? []).map((one) => one[what]));
  const labels: Record<keyof Visit, string> = {
    readable: 'The first page can be read',
    ready: 'The program answers',
    step: 'The slowest step of the walk',
    firstDocx: 'The first DOCX',
    docx: 'Another DOCX',
  };
  const rows = (['readable', 'ready', 'step', 'firstDocx', 'docx'] as const).map((what) => [
    labels[what],
    ...languages.map((language) => figure(of(language, what))),
  ]);
  return {
    title: 'A slow phone, ms',
    head: ['', ...languages.map((language) => `/${language}/write`)],
    rows,
    goals: [atMost('A first DOCX on a slow phone, of 200 ms', 1, of('ru', 'firstDocx') / 200)],
    notes: [
      `Chromium with a processor ${phone.slower} times slower than this one, ${phone.kilobits} kbit/s, ${phone.latency} ms; medians of ${rounds} visits with an empty cache. The page is readable and takes answers before the program has come; a press is remembered. While the answers are read through, the program makes one file and drops it; without that the first would take ten times as long.`,
    ],
  };
}

type Started = { url: string } & AsyncDisposable;

/** The service as people start it. */
async function started(): Promise<Started> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
  const url = /http:\/\/[^\s/]+/.exec(String(line))?.[0];
  if (url === undefined) throw new Error('the service did not start');
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      child.kill();
      await ended;
    },
  };
}
