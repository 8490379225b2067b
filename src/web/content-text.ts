/** What lawyers wrote about a complaint, in the reader's language. */
import type { Language } from '#domain/language.ts';
import type { Template, TranslationMatter } from '#domain/template.ts';

export function templateText({ matter, translations }: Template, language: Language): TranslationMatter {
  const { title, summary, limits, requests } = matter;
  return (
    translations[language] ??
    (language === 'ru' ? undefined : translations.en) ?? {
      title,
      summary,
      limits,
      requests: Object.fromEntries(Object.entries(requests).map(([id, { label }]) => [id, label])),
    }
  );
}
