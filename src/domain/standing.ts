/**
 * Words that stand the same in every document of a library: filled and typeset once and one object ever after,
 * so that a format may prepare them once too. What a person typed never comes here.
 */
import type { Paragraph, Run } from './document.ts';
import type { Library } from './library.ts';

type Words = Run | Paragraph;

/** Of words that change with the day, old ones are forgotten. */
const mostVariants = 64;

const all = new WeakSet<Words>();

/** Whether `words` are such, and will be met again as the same object. */
export function isStanding(words: Words): boolean {
  return all.has(words);
}

/** A place for standing words: looked up by the library, by `key`, an object of it, and by a variant of a few. */
export function standing<T extends Words>(): (
  library: Library,
  key: object,
  variant: string,
  make: () => T,
) => T {
  const places = new WeakMap<Library, WeakMap<object, Map<string, T>>>();
  return (library, key, variant, make) => {
    const ofLibrary = places.get(library) ?? remember(places, library, new WeakMap());
    const variants = ofLibrary.get(key) ?? remember(ofLibrary, key, new Map());
    const known = variants.get(variant);
    if (known) return known;
    if (variants.size >= mostVariants) variants.clear();
    const made = make();
    all.add(made);
    variants.set(variant, made);
    return made;
  };
}

function remember<Key extends object, Value>(places: WeakMap<Key, Value>, key: Key, value: Value): Value {
  places.set(key, value);
  return value;
}
