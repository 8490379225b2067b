/** A complete valid request for a follow-up: a case in which exactly what the document needs has happened. */
import type { Event, EventKind } from '../case/event.ts';
import { addDays, type IsoDate } from '../dates.ts';
import { authoritiesFor, episodesFor, found, type Library } from '../library.ts';
import type { FollowUpTemplate } from '../template.ts';
import { addresseesOf, courtsFor, goesToCourt } from './addressees.ts';
import { followed } from './answers.ts';
import type { Circumstance } from './circumstances.ts';

/** Days before the document, and what such an event usually tells. Made up, as is the rest of the example. */
const usual: Partial<Record<EventKind, [daysBefore: number, more?: Omit<Event, 'kind' | 'date'>]>> = {
  registered: [40, { number: '123пр-26' }],
  extended: [38, { days: 30 }],
  transferred: [30, { to: 'sk-su-chechnya', number: '214-26' }],
  'treated-as-appeal': [20, { number: '214-457-26' }],
  refused: [12, { grounds: 'no-event' }],
  'refusal-received': [8],
  'ruling-received': [3],
  ruling: [5, { number: '3/10-45/2026' }],
};

/** The answers of the example; `date` is the day of the document. */
export function exampleAnswers(library: Library, template: FollowUpTemplate, date: IsoDate) {
  const [first] = followed(library, template);
  const [office] = first ? authoritiesFor(library, first) : [];
  const [episode] = first ? episodesFor(library, first).filter(({ open }) => !open) : [];
  if (!first || !office || !episode) throw new Error(`nothing that ${template.id} could follow`);
  const events = exampleEvents(template, date);
  const [court] = courtsFor(library, office, []);
  const [to = null] = addresseesOf(library, template, office, events).map(({ id }) => id);
  const { needs } = template.matter;
  const [reviewer = office.id] = office.reviewedBy;
  return {
    authority: to,
    answers: {
      filed: {
        template: first.id,
        authority: office.id,
        sent: addDays(date, -50),
        received: addDays(date, -43),
        tracking: '10100012345678',
        episode: episode.id,
      },
      events,
      ...(needs.some((line) => line.includes('complaint-answered')) && {
        complaints: [{ authority: reviewer, sent: addDays(date, -25), answered: addDays(date, -14) }],
      }),
      ...(lists(template, 'unchecked') && {
        unchecked: [...library.unchecked.values()]
          .filter(({ kinds }) => kinds.some((kind) => first.matter.acts.includes(kind)))
          .slice(0, 3)
          .map(({ id }) => id),
      }),
      requests: Object.entries(template.matter.requests)
        .filter(([, { recommended }]) => recommended)
        .map(([id]) => id),
      ...(goesToCourt(template) && court && { court: { name: court.name } }),
    },
  };
}

/** Of each line of `needs` the first event, and before it what usually comes before. */
function exampleEvents({ matter, id }: FollowUpTemplate, date: IsoDate): Event[] {
  const needed = matter.needs.flatMap(([first]) => (first && isEvent(first) ? [first] : []));
  const before: EventKind[] = id === 'complaint-refusal' || id === 'court-125' ? ['registered'] : [];
  const kinds = [...new Set([...before, ...needed.flatMap(withOthers)])];
  return kinds
    .filter((kind) => !matter.unless.includes(kind) && kind !== 'received')
    .map((kind) => {
      const [daysBefore, more] = found(new Map(Object.entries(usual)), kind);
      return { kind, date: addDays(date, -daysBefore), ...more };
    });
}

/** A copy comes after the decision. */
function withOthers(kind: EventKind): EventKind[] {
  if (kind === 'ruling') return ['ruling', 'ruling-received'];
  return kind === 'refused' ? ['refused', 'refusal-received'] : [kind];
}

function isEvent(circumstance: Circumstance): circumstance is EventKind {
  return circumstance !== 'overdue' && circumstance !== 'complaint-answered';
}

function lists({ blocks }: FollowUpTemplate, kind: 'unchecked'): boolean {
  return blocks.some((block) => block.kind === kind);
}
