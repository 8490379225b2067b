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

type Annex = { id: AnnexId; text: string };

/** All that the person can add, in the order in which a reader needs them; chosen ones only, where they chose. */
export function annexes(followUp: FollowUp): Item[] {
  return available(followUp)
    .filter(({ id }) => followUp.annexes?.includes(id) ?? true)
    .map(({ id, text }) => ({ id, text: [{ text: typeset(`${text} на ____ л.`) }] }));
}

/** What the person has by these events. */
export function available(followUp: FollowUp): Annex[] {
  const { filed, complaints, template } = followUp;
  const paper = filed.template.matter.crimeReport ? 'заявления о преступлении' : 'обращения';
  const answered = complaints.filter((one) => one.answered !== undefined);
  const ofEvents = lettersOf(followUp);
  return [
    { id: 'filed', text: `Копия ${paper}, направленного ${day(filed.sent)}` },
    ...(filed.tracking ? [{ id: 'tracking', text: 'Сведения о почтовом отправлении' } satisfies Annex] : []),
    ...ofEvents,
    ...(complaints.length > 0
      ? [
          {
            id: 'complaints',
            text: complaints.length === 1 ? 'Копия жалобы' : 'Копии жалоб',
          } satisfies Annex,
        ]
      : []),
    ...(answered.length > 0
      ? [
          {
            id: 'complaint-answers',
            text: answered.length === 1 ? 'Копия ответа на жалобу' : 'Копии ответов на жалобы',
          } satisfies Annex,
        ]
      : []),
    ...(template.matter.addressees.includes('court')
      ? [{ id: 'copies', text: 'Копии настоящей жалобы для участвующих лиц' } satisfies Annex]
      : []),
  ];
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
    return [{ id, text: kind.endsWith('-received') ? text : `${text} от ${dates.map(day).join(' и ')}` }];
  });
}

function day(date: IsoDate): string {
  return longRussianDate(date);
}
