/** The complaint within a portal's character limit: who, what was published where, the norms, the requests. */
import type { Complaint } from './complaint.ts';
import { plain } from './document.ts';
import { type Filling, fillText, holds } from './fill.ts';
import { followUpFilling } from './follow-up/words.ts';
import type { Library } from './library.ts';
import type { Checked } from './problem.ts';
import { reportFilling } from './report-words.ts';

/** The old limit of the Investigative Committee's form (law: not verified today). */
export const defaultLimit = 2000;

/**
 * The short text in at most `limit` characters, a line break counted as two because forms send it as two.
 * What is cut first: publications after the first ones, then the length of the person's own account.
 * Fails with `limit-too-small` where even the shortest does not fit.
 */
export function shortVersion(library: Library, complaint: Complaint, limit: number): Checked<string> {
  if (complaint.template.short.length === 0) {
    return { ok: false, problems: [{ path: 'limit', code: 'no-short-text' }] };
  }
  let smallest = Number.POSITIVE_INFINITY;
  for (const given of fillings(library, complaint)) {
    const lines = complaint.template.short.filter(({ when }) => holds(when, given));
    const text = lines.map((line) => plain(fillText(line.text, given))).join('\n');
    const length = text.replaceAll('\n', '\r\n').length;
    if (length <= limit) return { ok: true, value: text };
    smallest = Math.min(smallest, length);
  }
  return { ok: false, problems: [{ path: 'limit', code: 'limit-too-small', params: { min: smallest } }] };
}

/** From the longest to the shortest; a follow-up has nothing to cut. */
function* fillings(library: Library, complaint: Complaint): Generator<Filling> {
  if (complaint.kind === 'follow-up') return yield followUpFilling(library, complaint);
  const cited = complaint.sources.length + complaint.ownSources.length;
  const whole = reportFilling(library, complaint);
  for (const briefLength of [300, 150]) {
    for (let briefSources = cited; briefSources > 0; briefSources--) {
      yield { ...whole, briefSources, briefLength };
    }
  }
}
