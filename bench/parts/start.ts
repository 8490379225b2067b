/** From the spawn of a process to the line that it listens, with all templates and languages open. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, ratio, rotated } from '../measure.ts';
import { atMost, figure } from '../section.ts';
import { spread } from './docx.ts';
import type { Part } from './part.ts';

const root = join(import.meta.dirname, '../..');
const programs: Record<string, string> = {
  'bare node:http': join(root, 'bench/servers/bare.js'),
  Proverka: join(root, 'src/main.ts'),
};
const rounds = 15;

export const start: Part = async (_, say) => {
  say(`Start: ${rounds} of each`);
  const names = Object.keys(programs);
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  const memory = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const name of rotated(names, round + 1)) {
      const { ms, mib } = await startOf(programs[name] ?? '');
      if (round < 0) continue; // the disk's cache is cold only once
      times.get(name)?.push(ms);
      memory.get(name)?.push(mib);
    }
  }
  const over = ratio(times, 'Proverka', 'bare node:http');
  return [
    {
      title: 'Start, ms until it listens',
      head: ['', 'median', 'quartiles', 'resident MiB'],
      rows: names.map((name) => [
        name === 'Proverka' ? '**Proverka**, unbundled' : name,
        figure(median(times.get(name) ?? [])),
        spread(times.get(name) ?? []),
        figure(median(memory.get(name) ?? [])),
      ]),
      goals: [
        atMost('Start against bare node:http, unbundled', 3, over),
        atMost('Start against bare node:http, the larger goal', 2, over),
      ],
      notes: [],
    },
  ];
};

async function startOf(program: string): Promise<{ ms: number; mib: number }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
  const ms = performance.now() - begun;
  if (!String(line).includes('http://')) throw new Error(`${program} did not start`);
  const mib = residentMemory(child.pid);
  child.kill();
  await ended;
  return { ms, mib };
}

/** MiB, where the system tells (Linux). */
function residentMemory(pid: number | undefined): number {
  try {
    const [, kib] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kib) / 1024;
  } catch {
    return Number.NaN;
  }
}
