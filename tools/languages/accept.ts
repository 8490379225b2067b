/** Writes down from which Russian the translations of a language were made: to be run when they are right. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../../src/content/fingerprint.ts';
import { localizedTexts, translatable } from '../../src/content/localized-texts.ts';
import { blockPath } from '../../src/content/reading-copy.ts';
import { madeFromFile, readContent } from '../../src/content/translations.ts';
import type { Language } from '../../src/domain/language.ts';
import type { Library } from '../../src/domain/library.ts';

/** Every text and block that the language has now, and no other. */
export function accept(language: Language, library: Library, locales: string): void {
  const { templates, behind: _, ...content } = library;
  const own = readContent(locales, language);
  const texts = localizedTexts(translatable({ templates, ...content }))
    .filter(({ path }) => own.has(path))
    .map(({ path, text }): [string, string] => [path, fingerprint(text.ru)]);
  const blocks = [...templates.values()].flatMap((template) =>
    template.readings[language]
      ? template.blocks.map((block): [string, string] => [blockPath(template.id, block), fingerprint(block)])
      : [],
  );
  const all = Object.fromEntries([...texts, ...blocks].sort(([one], [other]) => (one < other ? -1 : 1)));
  mkdirSync(join(locales, language, 'content'), { recursive: true });
  writeFileSync(join(locales, language, 'content', madeFromFile), `${JSON.stringify(all, null, 2)}\n`);
}
