/**
 * What a person writes with a pen on a sheet made without an applicant: no more than УПК 141 and 59-ФЗ ст. 7 ask for,
 * so neither telephone nor e-mail.
 */
import type { Block } from './document.ts';
import { typeset } from './typography.ts';

/** Stands where a text names the applicant. */
export const nameByHand = '_'.repeat(32);

/** Instead of «от …»: the nominative, which everybody writes without a mistake. */
export function applicantByHand(id: string): Block {
  return {
    id,
    kind: 'form',
    fields: [
      { id: 'name', label: typeset('Заявитель (Ф. И. О. полностью):'), lines: 2 },
      { id: 'address', label: typeset('адрес для ответа (с индексом):'), lines: 3 },
    ],
  };
}

/** What goes on the two lines of {@link signatureByHand}. */
export const undatedLabel = typeset('Подпись, инициалы и фамилия заявителя:');
export const datedLabel = typeset('Дата, подпись, инициалы и фамилия заявителя:');

/** A line to sign and one to spell out the name; `dated`: before them the day, so that nobody signs another one. */
export function signatureByHand(id: string, dated: boolean): Block {
  const date = dated ? '«____» ____________ 20____\u00a0г.' : null;
  return { id, kind: 'signature', date, name: `/ ${'_'.repeat(20)}` };
}
