/** Which way a line of a copy to read goes. */
import { type Paragraph, plain } from '../document.ts';

export type Direction = 'ltr' | 'rtl';

/** Hebrew, Arabic and their neighbours, as a class of a regular expression. */
export const rightToLeftLetters = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff';
export const rightToLeft = new RegExp(`[${rightToLeftLetters}]`, 'u');

/** As its first letter goes; `otherwise` where there is none. */
export function directionOf(text: string, otherwise: Direction): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return otherwise;
  return rightToLeft.test(letter) ? 'rtl' : 'ltr';
}

/** As the copy goes; what nobody but a person typed, as they typed it. */
export function paragraphDirection(paragraph: Paragraph, copy: Direction): Direction {
  const typed = paragraph.length > 0 && paragraph.every(({ own }) => own);
  return typed ? directionOf(plain(paragraph), copy) : copy;
}
