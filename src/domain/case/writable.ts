/** Whether a document has anything to argue from in this case: the rules say when, its template says from what. */
import { readComplaint } from '../complaint.ts';
import type { IsoDate } from '../dates.ts';
import { addresseesOf, goesToCourt } from '../follow-up/addressees.ts';
import type { Library } from '../library.ts';
import type { ProblemCode } from '../problem.ts';
import { isReport } from '../template.ts';
import type { CaseFile, Filing } from './case-file.ts';
import { rootOf } from './edit.ts';
import type { Event } from './event.ts';
import { followUpBody } from './follow-up-body.ts';

/** The case without the words that nobody argues from; looking through all of them for names, again and again, takes seconds. */
export function withoutWords(library: Library, kept: CaseFile): CaseFile {
  const eventOf = ({ kind, date, days, grounds, to }: Event): Event => ({
    kind,
    date,
    ...(days !== undefined && { days }),
    ...(grounds !== undefined && { grounds }),
    ...(to !== undefined && { to: library.authorities.has(to) ? to : '?' }),
  });
  return {
    ...kept,
    filings: kept.filings.map((one) => ({ ...one, events: one.events.map(eventOf) })),
  };
}

const pointless: readonly ProblemCode[] = ['missing-event', 'excluded-event', 'term-runs'];

/** False where the document would be refused whatever the person adds to it. Needs no words of the case. */
export function isWritable(
  library: Library,
  kept: CaseFile,
  filing: Filing,
  name: string,
  today: IsoDate,
): boolean {
  const template = library.templates.get(name);
  const root = rootOf(kept, filing);
  const office = library.authorities.get(root.authority ?? '');
  if (!template || isReport(template) || !office) return false;
  const court = goesToCourt(template);
  const [to] = court ? [] : addresseesOf(library, template, office, root.events);
  if (!court && !to) return false;
  const body = followUpBody(library, kept, filing, name, {
    authority: to?.id ?? null,
    signer: { blank: true },
    answers: court ? { court: { name: 'суд' } } : {},
  });
  const read = readComplaint(library, template, body, today);
  return read.ok || !read.problems.some(({ code }) => pointless.includes(code));
}
