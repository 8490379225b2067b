/** From a case to the request for its next document: what the case holds is never asked again. */
import type { Library } from '../library.ts';
import type { CaseFile, Filing } from './case-file.ts';
import { rootOf, threadOf } from './edit.ts';
import type { Event, EventKind } from './event.ts';

/** What the person adds; every field as the schema of the template has it. */
export type Added = {
  authority: string | null;
  date?: string | undefined;
  /** Either who signs, or nobody. */
  signer: { blank: true } | { applicant: unknown };
  answers: Readonly<Record<string, unknown>>;
};

/** The body that `readComplaint` takes for `template`, after `filing` or any document of its thread. */
export function followUpBody(
  library: Library,
  kept: CaseFile,
  filing: Filing,
  template: string,
  { authority, date, signer, answers }: Added,
): Record<string, unknown> {
  const root = rootOf(kept, filing);
  const thread = threadOf(kept, root);
  const beside = (kind: EventKind) => root.events.find((one) => one.kind === kind);
  const sent = beside('sent');
  const moved = beside('transferred')?.date;
  const receipt = root.events.find(
    ({ kind, date: day }) => kind === 'received' && (moved === undefined || day <= moved),
  );
  const received = receipt?.date;
  const number = (receipt ?? beside('accepted'))?.number ?? beside('accepted')?.number;
  return {
    template,
    authority,
    ...(date ? { date } : {}),
    filedFrom: root.filedFrom,
    ...signer,
    answers: {
      filed: {
        template: root.template,
        authority: root.authority,
        sent: sent?.date ?? root.date,
        episode: root.answers.episode,
        ...(received && { received }),
        ...(number && { number }),
        ...(sent?.number && { tracking: sent.number.slice(0, 40) }),
      },
      events: eventsFor(library, thread, root, receipt),
      complaints: complaints(library, thread),
      ...answers,
    },
  };
}

/** A court returns a complaint by a ruling, which is appealed as any other. */
function asRuling(one: Event): Event {
  return one.kind === 'returned' ? { ...one, kind: 'ruling' } : one;
}

/** What happened to the first document, and what a court ruled on the way. */
function eventsFor(
  library: Library,
  thread: readonly Filing[],
  root: Filing,
  receipt: Event | undefined,
): Event[] {
  const rulings: readonly EventKind[] = ['ruling', 'ruling-received'];
  const others = thread
    .filter(({ id }) => id !== root.id)
    .flatMap(({ template, events }) =>
      library.templates.get(template)?.matter.procedure === 'court-125' ? events.map(asRuling) : events,
    );
  return [
    ...root.events.filter((one) => one.kind !== 'sent' && one !== receipt),
    ...others.filter(({ kind }) => rulings.includes(kind)),
  ];
}

const answers: readonly EventKind[] = ['answered', 'answer-on-site', 'refused', 'cancelled', 'returned'];

/** Complaints under УПК 124 that were filed before, with the answer to each. */
function complaints(library: Library, thread: readonly Filing[]) {
  return thread.flatMap(({ template, authority, events }) => {
    const sent = events.find(({ kind }) => kind === 'sent')?.date;
    const procedure = library.templates.get(template)?.matter.procedure;
    if (procedure !== 'complaint-124' || authority === null || sent === undefined) return [];
    const answer = events.find(({ kind }) => answers.includes(kind));
    return [
      {
        authority,
        sent,
        ...(answer && { answered: answer.date, ...(answer.number && { number: answer.number }) }),
      },
    ];
  });
}
