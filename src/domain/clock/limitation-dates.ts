/** The limitation periods of what was reported (УК 78), count by count, as a calendar needs them: no date is ever moved. */
import type { Count } from '../count.ts';
import type { IsoDate } from '../dates.ts';
import type { Acts } from '../episode.ts';
import { type CountState, limitations } from '../limitation.ts';

export type LimitationDate = {
  count: Count;
  /** Article and part in a few signs: «286 ч.3», «136». */
  label: string;
  /** The last day for the first and for the last of the acts: the day before the anniversary. */
  expires: IsoDate;
  expiresLast: IsoDate;
  /** Negative once `expires` has passed. */
  daysLeft: number;
  state: 'running' | 'partly' | 'expired' | 'court';
};

export function limitationDates(
  counts: readonly Count[],
  acts: readonly Acts[],
  today: IsoDate,
): LimitationDate[] {
  return limitations(counts, acts, today).map((one) => ({
    count: one.count,
    label: countLabel(one.count.citation),
    expires: one.lastDayOfFirst,
    expiresLast: one.lastDayOfLast,
    daysLeft: one.daysLeft,
    state: stateOf(one.state),
  }));
}

function stateOf(state: CountState): LimitationDate['state'] {
  return state === 'court-decides' ? 'court' : state;
}

/** «п. «б» ч. 2 ст. 282» → «282 ч.2». */
export function countLabel(citation: string): string {
  const article = /ст\.\s(\S+)/u.exec(citation)?.[1] ?? citation;
  const part = /ч\.\s(\S+)/u.exec(citation)?.[1];
  return part ? `${article} ч.${part}` : article;
}
