/** What a language still lacks: keys of the interface, the lawyers' texts, complaints and their reading copies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../src/domain/language.ts';
import type { Library } from '../../src/domain/library.ts';

export type Survey = { language: Language; lacks: string[]; behind: string[]; english: string[] };

/** `locales` and `templates` are the folders; `english` names documents whose reading copy is the English one. */
export function survey(language: Language, library: Library, locales: string): Survey {
  const lacks = namespaces(locales, 'ru').flatMap((name) => {
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

function namespaces(locales: string, language: string): string[] {
  const folder = join(locales, language);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''));
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
