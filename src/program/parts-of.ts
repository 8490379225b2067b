/** The library and the words as scripts with data, for pages that may not fetch anything. */
import type { ContentPart, LanguagePart, Part, WordsPart } from '#browser/parts.ts';
import { toPortable } from '#browser/portable.ts';
import type { Language } from '#domain/language.ts';
import type { Locales } from '#i18n.ts';
import type { Site } from '#web/site.ts';

/** Words of the interface that no page of a device shows. */
const elsewhere = ['api', 'cli', 'desk', 'share'];

export type Parts = {
  content: ContentPart;
  languages: readonly LanguagePart[];
  /** Words of the pages behind a case code. */
  sharing: readonly WordsPart[];
};

export function partsOf(site: Site, locales: Locales, place: 'device' | 'kit'): Parts {
  const { content, texts } = toPortable(site.library);
  return {
    content: {
      kind: 'content',
      place,
      content,
      operator: site.operator,
      publicUrl: site.publicUrl ?? null,
    },
    languages: site.languages.map((language) => languagePart(language, texts[language] ?? [], locales)),
    sharing: site.languages.map((language) => ({
      kind: 'words',
      language,
      locale: Object.fromEntries(
        Object.entries(locales[language] ?? {}).filter(([name]) => name === 'share'),
      ),
    })),
  };
}

function languagePart(language: Language, texts: readonly unknown[], locales: Locales): LanguagePart {
  const shown = Object.entries(locales[language] ?? {}).filter(([name]) => !elsewhere.includes(name));
  return { kind: 'language', language, texts, locale: Object.fromEntries(shown) };
}

/** A script that hands over one part. No text in it can end a script element. */
export function partScript(part: Part): string {
  return `(self.parts??=[]).push(${JSON.stringify(part).replaceAll('<', '\\u003c')});\n`;
}
