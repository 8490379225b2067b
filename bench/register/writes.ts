/** Durable writes: each is a transaction of its own, and is answered when it is on the disk. */
import type { CaseContent } from '../../src/register/register.ts';
import { median, quantile } from '../measure.ts';
import type { Filled } from './places.ts';
import { thisWeek, today } from './spread.ts';

export type Written = { writers: number; perSecond: number; median: number; p99: number };

/** Milliseconds for which is written. */
const duration = 3000;

/** An event is added to a case: with what follows from it, the counters and the entry of the audit log. */
export async function events(filled: Filled, writers: number): Promise<Written> {
  const { register, actor } = filled;
  const { filings } = await register.cases.list(actor, { limit: writers * 4, sort: 'filed' }, today);
  const ids = [...new Set(filings.map(({ caseId }) => caseId))].slice(0, writers);
  const works = await Promise.all(
    ids.map(async (id) => {
      const known = await register.cases.get(actor, id);
      if (!known) throw new Error('a case that is listed is not there');
      let { version } = known;
      const content = (more: number): CaseContent => ({
        sealed: known.sealed,
        filings: known.filings.map(({ template, authority, channel, filedWeek, events: before }, index) => ({
          template,
          authority,
          channel,
          filedWeek,
          events: [
            ...before,
            ...(index === 0 && more === 1 ? [{ kind: 'answered' as const, week: thisWeek }] : []),
          ],
        })),
      });
      return async () => {
        const changed = await register.cases.change(actor, id, version, content(version % 2), today);
        if (changed !== 'done') throw new Error(`a change was not made: ${changed}`);
        version++;
      };
    }),
  );
  return inTurns(works);
}

/** One row, for comparison: what a single commit costs here. */
export async function attempts({ register }: Filled, writers: number): Promise<Written> {
  const works = Array.from({ length: writers }, (_, index) => async () => {
    await register.limits.take(`bench ${index}`, 1, 3600, Date.now());
  });
  return inTurns(works);
}

/** All writers at once, each one write after another. */
async function inTurns(works: readonly (() => Promise<void>)[]): Promise<Written> {
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() - begun < duration) {
        const start = performance.now();
        await work();
        times.push(performance.now() - start);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  return {
    writers: works.length,
    perSecond: times.length / seconds,
    median: median(times),
    p99: quantile(times, 0.99),
  };
}
