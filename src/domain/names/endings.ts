/** What a name ends in, as the rules ask. A palochka (Ӏ, also typed I, 1 or |) is a consonant. */

/** Айшат, Цой, Коваль: also with a palochka at the end. */
export function endsInConsonant(name: string): boolean {
  return /[бвгджзйклмнпрстфхцчшщъьӀӏI1|]$/i.test(name);
}

/** Шевченко, Саакашвили, Бали: never -а or -я. */
export function endsInIndeclinableVowel(name: string): boolean {
  return /[еёиоуыэюєіїѣ]$/i.test(name);
}

/** How many syllables: one for each vowel. */
export function syllables(name: string): number {
  return name.match(/[аеёиоуыэюяєіїѣ]/gi)?.length ?? 0;
}

/** An initial, «И.» or «И», stands as it is. */
export function isInitial(name: string): boolean {
  return /^\p{L}\.?$/u.test(name);
}

/** True where the list, words between spaces, has the name. */
export function isOneOf(list: string, name: string): boolean {
  const known = lists.get(list) ?? new Set(list.toLowerCase().split(' '));
  lists.set(list, known);
  return known.has(name.toLowerCase());
}

/** The lists of the rules, cut into words once. */
const lists = new Map<string, ReadonlySet<string>>();
