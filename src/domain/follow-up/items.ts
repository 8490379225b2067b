/** What a follow-up lists: earlier complaints, and what was not checked. */
import { longRussianDate } from '../dates.ts';
import type { Run } from '../document.ts';
import type { Item } from '../items.ts';
import { typeset } from '../typography.ts';
import type { FollowUp } from './follow-up.ts';

/** «Жалоба от … (кому: Генеральная прокуратура …); ответ от … № …». */
export function complaints({ complaints: earlier }: FollowUp): Item[] {
  return earlier.map(({ authority, sent, answered, number }, at) => {
    const about = `Жалоба от ${longRussianDate(sent)} в ${authority.accusative}`;
    const answer = answered === undefined ? '' : `; ответ от ${longRussianDate(answered)}`;
    const withNumber: Run[] =
      answered !== undefined && number !== undefined
        ? [{ text: typeset(' № ') }, { text: number, own: true }]
        : [];
    return { id: `complaint-${at + 1}`, text: [{ text: typeset(about + answer) }, ...withNumber] };
  });
}

/** One sentence that goes on from item to item. */
export function unchecked({ unchecked: left }: FollowUp): Item[] {
  return left.map(({ id, text }, at) => {
    const end = at === left.length - 1 ? '.' : ';';
    return { id, text: [{ text: typeset(text.ru + end) }] };
  });
}
