/** The phrases of a copy to read, from the words of the interface. */
import type { Language } from '#domain/language.ts';
import type { ReadingWords } from '#domain/reading/words.ts';
import type { Site } from '../site.ts';
import { longDate } from './provenance.ts';

export function readingWords({ texts }: Pick<Site, 'texts'>, language: Language): ReadingWords {
  const t = texts(language);
  return {
    language,
    say: (phrase, params) => t(`reading.${phrase}`, params),
    stop: `${t('reading.stop')} `,
    day: (date) => longDate(language, date),
    list: (entries) => new Intl.ListFormat(language).format(entries),
  };
}
