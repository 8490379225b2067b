/** A week as people say it: from its Monday to its Sunday. */
import type { Language } from '#domain/language.ts';
import { type IsoWeek, mondayOf, sundayOf } from '#domain/register/week.ts';

/** «2–8 нояб. 2026», "2–8 Nov 2026": without «г.», for a sentence may end after it. */
export function weekText(language: Language, week: IsoWeek): string {
  const day = (date: string) => new Date(`${date}T00:00:00Z`);
  return formatterOf(language)
    .formatRange(day(mondayOf(week)), day(sundayOf(week)))
    .replace(/\u2009/g, ' ')
    .replace(/^(\d+) – (?=\d+ )/, '$1–')
    .replace(/\s[гр]\.(?=$| –)/g, '');
}

const formatters = new Map<Language, Intl.DateTimeFormat>();

/** Where the language alone would not say how its readers write a day. */
const locales: Partial<Record<Language, string>> = { en: 'en-GB', ar: 'ar-u-nu-latn' };

function formatterOf(language: Language): Intl.DateTimeFormat {
  const known = formatters.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language] ?? language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  formatters.set(language, made);
  return made;
}
