/** What the scripts with data hand to the program, in whatever order they arrive. */
import type { Language } from '#domain/language.ts';
import type { Locale } from '#i18n.ts';
import type { Site } from '#web/site.ts';

/** One for everybody: law, templates, addresses. */
export type ContentPart = {
  kind: 'content';
  place: 'device' | 'kit';
  content: unknown;
  operator: Site['operator'];
  publicUrl: string | null;
};

/** One for each language: the words of the pages, and the texts of the library. */
export type LanguagePart = {
  kind: 'language';
  language: Language;
  texts: readonly unknown[];
  locale: Locale;
};

/** Words of pages that only some of the pages on a device need, for each language. */
export type WordsPart = { kind: 'words'; language: Language; locale: Locale };

export type Part = ContentPart | LanguagePart | WordsPart;

declare global {
  /** Filled by the scripts with data; read by the program. */
  var parts: Part[] | undefined;
}
