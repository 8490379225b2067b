/**
 * npm run bench                      everything but the register, as tables for a terminal
 * npm run bench -- docx pages        some parts: docx, first, pdf, pages, start, device
 * npm run bench -- register          a million filings on both databases, ten minutes; only where it is named
 * npm run bench -- kill              a hundred kills on both databases, four minutes; likewise
 * npm run -s bench -- --markdown     the section of the README
 * npm run bench -- check             types of the benchmark itself
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installPeers } from './install.ts';
import type { Part } from './parts/part.ts';
import { markdown, terminal } from './report.ts';
import type { Section } from './section.ts';

/** Loaded late: they import peers, which may have to be installed first. */
const parts: Record<string, () => Promise<Part>> = {
  docx: async () => (await import('./parts/docx.ts')).docx,
  first: async () => (await import('./parts/first.ts')).first,
  pdf: async () => (await import('./parts/pdf.ts')).pdf,
  pages: async () => (await import('./parts/pages.ts')).pages,
  start: async () => (await import('./parts/start.ts')).start,
  device: async () => (await import('./parts/device.ts')).device,
  register: async () => (await import('./parts/register.ts')).register,
  kill: async () => (await import('./parts/kill.ts')).kill,
};

/** They take minutes, and gigabytes of the disk. */
const onlyNamed = ['register', 'kill'];

const asked = process.argv.slice(2);
const say = (progress: string) => console.error(`… ${progress}`);

installPeers(say);
if (asked.includes('check')) checkTypes();
else await measure(asked.filter((one) => !one.startsWith('--')));

async function measure(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0)
    throw new Error(`no part ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}`);
  const { workFolder } = await import('./work/folder.ts');
  using folder = await workFolder();
  const sections: Section[] = [];
  for (const [name, load] of Object.entries(parts)) {
    if (names.length > 0 ? !names.includes(name) : onlyNamed.includes(name)) continue;
    sections.push(...(await (await load())(folder, say)));
  }
  const print = asked.includes('--markdown') ? markdown : terminal;
  console.log(print(sections, new Date()));
}

function checkTypes(): void {
  const compiler = join(import.meta.dirname, '../node_modules/.bin/tsc');
  const { status } = spawnSync(compiler, ['--noEmit', '-p', import.meta.dirname], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
