/** The register: what people ask of a thousand filings and of a million, and durable writes, on both databases. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseProcess } from '../../tests/support/database-process.ts';
import { type Answered, answered } from '../register/ask.ts';
import { emptyPlace, type Filled, filled, type Kind, kinds } from '../register/places.ts';
import { questions } from '../register/questions.ts';
import { attempts, events, type Written } from '../register/writes.ts';
import { atMost, figure, type Goal, type Section, times } from '../section.ts';
import type { Part } from './part.ts';

const few = 1000;
const many = Number(process.env.BENCH_FILINGS ?? 1_000_000);

export const register: Part = async (_, say) => {
  const folder = mkdtempSync(join(tmpdir(), 'proverka-register-'));
  const server = await databaseProcess({ durable: true });
  try {
    const sections: Section[] = [];
    for (const kind of kinds) {
      if (kind === 'PostgreSQL' && !server) say('Register: no PostgreSQL for this system');
      else sections.push(...(await measured(kind, folder, server?.url ?? '', say)));
    }
    return sections;
  } finally {
    await server?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};

async function measured(
  kind: Kind,
  folder: string,
  url: string,
  say: (progress: string) => void,
): Promise<Section[]> {
  const place = (name: string) => emptyPlace(kind, folder, url, name);
  const small = await filled(await place('small'), few);
  const begun = performance.now();
  say(`Register: ${figure(many)} filings into ${kind}`);
  const large = await filled(await place('large'), many);
  say(
    `Register: filled in ${Math.round((performance.now() - begun) / 1000)} s; ${questions.length} questions`,
  );
  const answers: Answered[] = [];
  for (const question of questions) {
    const one = await answered(question, small, large);
    say(`${question.what}: ${figure(one.small.median)} and ${figure(one.large.median)} ms`);
    answers.push(one);
  }
  say('Register: writes');
  const written: [string, Written][] = [];
  for (const [filings, one] of [
    [few, small],
    [many, large],
  ] as const)
    for (const writers of [1, 8]) {
      written.push([
        `One row, in a register of ${filings.toLocaleString('en-US')}`,
        await attempts(one, writers),
      ]);
      written.push([
        `An event, in a register of ${filings.toLocaleString('en-US')}`,
        await events(one, writers),
      ]);
    }
  await closed(small, large);
  return [asked(kind, answers), writing(kind, written)];
}

async function closed(...all: readonly Filled[]): Promise<void> {
  for (const one of all) await one.close();
}

function asked(kind: Kind, answers: readonly Answered[]): Section {
  return {
    title: `Register on ${kind}: what is asked, ms`,
    head: [
      '',
      'rows',
      `${few.toLocaleString('en-US')} filings`,
      'p99',
      `${many.toLocaleString('en-US')} filings`,
      'p99',
      'ratio',
    ],
    rows: answers.map(({ question, rows, small, large, ratio }) => [
      question.what,
      String(rows),
      figure(small.median),
      figure(small.p99),
      figure(large.median),
      figure(large.p99),
      times(ratio),
    ]),
    goals: answers.flatMap((one) => goalOf(kind, one)),
    notes: [
      'Pages are of 50 filings, or of as many as the smaller register has too. Three organisations of one installation; the one that asks has nine tenths. Fifteen documents of sixteen have events; what is sealed of a case is real, but the same 3 KB in each. Indexes are made after the filling, so they are packed closer than those that grew.',
      ...(kind === 'PostgreSQL' ? ['As it comes from its makers: fsync on, 128 MB of shared buffers.'] : []),
    ],
  };
}

function goalOf(kind: Kind, { question, large, ratio }: Answered): Goal[] {
  if (question.goal === 'flat') return [atMost(`${kind}: ${question.what}, 10⁶ against 10³`, 2, ratio)];
  if (question.goal === 'several')
    return [atMost(`${kind}: ${question.what}, of 10 ms`, 1, large.median / 10)];
  if (question.goal === 'statistics')
    return [atMost(`${kind}: ${question.what} over 10⁶, of 100 ms`, 1, large.median / 100)];
  return [];
}

function writing(kind: Kind, written: readonly [string, Written][]): Section {
  return {
    title: `Register on ${kind}: durable writes`,
    head: ['', 'writers', 'per second', 'ms', 'p99'],
    rows: written.map(([what, one]) => [
      what,
      String(one.writers),
      figure(one.perSecond),
      figure(one.median),
      figure(one.p99),
    ]),
    goals: [],
    notes: [
      'Each is a transaction that is on the disk (fsync) when it is answered. An event brings with it the sealed facts, what follows from it, the counters, and an entry of the audit log that every writer of the organisation waits for.',
    ],
  };
}
