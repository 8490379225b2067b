/** What no schema can tell: days in an impossible order, a document with nothing to argue from, a wrong addressee. */
import type { EventKind } from '../case/event.ts';
import { beginsAnew, standing } from '../case/refusals.ts';
import type { IsoDate } from '../dates.ts';
import { authoritiesFor, type Library } from '../library.ts';
import type { Problem } from '../problem.ts';
import { addresseesOf } from './addressees.ts';
import type { FollowUpAnswers } from './answers.ts';
import type { Circumstance } from './circumstances.ts';
import type { FollowUp } from './follow-up.ts';

/** The office must be one that may decide this; the first document must have gone where such documents go. */
export function addresseeProblems(library: Library, followUp: FollowUp): Problem[] {
  const { template, authority, filed, events } = followUp;
  const offices = addresseesOf(library, template, filed.authority, events);
  const first = authoritiesFor(library, filed.template);
  return [
    ...(authority && !offices.includes(authority)
      ? [{ path: 'authority', code: 'wrong-addressee' } satisfies Problem]
      : []),
    ...(first.includes(filed.authority)
      ? []
      : [{ path: 'answers.filed.authority', code: 'choice' } satisfies Problem]),
    ...(filed.template.matter.acts.some(
      (kind) => followUp.episode.open || followUp.episode.acts.some(({ kinds }) => kinds.includes(kind)),
    )
      ? []
      : [{ path: 'answers.filed.episode', code: 'choice' } satisfies Problem]),
  ];
}

export function eventProblems(followUp: FollowUp, { answers }: FollowUpAnswers): Problem[] {
  const { date, filed } = followUp;
  const day = (path: string, on: IsoDate | undefined, notBefore: IsoDate): Problem[] => {
    if (on === undefined) return [];
    if (on > date) return [{ path, code: 'date-after-complaint' }];
    return on < notBefore ? [{ path, code: 'event-before-sent' }] : [];
  };
  const days = [
    ...day('answers.filed.sent', filed.sent, filed.sent),
    ...day('answers.filed.received', answers.filed.received, filed.sent),
    ...answers.events.flatMap((one, at) => day(`answers.events.${at}.date`, one.date, filed.sent)),
    ...answers.complaints.flatMap((one, at) => [
      ...day(`answers.complaints.${at}.sent`, one.sent, filed.sent),
      ...day(`answers.complaints.${at}.answered`, one.answered, one.sent),
    ]),
  ];
  return [...days, ...orderProblems(followUp, answers.events), ...(days.length > 0 ? [] : needs(followUp))];
}

/** What can only come after something else. */
const after: readonly [later: EventKind, earlier: EventKind][] = [
  ...(['accepted', 'registered', 'extended', 'transferred', 'treated-as-appeal', 'joined'] as const).map(
    (later): [EventKind, EventKind] => [later, 'received'],
  ),
  ...(['refused', 'opened', 'answered', 'answer-on-site', 'returned'] as const).map(
    (later): [EventKind, EventKind] => [later, 'received'],
  ),
  ['refusal-received', 'refused'],
  ['ruling-received', 'ruling'],
];

/** An event before the one it follows; of several of one kind, the earliest counts. */
function orderProblems({ events }: FollowUp, given: FollowUpAnswers['answers']['events']): Problem[] {
  return given.flatMap((one, at): Problem[] => {
    const tooEarly = after.some(([later, earlier]) => {
      const first = events.find(({ kind }) => kind === earlier);
      return one.kind === later && first !== undefined && one.date < first.date;
    });
    return tooEarly ? [{ path: `answers.events.${at}.date`, code: 'event-order' }] : [];
  });
}

function needs({ template, events, complaints, term }: FollowUp): Problem[] {
  const met = (one: Circumstance): boolean => {
    if (one === 'overdue') return term?.overdue ?? false;
    if (one === 'complaint-answered') return complaints.some(({ answered }) => answered !== undefined);
    return standing(events).some(({ kind }) => kind === one);
  };
  const excluded = template.matter.unless.filter((one) => events.some(({ kind }) => kind === one));
  const isUnset = (line: readonly Circumstance[]) =>
    line.length === 1 && line[0] === 'overdue' && beginsAnew(events);
  if (template.matter.needs.some(isUnset))
    return [{ path: 'answers.events', code: 'excluded-event', params: { events: 'cancelled' } }];
  return [
    ...template.matter.needs.filter((line) => !line.some(met)).map((line) => missing(line, term?.due ?? '')),
    ...(excluded.length > 0
      ? [
          {
            path: 'answers.events',
            code: 'excluded-event',
            params: { events: excluded.join(', ') },
          } satisfies Problem,
        ]
      : []),
  ];
}

function missing(line: readonly Circumstance[], until: IsoDate): Problem {
  return line.length === 1 && line[0] === 'overdue'
    ? { path: 'date', code: 'term-runs', params: { until } }
    : { path: 'answers.events', code: 'missing-event', params: { events: line.join(', ') } };
}
