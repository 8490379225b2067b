/** A program that writes into the register is killed a hundred times on each database; PostgreSQL itself goes down every fourth time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseProcess, databaseProcess } from '../../tests/support/database-process.ts';
import { killedWriters, type Outcome } from '../../tests/support/killed-writers.ts';
import { emptyPlace, type Kind, kinds } from '../register/places.ts';
import type { Goal, Section } from '../section.ts';
import type { Part } from './part.ts';

const kills = Number(process.env.BENCH_KILLS ?? 100);
const crashEvery = 4;

export const kill: Part = async (_, say) => {
  const folder = mkdtempSync(join(tmpdir(), 'proverka-kill-'));
  const server = await databaseProcess({ durable: true });
  try {
    const outcomes = new Map<Kind, Outcome>();
    for (const kind of kinds) {
      if (kind === 'PostgreSQL' && !server) continue;
      say(`Kill: ${kills} times on ${kind}`);
      const place = await emptyPlace(kind, folder, server?.url ?? '', 'killed');
      outcomes.set(kind, await killedWriters(place, kills, crashing(kind, server)));
    }
    return [section(outcomes)];
  } finally {
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

function crashing(kind: Kind, server: DatabaseProcess | undefined) {
  if (kind === 'SQLite' || !server) return undefined;
  return async (number: number) => {
    if (number % crashEvery !== 0) return;
    await server.crash();
    await server.start();
  };
}

function section(outcomes: ReadonlyMap<Kind, Outcome>): Section {
  for (const [kind, { lost, broken }] of outcomes)
    for (const one of [...lost, ...broken]) console.error(`${kind}: ${one}`);
  return {
    title: 'Killed (-9) while seven loops write',
    head: ['', 'kills', 'writes acknowledged', 'of them lost', 'half written'],
    rows: [...outcomes].map(([kind, one]) => [
      kind,
      String(one.kills),
      one.acknowledged.toLocaleString('en-US'),
      String(one.lost.length),
      String(one.broken.length),
    ]),
    goals: [...outcomes].map(([kind, { lost, broken }]): Goal => {
      const got = lost.length + broken.length;
      return {
        what: `${kind}: lost or half written after ${kills} kills`,
        wanted: '0',
        got,
        met: got === 0,
        unit: '',
      };
    }),
    notes: [
      `After each kill every acknowledged write is looked for, every audit chain and counter is worked out anew, and rows without what they belong to are looked for. Every ${crashEvery}th time PostgreSQL itself is cut off too, and mends itself at its start.`,
    ],
  };
}
