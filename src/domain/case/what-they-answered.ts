/**
 * What the answer was: from a sentence in the person's own words and a few facts about the letter to events of the case.
 * A report of a crime that is treated as an ordinary letter (59-ФЗ instead of УПК 144) is found here.
 */
import type { Procedure } from '../procedure.ts';
import type { Event, EventKind } from './event.ts';
import type { Law, NumberKind, Order, Saying } from './letter-questions.ts';

export type Letter = {
  saying: Saying;
  procedure: Procedure;
  /** Day on the letter; of silence, none. */
  date?: string | undefined;
  received?: string | undefined;
  krsp?: NumberKind | undefined;
  law?: Law | undefined;
  order?: Order | undefined;
} & Omit<Event, 'kind' | 'date'>;

/** What was found out; each has a text on the page: what it means and what to do. */
export const findings = [
  'registered',
  'slip-only',
  'extended',
  'transferred',
  'treated-as-appeal',
  'answered',
  'refused',
  'joined',
  'opened',
  'returned',
  'on-site',
  'not-accepted',
  'cancelled',
  'ruling',
  'delivered',
  'silence',
] as const;
export type Finding = (typeof findings)[number];

export type Decision = { finding: Finding; events: readonly Event[] };

export function decide(letter: Letter): Decision {
  const { saying, procedure } = letter;
  if (saying === 'nothing') return silence(letter);
  if (saying === 'not-sure') return bySigns(letter);
  if (procedure !== 'crime-report') return plainly(letter, saying);
  if (saying === 'slip') return ofSlip(letter);
  if (saying === 'considered') return bySigns(letter);
  if (saying === 'refused') return ofRefusal(letter);
  const decided = plainly(letter, saying);
  const asLetter = letter.law === 'fz59' && (saying === 'extended' || saying === 'sent-on');
  return asLetter
    ? { finding: 'treated-as-appeal', events: [event(letter, 'treated-as-appeal'), ...decided.events] }
    : decided;
}

const plainFindings: Record<Exclude<Saying, 'nothing' | 'not-sure'>, [Finding, EventKind]> = {
  slip: ['slip-only', 'accepted'],
  extended: ['extended', 'extended'],
  'sent-on': ['transferred', 'transferred'],
  considered: ['answered', 'answered'],
  refused: ['answered', 'answered'],
  joined: ['joined', 'joined'],
  opened: ['opened', 'opened'],
  'to-court': ['returned', 'returned'],
  'on-site': ['on-site', 'answer-on-site'],
  'not-accepted': ['not-accepted', 'not-accepted'],
  cancelled: ['cancelled', 'cancelled'],
  ruling: ['ruling', 'ruling'],
};

function plainly(letter: Letter, saying: Exclude<Saying, 'nothing' | 'not-sure'>): Decision {
  const [finding, kind] = plainFindings[saying];
  const copy =
    saying === 'ruling' && letter.received
      ? [{ kind: 'ruling-received' as const, date: letter.received }]
      : [];
  return { finding, events: [event(letter, kind), ...copy] };
}

/** An incoming number is no registration: only the КРСП says that it is a report of a crime. */
function ofSlip(letter: Letter): Decision {
  return letter.krsp === 'krsp'
    ? { finding: 'registered', events: [event(letter, 'registered')] }
    : { finding: 'slip-only', events: [event(letter, 'accepted')] };
}

/** «Отказано» in a letter without a decision refuses nothing: the Code knows a refusal only as an order (УПК 148). */
function ofRefusal(letter: Letter): Decision {
  return letter.order === 'none' ? bySigns(letter) : refusedWithCopy(letter);
}

function refusedWithCopy(letter: Letter): Decision {
  const copy = letter.received ? [{ kind: 'refusal-received' as const, date: letter.received }] : [];
  return { finding: 'refused', events: [event(letter, 'refused'), ...copy] };
}

/** By what the paper is, not by what it says: an order decides; without one, and without УПК, it was read as a letter. */
function bySigns(letter: Letter): Decision {
  const { order, krsp, law, procedure } = letter;
  if (procedure !== 'crime-report') return { finding: 'answered', events: [event(letter, 'answered')] };
  if (order === 'refusal') return refusedWithCopy(letter);
  if (order === 'opening') return { finding: 'opened', events: [event(letter, 'opened')] };
  if (order === 'transfer') return { finding: 'transferred', events: [event(letter, 'transferred')] };
  if (law === 'fz59' || (krsp !== 'krsp' && law !== 'upk'))
    return { finding: 'treated-as-appeal', events: [event(letter, 'treated-as-appeal')] };
  return { finding: 'answered', events: [event(letter, 'answered')] };
}

function silence({ received }: Letter): Decision {
  return received === undefined
    ? { finding: 'silence', events: [] }
    : { finding: 'delivered', events: [{ kind: 'received', date: received }] };
}

/** The event with what belongs to it, and nothing that does not. */
function event(letter: Letter, kind: EventKind): Event {
  const { date, number, to, signedBy, days, grounds } = letter;
  if (date === undefined) throw new Error(`${kind} has no day`);
  return {
    kind,
    date,
    ...(number !== undefined && { number }),
    ...(signedBy !== undefined && { signedBy }),
    ...(kind === 'transferred' && to !== undefined && { to }),
    ...(kind === 'extended' && days !== undefined && { days }),
    ...(kind === 'refused' && grounds !== undefined && { grounds }),
  };
}
