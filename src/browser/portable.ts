/**
 * The library as it travels to the person's own device: JSON, with the texts for readers taken out by language,
 * so that a device loads only the languages that it shows. What is filed is Russian, so Russian always goes along.
 */
import type { Language } from '#domain/language.ts';
import { languages } from '#domain/language.ts';
import type { Library } from '#domain/library.ts';

/** JSON whose texts for readers are numbers into a list of each language. */
export type PortableLibrary = {
  content: unknown;
  texts: Readonly<Partial<Record<Language, readonly unknown[]>>>;
};

const mapKey = '$map';
const textKey = '$text';

export function toPortable(library: Library): PortableLibrary {
  const texts: Record<string, unknown[]> = {};
  for (const language of languages) texts[language] = [];
  let count = 0;
  const pack = (value: unknown): unknown => {
    if (value instanceof Map) return { [mapKey]: [...value].map(([key, one]) => [key, pack(one)]) };
    if (Array.isArray(value)) return value.map(pack);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const isText = entries.length > 0 && entries.every(([key]) => languages.some((one) => one === key));
    if (!isText) return Object.fromEntries(entries.map(([key, one]) => [key, pack(one)]));
    const byLanguage: Partial<Record<string, unknown>> = value;
    for (const language of languages) texts[language]?.push(byLanguage[language] ?? null);
    return { [textKey]: count++ };
  };
  return { content: pack(library), texts };
}

/** The library again, with the texts of those languages that have arrived. */
export function fromPortable(
  content: unknown,
  texts: Readonly<Partial<Record<Language, readonly unknown[]>>>,
): Library {
  const arrived = languages.flatMap((language) => {
    const list = texts[language];
    return list ? [{ language, list }] : [];
  });
  const unpack = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(unpack);
    if (typeof value !== 'object' || value === null) return value;
    if (mapKey in value && Array.isArray(value[mapKey]))
      return new Map(value[mapKey].map(([key, one]) => [key, unpack(one)]));
    if (textKey in value) {
      const place = Number(value[textKey]);
      const given = arrived.flatMap(({ language, list }) =>
        list[place] === null ? [] : [[language, list[place]]],
      );
      return Object.fromEntries(given);
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpack(one)]));
  };
  return unpack(content) as Library; // what toPortable was given: a test compares them
}
