/** Two copies of one case that were changed apart: everything that either of them has. */
import type { CaseFile, Filing } from '../case/case-file.ts';
import { filingOf, withEvents } from '../case/edit.ts';

/** Documents and events of both; where both have a document, its text and channel are those of `mine`. */
export function mergedCase(theirs: CaseFile, mine: CaseFile): CaseFile {
  const both = mine.filings.map((one): Filing => {
    const other = filingOf(theirs, one.id);
    const channel = one.channel ?? other?.channel;
    return { ...one, ...(channel === undefined ? {} : { channel }) };
  });
  const added = theirs.filings.filter(({ id }) => !filingOf(mine, id));
  const all: CaseFile = { ...mine, filings: [...both, ...added] };
  return theirs.filings.reduce((kept, { id, events }) => {
    const sent = filingOf(kept, id)?.events.some(({ kind }) => kind === 'sent');
    return withEvents(kept, id, sent ? events.filter(({ kind }) => kind !== 'sent') : events);
  }, all);
}
