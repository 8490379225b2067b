/** Asks two registers in turns, so that whatever else the machine does hits both. */
import { median, quantile, rotated } from '../measure.ts';
import type { Filled } from './places.ts';
import type { Question } from './questions.ts';

export type Answered = {
  question: Question;
  rows: number;
  small: Timing;
  large: Timing;
  /** The median of the ratios of each round. */
  ratio: number;
};
/** Milliseconds. */
export type Timing = { median: number; p99: number };

const rounds = 20;
const calls = 10;
const longest = 50;

export async function answered(question: Question, small: Filled, large: Filled): Promise<Answered> {
  const times = new Map<Filled, number[][]>([
    [small, []],
    [large, []],
  ]);
  const counts: number[] = [];
  for (const filled of [small, large])
    for (let call = 0; call < calls; call++) counts.push(await question.ask(filled, call, longest));
  const rows = Math.max(1, Math.min(...counts));
  for (let round = 0; round < rounds; round++)
    for (const [filled, measured] of rotated([...times], round)) {
      const ofRound: number[] = [];
      for (let call = 0; call < calls; call++)
        ofRound.push(await timed(question, filled, round * calls + call, rows));
      measured.push(ofRound);
    }
  const perRound = (filled: Filled) => (times.get(filled) ?? []).map(median);
  const ofSmall = perRound(small);
  return {
    question,
    rows,
    small: timing(times.get(small) ?? []),
    large: timing(times.get(large) ?? []),
    ratio: median(perRound(large).map((value, round) => value / (ofSmall[round] ?? Number.NaN))),
  };
}

async function timed(question: Question, filled: Filled, index: number, limit: number): Promise<number> {
  const begun = performance.now();
  await question.ask(filled, index, limit);
  return performance.now() - begun;
}

function timing(measured: readonly (readonly number[])[]): Timing {
  const all = measured.flat();
  return { median: median(all), p99: quantile(all, 0.99) };
}
