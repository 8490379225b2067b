/** Papers that go with a follow-up: only those that the events say the person has. */
import type { EventKind } from '../case/event.ts';
import { standing } from '../case/refusals.ts';
import { type IsoDate, longRussianDate } from '../dates.ts';
import type { Item } from '../items.ts';
import { typeset } from '../typography.ts';
import type { FollowUp } from './follow-up.ts';

export const annexIds = [
  'filed',
  'tracking',
  'slip',
  'registration',
  'extension',
  'transfer',
  'joined',
  'answer',
  'letter',
  'site',
  'refusal',
  'returned',
  'complaints',
  'complaint-answers',
  'ruling',
  'copies',
] as const;
export type AnnexId = (typeof annexIds)[number];

/** `dates` of the letters, of several of one kind all; `several` where there is more than one. */
export type Annex = { id: AnnexId; text: string; dates: readonly IsoDate[]; several: boolean };

/** All that the person can add, in the order in which a reader needs them; chosen ones only, where they chose. */
export function annexes(followUp: FollowUp): Item[] {
  return chosenAnnexes(followUp).map(({ id, text }) => ({
    id,
    text: [{ text: typeset(`${text} на ____ л.`) }],
  }));
}

export function chosenAnnexes(followUp: FollowUp): Annex[] {
  return available(followUp).filter(({ id }) => followUp.annexes?.includes(id) ?? true);
}

/** What the person has by these events. */
export function available(followUp: FollowUp): Annex[] {
  const { filed, complaints, template } = followUp;
  const paper = filed.template.matter.crimeReport ? 'заявления о преступлении' : 'обращения';
  const answered = complaints.filter((one) => one.answered !== undefined);
  const ofEvents = lettersOf(followUp);
  return [
    {
      id: 'filed',
      text: `Копия ${paper}, направленного ${day(filed.sent)}`,
      dates: [filed.sent],
      several: false,
    },
    ...(filed.tracking ? [annex('tracking', 'Сведения о почтовом отправлении')] : []),
    ...ofEvents,
    ...counted('complaints', complaints.length, 'Копия жалобы', 'Копии жалоб'),
    ...counted('complaint-answers', answered.length, 'Копия ответа на жалобу', 'Копии ответов на жалобы'),
    ...(template.matter.addressees.includes('court')
      ? [annex('copies', 'Копии настоящей жалобы для участвующих лиц')]
      : []),
  ];
}

function annex(id: AnnexId, text: string): Annex {
  return { id, text, dates: [], several: false };
}

function counted(id: AnnexId, count: number, one: string, several: string): Annex[] {
  return count === 0 ? [] : [{ ...annex(id, count === 1 ? one : several), several: count > 1 }];
}

const letters: readonly [kind: EventKind, id: AnnexId, text: string, several?: string][] = [
  ['accepted', 'slip', 'Копия талона-уведомления'],
  ['extended', 'extension', 'Копия уведомления о продлении срока', 'Копии уведомлений о продлении срока'],
  ['transferred', 'transfer', 'Копия уведомления о передаче', 'Копии уведомлений о передаче'],
  ['joined', 'joined', 'Копия письма о приобщении', 'Копии писем о приобщении'],
  ['treated-as-appeal', 'answer', 'Копия ответа', 'Копии ответов'],
  ['answered', 'letter', 'Копия ответа', 'Копии ответов'],
  ['answer-on-site', 'site', 'Распечатка ответа, размещённого на официальном сайте,'],
  ['returned', 'returned', 'Копия письма о возвращении'],
  ['refusal-received', 'refusal', 'Копия постановления об отказе в возбуждении уголовного дела'],
  ['ruling-received', 'ruling', 'Копия постановления суда'],
];

/** A letter or a decision that came on paper; of several of one kind, all together. */
function lettersOf({ events }: FollowUp): Annex[] {
  return letters.flatMap(([kind, id, one, several = one]): Annex[] => {
    const dates = standing(events)
      .filter((one) => one.kind === kind)
      .map(({ date }) => date);
    const [first] = dates;
    if (first === undefined) return [];
    const text = dates.length > 1 ? several : one;
    const dated = kind.endsWith('-received') ? text : `${text} от ${dates.map(day).join(' и ')}`;
    return [{ id, text: dated, dates, several: dates.length > 1 }];
  });
}

function day(date: IsoDate): string {
  return longRussianDate(date);
}
