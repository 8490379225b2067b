/** What a language still lacks: keys of the interface, the lawyers' texts, complaints and their reading copies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deskLanguages, type Language } from '../../src/domain/language.ts';
import type { Library } from '../../src/domain/library.ts';

export type Survey = { language: Language; lacks: string[]; behind: string[]; english: string[] };

/** `locales` and `templates` are the folders; `english` names documents whose reading copy is the English one. */
export function survey(language: Language, library: Library, locales: string): Survey {
  const lacks = namespacesOf(locales, language).flatMap((name) => {
    const [model, own] = [keysOf(locales, 'ru', name), keysOf(locales, language, name)];
    return [...model].filter((key) => !own.has(key)).map((key) => `locales/${language}/${name}.json: ${key}`);
  });
  const texts = library.behind.filter((one) => one.language === language);
  return {
    language,
    lacks: [
      ...lacks,
      ...texts
        .filter(({ why }) => why === 'missing')
        .map(({ path }) => `locales/${language}/content: ${path}`),
    ],
    behind: texts.filter(({ why }) => why === 'stale').map(({ path }) => path),
    english: [...library.templates.values()]
      .filter(({ readings }) => language !== 'ru' && !readings[language])
      .map(({ id }) => `templates/complaints/${id}/${language}.md has no text to read`),
  };
}

/** Files that a language has to have: those of the Russian, the desk's where it is spoken. */
function namespacesOf(locales: string, language: Language): string[] {
  const atTheDesk = deskLanguages.some((one) => one === language);
  return readdirSync(join(locales, 'ru'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .filter((name) => name !== 'desk' || atTheDesk);
}

/** Keys without their plural form: each language has its own forms. */
function keysOf(locales: string, language: string, name: string): Set<string> {
  const file = join(locales, language, `${name}.json`);
  return new Set(existsSync(file) ? flat(JSON.parse(readFileSync(file, 'utf8'))) : []);
}

function flat(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [path.replace(/_(?:zero|one|two|few|many|other)$/, '')];
  return Object.entries(value ?? {}).flatMap(([name, one]) => flat(one, path ? `${path}.${name}` : name));
}
