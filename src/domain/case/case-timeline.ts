/** The clocks of all documents of a case in one: every date once, and the next documents beside what they follow. */
import type { Deadline } from '../clock/deadline.ts';
import type { LimitationDate } from '../clock/limitation-dates.ts';
import type { Next } from '../clock/next.ts';
import { procedureOf, type TimelineRequest, timeline } from '../clock/timeline.ts';
import { type IsoDate, isIsoDate } from '../dates.ts';
import type { Library } from '../library.ts';
import type { CaseFile, Filing } from './case-file.ts';
import { filingOf, rootOf } from './edit.ts';
import { isWritable, withoutWords } from './writable.ts';

export type CaseDeadline = Deadline & { filing: Filing };
/** What may follow one document. */
export type CaseNext = { filing: Filing; steps: readonly Next[] };
export type CaseTimeline = {
  deadlines: readonly CaseDeadline[];
  next: readonly CaseNext[];
  limitation: readonly LimitationDate[];
};

/** True where this version of the library knows the document. */
export function isKnown(library: Library, { template }: Filing): boolean {
  return library.templates.has(template);
}

/** What the clock is asked about one document. */
export function timelineRequest(
  library: Library,
  kept: CaseFile,
  filing: Filing,
  today: IsoDate,
): TimelineRequest {
  const { episode, acts } = rootOf(kept, filing).answers;
  const day = typeof acts === 'object' && acts !== null && !Array.isArray(acts) ? acts.from : undefined;
  const known = typeof episode === 'string' && library.episodes.has(episode) ? episode : undefined;
  const office = filing.authority === null ? null : library.authorities.get(filing.authority)?.id;
  return {
    template: filing.template,
    events: filing.events,
    today,
    case: kept.case,
    ...(office === undefined ? {} : { authority: office }),
    ...(typeof day === 'string' && isIsoDate(day)
      ? { actDate: day }
      : known === undefined
        ? {}
        : { episode: known }),
  };
}

export function caseTimeline(library: Library, kept: CaseFile, today: IsoDate): CaseTimeline {
  const known = kept.filings.filter((one) => isKnown(library, one));
  const bare = withoutWords(library, kept);
  const lines = known.map((filing) => ({
    filing,
    ...timeline(library, timelineRequest(library, kept, filing, today)),
  }));
  const deadlines = lines.flatMap(({ filing, deadlines: all }) => all.map((one) => ({ ...one, filing })));
  return {
    deadlines: once(deadlines, ({ term, due, from }) => [term.id, due, from].join()).sort((a, b) =>
      a.due.localeCompare(b.due),
    ),
    next: lines
      .filter(({ filing }) => filing.events.length > 0)
      .map(({ filing, next }) => ({
        filing,
        steps: next
          .filter((one) => isOffered(library, bare, filingOf(bare, filing.id) ?? filing, one, today))
          .sort(answering(filing)),
      }))
      .filter(({ steps }) => steps.length > 0),
    limitation: once(
      lines
        .filter(({ filing }) => filing.follows === undefined)
        .flatMap(({ limitation }) => limitation)
        .sort((a, b) => a.expires.localeCompare(b.expires)),
      ({ count }) => count.id,
    ),
  };
}

/** What answers the last event stands first. */
function answering({ events }: Filing): (a: Next, b: Next) => number {
  const last = events.at(-1)?.kind;
  const rank = ({ step }: Next) => (step.when.happened?.some((kind) => kind === last) ? 0 : 1);
  return (a, b) => rank(a) - rank(b);
}

function isOffered(library: Library, kept: CaseFile, filing: Filing, next: Next, today: IsoDate): boolean {
  if (isDone(kept, filing, next)) return false;
  return next.step.template === null || isWritable(library, kept, filing, next.step.template, today);
}

/** A document that was already made after the day from which it may be is not offered again. */
function isDone({ filings }: CaseFile, filing: Filing, { step, from }: Next): boolean {
  return filings.some(
    ({ template, follows, date }) => template === step.template && follows === filing.id && date >= from,
  );
}

export function procedureFor(library: Library, { template }: Filing) {
  return library.templates.has(template) ? procedureOf(library, template) : undefined;
}

function once<T>(all: readonly T[], key: (one: T) => string): T[] {
  return [...new Map([...all].reverse().map((one) => [key(one), one])).values()].reverse();
}
