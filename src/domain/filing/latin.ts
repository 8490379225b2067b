/**
 * Russian in Latin letters by ICAO Doc 9303 (the rules of Russian passports), so that a foreign post can read an address.
 * Letters outside the Russian alphabet stay as they are. Source, read 21 November 2026:
 * consultant.ru/document/cons_doc_LAW_316977/3908f3444d08fff829e4a543b6952e1d9f34ee2e/
 */
const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: 'ie',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** «Технический переулок» → "Tekhnicheskii pereulok"; a word in capitals stays in capitals. */
export function inLatin(text: string): string {
  return text.replace(/[а-яё]/giu, (letter, at: number) => {
    const small = letters[letter.toLowerCase()] ?? letter;
    if (letter === letter.toLowerCase()) return small;
    const next = text[at + 1] ?? '';
    const previous = text[at - 1] ?? '';
    const capitals = isCapital(next) || (!isSmall(next) && isCapital(previous));
    return capitals ? small.toUpperCase() : small.charAt(0).toUpperCase() + small.slice(1);
  });
}

function isCapital(letter: string): boolean {
  return /\p{Lu}/u.test(letter);
}

function isSmall(letter: string): boolean {
  return /\p{Ll}/u.test(letter);
}
