/** What the text of a first document may print and ask: its acts, counts, sources and facts. */
import { factsBriefly, sourcesBriefly } from './brief.ts';
import { countsBriefly, countsText } from './counts-text.ts';
import { type IsoDate, longRussianDate } from './dates.ts';
import type { Run } from './document.ts';
import type { Acts } from './episode.ts';
import type { Library } from './library.ts';
import { type Limitation, limitations } from './limitation.ts';
import type { Report } from './report.ts';
import { standing } from './standing.ts';
import { typeset } from './typography.ts';

/** A report with what is worked out from it once; `briefSources` and `briefLength` only cut the short version. */
export type ReportFilling = {
  kind: 'report';
  library: Library;
  complaint: Report;
  limitations: readonly Limitation[];
  number: Readonly<Record<string, 'one' | 'several'>>;
  /** Words without values are the same for all documents of one variant. */
  variant: string;
  briefSources: number;
  briefLength: number;
};

/** For the whole document: every source, and nothing cut. */
export function reportFilling(library: Library, complaint: Report): ReportFilling {
  const held = limitationsOn(complaint.date, library, complaint.acts);
  const running = held.filter(({ state }) => state !== 'expired');
  const sources = complaint.sources.length + complaint.ownSources.length;
  const number = { sources: oneOrSeveral(sources), counts: oneOrSeveral(running.length) };
  const gender = complaint.applicant?.gender ?? 'unstated';
  const variant = [gender, number.sources, number.counts].join();
  const uncut = { briefSources: Number.POSITIVE_INFINITY, briefLength: 300 };
  return { kind: 'report', library, complaint, limitations: held, number, variant, ...uncut };
}

export function oneOrSeveral(count: number): 'one' | 'several' {
  return count === 1 ? 'one' : 'several';
}

/** What was worked out for these acts, by day: it is the same for everybody. */
const workedOut = new WeakMap<
  readonly Acts[],
  { library: Library; days: Map<IsoDate, readonly Limitation[]> }
>();

/** Days that are remembered; then they are worked out anew. */
const mostDays = 64;

function limitationsOn(date: IsoDate, library: Library, acts: readonly Acts[]): readonly Limitation[] {
  const known = workedOut.get(acts);
  const days = known?.library === library && known.days.size <= mostDays ? known.days : new Map();
  const held = days.get(date) ?? limitations(library.counts, acts, date);
  workedOut.set(acts, { library, days: days.set(date, held) });
  return held;
}

export function reportValue(name: string, given: ReportFilling): Run {
  const { complaint } = given;
  switch (name) {
    case 'acts.when':
      return { text: typeset(when(complaint.acts)) };
    case 'counts':
      return countsOf(given);
    case 'counts.short':
      return { text: typeset(countsBriefly(given.limitations)) };
    case 'sources.short':
      return { text: sourcesBriefly(given) };
    case 'facts.short':
      return factsBriefly(given);
    default:
      throw new Error(`a report has no value ${name}`);
  }
}

export function reportCondition(
  name: string,
  { complaint, limitations: held }: ReportFilling,
): readonly string[] {
  switch (name) {
    case 'counts':
      return held.filter(({ state }) => state !== 'expired').map(({ count }) => count.id);
    case 'facts':
      return complaint.episode.open ? [] : ['some'];
    case 'printouts':
      return complaint.printouts ? ['yes'] : [];
    default:
      throw new Error(`a report has no condition ${name}`);
  }
}

const countsOnADay = standing<Run>();
const countsTexts = new WeakMap<readonly Limitation[], Run>();

/** Much text, and the same for everybody on most days. */
function countsOf({ library, limitations: held }: ReportFilling): Run {
  const known = countsTexts.get(held);
  if (known) return known;
  const text = countsText(held);
  const made = countsOnADay(library, library.counts, text, () => ({ text: typeset(text) }));
  countsTexts.set(held, made);
  return made;
}

/** «1 апреля 2017 года» or «в период с … по …». */
function when(acts: readonly Acts[]): string {
  const { from, to } = spanOf(acts);
  return from === to
    ? longRussianDate(from)
    : `в период с ${longRussianDate(from)} по ${longRussianDate(to)}`;
}

/** First and last day of all acts together. */
export function spanOf(acts: readonly Acts[]): { from: IsoDate; to: IsoDate } {
  const from = acts.map((one) => one.from).sort()[0] ?? '';
  const to =
    acts
      .map((one) => one.to)
      .sort()
      .at(-1) ?? '';
  return { from, to };
}
