/** The sheet that goes with the second copy: whoever accepts the first one writes here who, when and under which number. */
import { fullName } from '../applicant.ts';
import { typeset } from '../typography.ts';
import { named } from './inventory.ts';
import { type Dispatch, own, type Paper, type PaperField, words } from './paper.ts';

/** A report of a crime has a slip and a number of its own (УПК 144 ч. 4), an appeal an incoming number. */
export function secondCopy(dispatch: Dispatch): Paper {
  const { authority, applicant, crimeReport, annexes } = dispatch;
  const line = (label: string): PaperField => ({ label: typeset(label), blank: 1 });
  return {
    id: 'second-copy',
    language: 'ru',
    frame: false,
    copies: 1,
    blocks: [
      { kind: 'title', text: words('ОТМЕТКА О ПРИЁМЕ') },
      { kind: 'text', text: words(typeset('Второй экземпляр, остаётся у заявителя')) },
      {
        kind: 'fields',
        fields: [
          { label: 'Документ', value: words(typeset(named(dispatch))) },
          { label: 'Кому', value: words(typeset(authority.dative)) },
          applicant
            ? { label: 'Заявитель', value: own(fullName(applicant)) }
            : { label: 'Заявитель', blank: 1 },
          line(annexes ? 'Листов в документе и в приложении' : 'Листов в документе'),
        ],
      },
      { kind: 'title', text: words('Первый экземпляр принял(а)') },
      {
        kind: 'fields',
        fields: [
          line('Должность'),
          line('Фамилия, инициалы'),
          line('Дата и время'),
          line('Входящий №'),
          ...(crimeReport ? [line('№ в книге регистрации (КРСП)'), line('№ талона-уведомления')] : []),
          line('Подпись, штамп'),
        ],
      },
    ],
  };
}
