/** From the spawn of a process to the line that it listens, with all templates and languages open. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { median, ratio, rotated } from '../measure.ts';
import { atMost, figure } from '../section.ts';
import { spread } from './docx.ts';
import type { Part } from './part.ts';

const root = join(import.meta.dirname, '../..');
type Program = { file: string; first?: true };

const bare = 'bare node:http';
const usual = '**Proverka**, unbundled, started before';
const kept = join(root, 'node_modules/.cache/proverka/library');
const programs: Record<string, Program> = {
  [bare]: { file: join(root, 'bench/servers/bare.js') },
  [usual]: { file: join(root, 'src/main.ts') },
  'Proverka, unbundled, the first start after an install': { file: join(root, 'src/main.ts'), first: true },
};
const rounds = 15;

export const start: Part = async (_, say) => {
  say(`Start: ${rounds} of each`);
  const names = Object.keys(programs);
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  const memory = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, program] of rotated(Object.entries(programs), round + 1)) {
      const { ms, mib } = await startOf(program);
      if (round < 0) continue; // fills the disk's cache, and the product's own of compiled code
      times.get(name)?.push(ms);
      memory.get(name)?.push(mib);
    }
  }
  const over = ratio(times, usual, bare);
  return [
    {
      title: 'Start, ms until it listens',
      head: ['', 'median', 'quartiles', 'of bare node:http', 'resident MiB'],
      rows: names.map((name) => [
        name,
        figure(median(times.get(name) ?? [])),
        spread(times.get(name) ?? []),
        name === bare ? '' : `${figure(ratio(times, name, bare))}×`,
        figure(median(memory.get(name) ?? [])),
      ]),
      goals: [
        atMost('Start against bare node:http, unbundled', 3, over),
        atMost('Start against bare node:http, the larger goal', 2, over),
      ],
      notes: [
        'All templates and languages are open and checked before it listens. Proverka keeps its checked library and its compiled code from one start to the next.',
      ],
    },
  ];
};

async function startOf({ file, first }: Program): Promise<{ ms: number; mib: number }> {
  if (first) rmSync(kept, { force: true }); // it keeps the checked library again; the compiled code is only passed over
  const begun = performance.now();
  const child = spawn(process.execPath, [file], {
    env: {
      ...process.env,
      ...(first ? { NODE_DISABLE_COMPILE_CACHE: '1' } : {}),
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const [line] = await Promise.race([once(child.stdout, 'data'), ended]);
  const ms = performance.now() - begun;
  if (!String(line).includes('http://')) throw new Error(`${file} did not start`);
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
