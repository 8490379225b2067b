/**
 * What to write into the inventory of enclosures (опись вложения, form 107). The form itself was not compared: its words
 * here are from memory, and the page says so.
 */
import { longRussianDate } from '../dates.ts';
import { typeset } from '../typography.ts';
import { type Dispatch, own, type Paper, words } from './paper.ts';

const line = '_'.repeat(6);

/** Two copies: one goes into the envelope, the other comes back stamped. The postal worker reads them, so they name no topic. */
export function inventory(dispatch: Dispatch): Paper {
  const { authority, applicant, annexes, followUp } = dispatch;
  const items = [
    `${named(dispatch)} на ${line} л.`,
    ...(annexes ? [`${followUp ? 'Приложения' : 'Приложение: распечатки'} на ${line} л.`] : []),
  ];
  return {
    id: 'inventory',
    language: 'ru',
    frame: false,
    copies: 2,
    blocks: [
      { kind: 'title', text: words('ОПИСЬ ВЛОЖЕНИЯ в ценное письмо') },
      {
        kind: 'fields',
        fields: [
          authority.address
            ? { label: 'Куда', value: words(typeset(authority.address.text)) }
            : { label: 'Куда', blank: 1 },
          { label: 'Кому', value: words(typeset(authority.dative)) },
        ],
      },
      {
        kind: 'table',
        head: ['№ п/п', 'Наименование предметов', 'Кол-во', 'Объявл. ценность, руб.'],
        rows: [
          ...items.map((item, index) => [String(index + 1), typeset(item), '1', '']),
          ['', 'Общий итог', String(items.length), ''],
        ],
      },
      {
        kind: 'fields',
        fields: [
          applicant
            ? {
                label: 'Отправитель (подпись)',
                value: [...words(`${'_'.repeat(16)} / `), ...own(applicant.lastName)],
              }
            : { label: 'Отправитель (подпись)', blank: 1 },
          { label: 'Проверил (должность, подпись, штамп почты)', blank: 1 },
        ],
      },
    ],
  };
}

/** «Заявление от 1 декабря 2026 г.»; a sheet that is dated by hand leaves the day open. */
export function named({ crimeReport, followUp, applicant, date }: Dispatch): string {
  const day = applicant ? longRussianDate(date) : '«____» ____________ 20____ г.';
  return `${followUp ?? (crimeReport ? 'Заявление' : 'Обращение')} от ${day}`;
}
