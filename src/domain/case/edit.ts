/** A case with one thing changed; the case that was given stays as it was. */
import type { CaseFile, Filing } from './case-file.ts';
import type { Event } from './event.ts';

export function filingOf({ filings }: CaseFile, id: string): Filing | undefined {
  return filings.find((one) => one.id === id);
}

/** The first document that this one goes back to. */
export function rootOf(kept: CaseFile, filing: Filing): Filing {
  const seen = new Set([filing.id]);
  let root = filing;
  for (;;) {
    const before = root.follows === undefined ? undefined : filingOf(kept, root.follows);
    if (!before || seen.has(before.id)) return root;
    seen.add(before.id);
    root = before;
  }
}

/** Everything that goes back to the same first document, the first itself included, by day. */
export function threadOf(kept: CaseFile, root: Filing): Filing[] {
  return kept.filings
    .filter((one) => rootOf(kept, one).id === root.id)
    .sort((a, b) => a.date.localeCompare(b.date));
}

export function withFiling(kept: CaseFile, filing: Filing): CaseFile {
  return { ...kept, filings: [...kept.filings, filing] };
}

export function withoutFiling(kept: CaseFile, id: string): CaseFile {
  const filings = kept.filings
    .filter((one) => one.id !== id)
    .map(({ follows, ...one }) => ({
      ...one,
      ...(follows === undefined || follows === id ? {} : { follows }),
    }));
  return filings.length > 0 ? { ...kept, filings } : kept;
}

export function changed(kept: CaseFile, id: string, change: (filing: Filing) => Filing): CaseFile {
  return { ...kept, filings: kept.filings.map((one) => (one.id === id ? change(one) : one)) };
}

/** The events with `more`, by day; what is said twice is kept once, and there is one day of sending. */
export function withEvents(kept: CaseFile, id: string, more: readonly Event[]): CaseFile {
  return changed(kept, id, (filing) => {
    const once = more.some(({ kind }) => kind === 'sent')
      ? filing.events.filter(({ kind }) => kind !== 'sent')
      : filing.events;
    const all = [...once, ...more].map((one) => [JSON.stringify(one), one] as const);
    return { ...filing, events: byDay([...new Map(all).values()]) };
  });
}

export function withoutEvent(kept: CaseFile, id: string, at: number): CaseFile {
  return changed(kept, id, (filing) => ({
    ...filing,
    events: filing.events.filter((_, index) => index !== at),
  }));
}

function byDay(events: readonly Event[]): Event[] {
  return [...events].sort((a, b) => a.date.localeCompare(b.date));
}
