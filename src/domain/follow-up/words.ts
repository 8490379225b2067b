/** What the text of a follow-up may print and ask: the first document, what happened to it, its time limit, the court. */
import type { Authority } from '../authority.ts';
import type { Event, EventKind } from '../case/event.ts';
import { standing } from '../case/refusals.ts';
import { daysBetween, type IsoDate, longRussianDate } from '../dates.ts';
import type { Run } from '../document.ts';
import type { Library } from '../library.ts';
import { oneOrSeveral } from '../report-words.ts';
import { typeset } from '../typography.ts';
import { holderOf } from './addressees.ts';
import { annexes } from './annexes.ts';
import type { FollowUp } from './follow-up.ts';

export type FollowUpFilling = {
  kind: 'follow-up';
  library: Library;
  complaint: FollowUp;
  number: Readonly<Record<string, 'one' | 'several'>>;
  /** Words without values are the same for all documents of one variant. */
  variant: string;
};

export function followUpFilling(library: Library, complaint: FollowUp): FollowUpFilling {
  const number = {
    annexes: oneOrSeveral(annexes(complaint).length),
    unchecked: oneOrSeveral(complaint.unchecked.length),
    complaints: oneOrSeveral(complaint.complaints.length),
  };
  const variant = [complaint.applicant?.gender ?? 'unstated', ...Object.values(number)].join();
  return { kind: 'follow-up', library, complaint, number, variant };
}

const ours = (text: string | undefined): Run => ({ text: typeset(text ?? '') });
const own = (text: string | undefined): Run => ({ text: text ?? '', own: true });

/** How a language writes a day, and an office in a case of its grammar. */
export type Speech = {
  day: (date: IsoDate) => string;
  office: (authority: Authority | undefined, form: 'name' | 'genitive' | 'accusative') => Run;
};

const russian: Speech = {
  day: longRussianDate,
  office: (authority, form) => ours(form === 'name' ? authority?.name.ru : authority?.[form]),
};

/** Empty where there is no such thing in this case. */
export function followUpValue(
  name: string,
  { library, complaint }: FollowUpFilling,
  speech: Speech = russian,
): Run {
  const { day, office } = speech;
  const { filed, events, term, court } = complaint;
  const [group, kind = '', field = ''] = name.split('.');
  if (group === 'event') return eventValue(lastOf(standing(events), kind), field, day);
  const { office: holder, typed } = holderOf(library, filed.authority, events);
  const values: Record<string, () => Run> = {
    'filed.date': () => ours(day(filed.sent)),
    'filed.days': () => ours(String(daysBetween(filed.sent, complaint.date))),
    'filed.number': () => own(filed.number),
    'filed.tracking': () => own(filed.tracking),
    'filed.received': () => eventValue(receiptBefore(events), 'date', day),
    'moved.received': () => eventValue(receiptAfter(events), 'date', day),
    'filed.office': () => office(filed.authority, 'name'),
    'filed.office.genitive': () => office(filed.authority, 'genitive'),
    'filed.office.accusative': () => office(filed.authority, 'accusative'),
    holder: () => office(holder, 'name'),
    'holder.genitive': () => office(holder, 'genitive'),
    'holder.accusative': () => office(holder, 'accusative'),
    'holder.typed': () => own(typed),
    'term.due': () => ours(term?.certain ? day(term.due) : ''),
    'court.name': () => own(court?.name),
    'court.appeal': () => own(court?.appeal),
  };
  const value = values[name];
  if (!value) throw new Error(`a follow-up has no value ${name}`);
  return value();
}

/** The receipt by the office that the document was sent to. */
function receiptBefore(events: readonly Event[]): Event | undefined {
  const moved = events.find(({ kind }) => kind === 'transferred')?.date;
  return events.find(({ kind, date }) => kind === 'received' && (moved === undefined || date <= moved));
}

/** The receipt by the office that it was sent on to. */
function receiptAfter(events: readonly Event[]): Event | undefined {
  const moved = lastOf(events, 'transferred')?.date;
  return moved === undefined
    ? undefined
    : events.find(({ kind, date }) => kind === 'received' && date > moved);
}

/** Of several events of one kind, the last. */
function lastOf(events: readonly Event[], kind: EventKind | string): Event | undefined {
  return events.filter((one) => one.kind === kind).at(-1);
}

function eventValue(event: Event | undefined, field: string, day: Speech['day']): Run {
  switch (field) {
    case 'date':
      return ours(event && day(event.date));
    case 'days':
      return ours(event?.days?.toString());
    case 'number':
      return own(event?.number);
    default:
      return own(event?.signedBy);
  }
}

export function followUpCondition(name: string, given: FollowUpFilling): readonly string[] {
  const { complaint, library } = given;
  const { authority, filed, events, term } = complaint;
  switch (name) {
    case 'event':
      return standing(events).map(({ kind }) => kind);
    case 'addressee':
      return [authority?.kind ?? 'court'];
    case 'filed':
      return [filed.template.matter.procedure];
    case 'office':
      return [filed.authority.kind];
    case 'term':
      return term?.overdue ? [term.id] : [];
    case 'grounds':
      return [...standing(events)]
        .reverse()
        .flatMap(({ kind, grounds }) => (kind.startsWith('refus') && grounds ? [grounds] : []))
        .slice(0, 1);
    case 'ruling':
      return [complaint.ruling ?? ''];
    case 'about':
      return [filed.template.matter.acts.includes('statement') ? 'statements' : 'violence'];
    case 'holder':
      return [holderOf(library, filed.authority, events).office?.id ?? ''];
    case 'same-office':
      return [holderOf(library, filed.authority, events).office === authority ? 'yes' : ''];
    case 'unchecked':
      return complaint.unchecked.map(({ id }) => id);
    case 'complaints':
      return complaint.complaints.map(({ sent }) => sent);
    case 'annexes':
      return annexes(complaint).map(({ id }) => id);
    default:
      return [followUpValue(name, given).text];
  }
}
