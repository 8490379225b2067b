/**
 * A case as its public facts alone let it be told: each event on the last day of its week that it may have been on, so that
 * no office is blamed too early. The same clock and the same next documents follow from it as from a case with its days, a few days later.
 */
import { type CaseFile, caseVersion } from '../case/case-file.ts';
import { caseTimeline, isKnown, timelineRequest } from '../case/case-timeline.ts';
import { filingOf } from '../case/edit.ts';
import { textHash } from '../case/open-case.ts';
import type { Next } from '../clock/next.ts';
import { timeline } from '../clock/timeline.ts';
import type { IsoDate } from '../dates.ts';
import type { Library } from '../library.ts';
import { isReport } from '../template.ts';
import { type Day, earliestDay, eventsOn, lastDay, latestDay } from './event-days.ts';
import type { PublicFacts } from './public-facts.ts';
import { addWeeks, sundayOf, weekOf } from './week.ts';

export type PublicFiling = PublicFacts & { id: string };

/** Later documents follow the first one: which of them they follow is not known in clear. */
export function publicCase(
  library: Library,
  filings: readonly PublicFiling[],
  today: IsoDate,
  day: (id: string) => Day = () => latestDay,
): CaseFile {
  const [episode] = library.episodes.keys(); // without one no document could be tried; it is shown nowhere
  const [first] = filings;
  return {
    format: 'case',
    version: caseVersion,
    case: 'public',
    filings: filings.map(({ id, template, authority, channel, filedWeek, events }) => {
      const known = library.templates.get(template);
      return {
        id,
        template,
        authority,
        channel,
        date: noLaterThan(today, sundayOf(filedWeek)),
        filedFrom: channel === 'post-abroad' ? 'abroad' : 'russia',
        ...(first && first.id !== id && known && !isReport(known) && { follows: first.id }),
        answers: episode === undefined ? {} : { episode },
        text: '',
        sha256: textHash(''),
        events: eventsOn({ filedWeek, events }, (...of) => noLaterThan(today, day(id)(...of))),
      };
    }),
  };
}

/** What happened this week happened by today: what follows from it may be done now. */
function noLaterThan(today: IsoDate, day: IsoDate): IsoDate {
  return day < today ? day : today;
}

export type PublicNext = {
  steps: readonly Next[];
  /** What should be written, but not out of this case: it does not hold the report that all began with. */
  beyond: readonly Next[];
};

/** What may be written next after one filing, as far as its weeks tell. */
export function nextInPublic(
  library: Library,
  filings: readonly PublicFiling[],
  id: string,
  today: IsoDate,
): PublicNext {
  const kept = publicCase(library, filings, today);
  const offered = stepsOf(library, kept, id, today);
  const isMade = ({ step, from }: Next) =>
    filings.some((one) => one.template === step.template && one.filedWeek >= addWeeks(weekOf(from), -1));
  const sure = surelyMissed(library, filings, id, today, offered);
  const steps = sure.filter((one) => !isMade(one)).sort(unknownPlaceLast);
  const filing = filingOf(kept, id);
  if (offered.length > 0 || !filing || !isKnown(library, filing)) return { steps, beyond: [] };
  const { next } = timeline(library, timelineRequest(library, kept, filing, today));
  return { steps, beyond: next.filter((one) => one.step.template !== null && !isMade(one)) };
}

function stepsOf(library: Library, kept: CaseFile, id: string, today: IsoDate): readonly Next[] {
  return caseTimeline(library, kept, today).next.find(({ filing }) => filing.id === id)?.steps ?? [];
}

/**
 * Without the documents of a missed time limit that was kept if one event of the filing, or all, came on another day of the week: a
 * limit that began on the last day of a week may have been answered on the first of a later one.
 */
function surelyMissed(
  library: Library,
  filings: readonly PublicFiling[],
  id: string,
  today: IsoDate,
  offered: readonly Next[],
): readonly Next[] {
  const events = filings.find((one) => one.id === id)?.events ?? [];
  const isOfMissed = ({ step }: Next) => step.when.missed !== undefined && step.template !== null;
  if (!offered.some(isOfMissed)) return offered;
  const otherDays: Day[] = [
    earliestDay,
    ...events.flatMap(({ kind }, at) =>
      (kind === 'extended' ? [earliestDay, lastDay] : [earliestDay]).map(
        (other): Day =>
          (event, all) =>
            (event === all[at + 1] ? other : latestDay)(event, all), // before them stands the sending
      ),
    ),
  ];
  const others = otherDays.map((day) => {
    const kept = publicCase(library, filings, today, (one) => (one === id ? day : latestDay));
    const filing = filingOf(kept, id);
    return filing ? timeline(library, timelineRequest(library, kept, filing, today)).next : [];
  });
  const isSure = ({ step }: Next) =>
    others.every((steps) => steps.some((other) => other.step.template === step.template));
  return offered.filter((one) => !isOfMissed(one) || isSure(one));
}

/** Where a document was sent on to is sealed: what hangs on that comes after what does not. */
function unknownPlaceLast({ step: one }: Next, { step: other }: Next): number {
  return Number(one.when.notTo !== undefined) - Number(other.when.notTo !== undefined);
}
