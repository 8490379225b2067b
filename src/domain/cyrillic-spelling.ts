/**
 * A Cyrillic spelling for a name typed in Latin letters, as a suggestion only: the person decides.
 * Letters by the usual practice for foreign passports, read backwards (ICAO Doc 9303, part 3, section 6, for Cyrillic).
 */
const letters: readonly [RegExp, string][] = [
  [/(?<=.[bcdfghjklmnpqrstvwxz])ya/g, 'ья'],
  [/(?<=[bcdfghjklmnpqrstvwxz])ia$/g, 'ия'],
  [/shch/g, 'щ'],
  [/kh/g, 'х'],
  [/zh/g, 'ж'],
  [/ts/g, 'ц'],
  [/ch/g, 'ч'],
  [/sh/g, 'ш'],
  [/(?:iu|yu)/g, 'ю'],
  [/(?:ia|ya)/g, 'я'],
  [/ye/g, 'е'],
  [/yo/g, 'ё'],
  [/iy$/g, 'ий'],
  [/yy$/g, 'ый'],
  [/(?<=[aeiou])[iy]$/g, 'й'],
  [/(?<=[aeiou])y/g, 'й'],
  [/y$/g, 'ий'],
];
const single: Record<string, string> = {
  a: 'а',
  b: 'б',
  c: 'к',
  d: 'д',
  e: 'е',
  f: 'ф',
  g: 'г',
  h: 'х',
  i: 'и',
  j: 'дж',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  q: 'к',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  v: 'в',
  w: 'в',
  x: 'кс',
  y: 'ы',
  z: 'з',
  "'": 'ь',
  '’': 'ь',
};

/** `Yusupova-Petrenko` → «Юсупова-Петренко»; a word without Latin letters stays as it is. */
export function cyrillicSpelling(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/([\s-]+)/)
    .map(spellWord)
    .join('');
}

function spellWord(word: string): string {
  if (!/[a-z]/i.test(word)) return word;
  const lower = letters.reduce(
    (text, [latin, cyrillic]) => text.replace(latin, cyrillic),
    word.toLowerCase(),
  );
  const spelled = [...lower].map((letter) => single[letter] ?? letter).join('');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
