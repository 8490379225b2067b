/**
 * How entries of the audit log hang together: hashes and times. `at` is an instant, or of what filers do only the week; the
 * two cannot be compared as texts, so the head carries a floor: the latest instant or beginning of a week written so far.
 * An entry is never written below the floor, so a clock that jumped back turns nothing around.
 */
import { createHash } from 'node:crypto';
import { moscowDay } from '#domain/moscow.ts';
import { isIsoWeek, mondayOf, weekOf } from '#domain/register/week.ts';

type Entry = { seq: number; at: string; person: string | null; action: string; subject: string | null };

/** What stands before the first entry. */
export const noHash = '0'.repeat(64);

/** Fields in a fixed order, as JSON: no two entries make the same text. */
export function entryHash(previous: string, organisation: string, entry: Entry): string {
  const { seq, at, person, action, subject } = entry;
  return createHash('sha256')
    .update(`${previous}\n${JSON.stringify([organisation, seq, at, person, action, subject])}`)
    .digest('hex');
}

/** Cases are changed by people of the organisation, or by nobody known: then it was the filer. */
export function timeOf(
  { person, action }: Pick<Entry, 'person' | 'action'>,
  now: Date,
  floor: string,
): string {
  const instant = now.toISOString();
  const at = instant > floor ? instant : floor;
  const isFilers = person === null && action.startsWith('case-');
  return isFilers ? weekAt(at) : at;
}

/** The floor after an entry. */
export function nextFloor(floor: string, at: string): string {
  const begins = isIsoWeek(at) ? beginningOf(at) : at;
  return begins > floor ? begins : floor;
}

/** True where `entry` is the very one that followed `last`. */
export function fits(
  organisation: string,
  last: { seq: number; floor: string; hash: string },
  entry: Entry & { previous: string; hash: string },
): boolean {
  return (
    entry.seq === last.seq + 1 &&
    entry.previous === last.hash &&
    entry.hash === entryHash(last.hash, organisation, entry) &&
    (isIsoWeek(entry.at)
      ? last.floor === '' || entry.at >= weekAt(last.floor)
      : isInstant(entry.at) && entry.at >= last.floor)
  );
}

function weekAt(instant: string): string {
  return weekOf(moscowDay(new Date(instant)));
}

/** Midnight in Moscow, which keeps UTC+3 all the year. */
function beginningOf(week: string): string {
  return new Date(`${mondayOf(week)}T00:00:00+03:00`).toISOString();
}

function isInstant(at: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at);
}
