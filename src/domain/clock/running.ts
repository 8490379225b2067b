/**
 * Which procedures run for a document: the one it was filed under, and those that answers add. A report treated as a letter
 * under 59-ФЗ stays a report: the clock of УПК 144 goes on, that of 59-ФЗ is added. A transfer to another office starts its
 * own clock there as soon as that office has the document.
 */
import type { Event, EventKind } from '../case/event.ts';
import type { IsoDate } from '../dates.ts';
import type { Procedure } from '../procedure.ts';

export type Running = {
  procedure: Procedure;
  events: readonly Event[];
  /** Kinds of event that mean: the office has it. */
  receipt: readonly EventKind[];
};

const arrived: readonly EventKind[] = ['received', 'accepted', 'registered'];
/** In a complaint to the Ombudsman these are the Ombudsman's own, and begin no new year. */
const ofOmbudsman: readonly EventKind[] = ['answered', 'refused', 'returned'];
const complaints: readonly Procedure[] = ['complaint-124', 'court-125', 'appeal-125'];

/** `court`: the document went to a court, which is no office of the library. */
export function runningProcedures(procedure: Procedure, events: readonly Event[], court: boolean): Running[] {
  const isComplaint = complaints.includes(procedure);
  const own =
    procedure === 'ombudsman'
      ? events.filter(({ kind }) => !ofOmbudsman.includes(kind))
      : lastOffice(procedure === 'appeal-125' ? ofAppeal(events) : events);
  const letterSince = procedure === 'appeal-59fz' ? undefined : firstDay(own, 'treated-as-appeal');
  const asLetter = (one: Event) =>
    one.kind === 'extended' && letterSince !== undefined && one.date >= letterSince;
  return [
    {
      procedure,
      events: own.filter((one) => !asLetter(one)),
      receipt: isComplaint ? [...arrived, 'complaint-received'] : arrived,
    },
    ...(letterSince === undefined
      ? []
      : [
          {
            procedure: 'appeal-59fz',
            events: own.filter((one) => one.kind !== 'extended' || asLetter(one)),
            receipt: arrived,
          } as const,
        ]),
    ...(firstDay(events, 'complaint-received') !== undefined && !isComplaint
      ? [complaintMade(court ? 'court-125' : 'complaint-124', events)]
      : []),
  ];
}

/** A ruling after the appeal was handed in is the answer to it, and begins no second appeal. */
function ofAppeal(events: readonly Event[]): readonly Event[] {
  const filed = firstDay(
    events.map((one) => (arrived.includes(one.kind) ? { ...one, kind: 'sent' } : one)),
    'sent',
  );
  return events.map((one) =>
    one.kind === 'ruling' && filed !== undefined && one.date > filed ? { ...one, kind: 'answered' } : one,
  );
}

/** A complaint that was told of among the events of the report: only what came after it answers it. */
function complaintMade(procedure: Procedure, events: readonly Event[]): Running {
  const first = firstDay(events, 'complaint-received') ?? '';
  return {
    procedure,
    events: events.filter(({ date }) => date >= first),
    receipt: ['complaint-received'],
  };
}

/** The events since the last transfer, once the new office has the document; else all of them. */
function lastOffice(events: readonly Event[]): readonly Event[] {
  const transfers = events.filter(({ kind }) => kind === 'transferred').map(({ date }) => date);
  const last = transfers.reduce((a, b) => (a > b ? a : b), '');
  const since = events.filter(({ date }) => date > last);
  return last !== '' && since.some(({ kind }) => arrived.includes(kind)) ? since : events;
}

function firstDay(events: readonly Event[], kind: EventKind): IsoDate | undefined {
  return events
    .filter((one) => one.kind === kind)
    .map(({ date }) => date)
    .sort()
    .at(0);
}
