/** «ч. 1 ст. 144 УПК РФ» as the reader says it; the act keeps the letters under which it stands on the paper. */
import type { Run } from '../document.ts';
import type { ReadingWords } from './words.ts';

/** The same as it is read aloud: the name of the act in Russian, what stands before it in the reader's language. */
export function lawRuns(citation: string, words: ReadingWords): Run[] {
  const text = law(citation, words);
  if (words.language === 'uk') return [{ text, russian: true }]; // both write «ст.»
  return text
    .split(/(\p{Script=Cyrillic}(?:[\p{Script=Cyrillic}\s\d.,№-]*\p{Script=Cyrillic})?)/u)
    .map((part, place): Run => (place % 2 ? { text: part, russian: true } : { text: part }))
    .filter((run) => run.text !== '');
}

export function law(citation: string, { say }: ReadingWords): string {
  return citation
    .replace(/(?<![а-яё])ст\.\s/giu, `${say('law.article')} `)
    .replace(/(?<![а-яё])ч\.\s/giu, `${say('law.part')} `)
    .replace(/(?<![а-яё])пп?\.\s/giu, `${say('law.point')} `)
    .replace(/(?<=\d)(\s)и\s(?=\d)/gu, `$1${say('law.and')} `);
}
