/** Side by side: contenders take turns in short slices, so that whatever else the machine does hits all of them. */

/** One piece of work; `index` says which of the people it is for. */
export type Work = (index: number) => unknown;
/** Milliseconds per call, one number per round, by contender. */
export type Rounds = ReadonlyMap<string, readonly number[]>;

/** Results end here, so that nothing is optimised away. */
export const sink = { bytes: 0 };

export async function interleave(
  contenders: ReadonlyMap<string, Work>,
  { rounds, slice, warmUp }: { rounds: number; slice: number; warmUp: number },
): Promise<Rounds> {
  const turns = [...contenders];
  for (const [, work] of turns) await repeat(work, warmUp);
  const measured = new Map<string, number[]>(turns.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, work] of rotated(turns, round)) measured.get(name)?.push(await repeat(work, slice));
  }
  return measured;
}

/** Runs for at least `duration` ms and returns the ms of one call. */
async function repeat(work: Work, duration: number): Promise<number> {
  const start = performance.now();
  let calls = 0;
  let spent = 0;
  while (spent < duration) {
    const result = work(calls++);
    swallow(result instanceof Promise ? await result : result);
    spent = performance.now() - start;
  }
  return spent / calls;
}

function swallow(result: unknown): void {
  if (result instanceof Uint8Array) sink.bytes += result.length + (result[result.length >> 1] ?? 0);
  else if (typeof result === 'string') sink.bytes += result.length;
  else throw new Error('a contender wrote nothing');
}

/** Each round another one begins. */
export function rotated<T>(list: readonly T[], round: number): T[] {
  const first = round % list.length;
  return [...list.slice(first), ...list.slice(0, first)];
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place % 1);
}

/** The median of the per-round ratios `a` : `b`. */
export function ratio(rounds: Rounds, a: string, b: string): number {
  const over = rounds.get(b) ?? [];
  return median((rounds.get(a) ?? []).map((value, round) => value / (over[round] ?? Number.NaN)));
}
