/** How far a test goes in which language: all of them are tried, and three to the last corner. */
import { type Language, languages } from '#domain/language.ts';

/** The lawyers' own two, and the one that runs from right to left. */
export const thorough = languages.filter((language) => ['ru', 'en', 'ar'].includes(language));

/** Whether every document, office and wrong turn is tried in it; what goes by texts alone is tried in all. */
export function isThorough(language: Language): boolean {
  return thorough.includes(language);
}

/** The first segment of a path, for patterns: `ru|en|…`. */
export const anyLanguage = `(?:${languages.join('|')})`;
