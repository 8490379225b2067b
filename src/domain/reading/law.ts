/** «ч. 1 ст. 144 УПК РФ» as the reader says it; the act keeps the letters under which it stands on the paper. */
import type { ReadingWords } from './words.ts';

export function law(citation: string, { say }: ReadingWords): string {
  return citation
    .replace(/(?<![а-яё])ст\.\s/giu, `${say('law.article')} `)
    .replace(/(?<![а-яё])ч\.\s/giu, `${say('law.part')} `)
    .replace(/(?<![а-яё])пп?\.\s/giu, `${say('law.point')} `)
    .replace(/(?<=\d)(\s)и\s(?=\d)/gu, `$1${say('law.and')} `);
}
