/** Cells of a table that hold more than a word: a day, several events, several tags. */
import { type Event, type EventKind, eventKinds, eventLimits, mostEvents } from '../case/event.ts';
import { type IsoDate, isIsoDate } from '../dates.ts';
import { manyLines, oneLine } from '../text.ts';

/** 05.11.2026, 5.11.2026 or 2026-11-05, with a midnight behind it as spreadsheets add one; anything else as it is. */
export function readDay(cell: string): string {
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s+0?0:00(?::00)?)?$/.exec(oneLine(cell)) ?? [];
  if (year !== '') return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return oneLine(cell).replace(/[T ]00:00(?::00)?$/, '');
}

/** That a document was sent is told by the day of filing. */
const kinds: readonly EventKind[] = eventKinds.filter((kind) => kind !== 'sent');

export type EventsProblem =
  | 'events'
  | 'date'
  | 'date-in-future'
  | 'event-before-sent'
  | 'choice'
  | 'too-long';

/**
 * One or several, as an export writes them: `05.11.2026 registered № 12; 10.11.2026 refused`, with the words of the desk or
 * ids. `names` are ids by the words, in lower case.
 */
export function readEvents(
  cell: string,
  names: ReadonlyMap<string, string>,
  { filed, today }: { filed: IsoDate | undefined; today: IsoDate },
): Event[] | EventsProblem {
  const events: Event[] = [];
  for (const part of manyLines(cell).split(/[;\n]/)) {
    if (part.trim() === '') continue;
    const [, typed = '', what = '', number = ''] =
      /^\s*(\S+)\s+([^№]+?)\s*(?:№\s*(.*\S)\s*)?$/u.exec(part) ?? [];
    if (what === '') return 'events';
    const date = readDay(typed);
    const kind = kinds.find((one) => one === (names.get(what.toLowerCase()) ?? what));
    if (!isIsoDate(date)) return 'date';
    if (date > today) return 'date-in-future';
    if (filed && date < filed) return 'event-before-sent';
    if (!kind) return 'choice';
    if (number.length > eventLimits.number) return 'too-long';
    events.push({ kind, date, ...(number && { number }) });
  }
  return events.length > mostEvents / 2 ? 'events' : events;
}

/** Out of `known`, however they are written; undefined where one is none of them. A tag with a comma in it stands alone. */
export function readTags(cell: string, known: readonly string[]): string[] | undefined {
  const plain = (text: string) => oneLine(text).toLowerCase();
  const named = (text: string) => known.find((one) => plain(one) === plain(text));
  const whole = named(cell);
  if (whole !== undefined) return [whole];
  const parts = cell.split(/[,;|\n]/).filter((one) => one.trim() !== '');
  const tags = parts.flatMap((one) => named(one) ?? []);
  return tags.length === parts.length ? [...new Set(tags)] : undefined;
}
