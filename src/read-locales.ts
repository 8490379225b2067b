/** Reads `locales/<lng>/<namespace>.json` from disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '#domain/language.ts';
import type { Locale, Locales } from './i18n.ts';

/** Every language of the list, each with all namespaces of its folder. */
export function readLocales(root: string): Locales {
  return Object.fromEntries(languages.map((language) => [language, readLocale(join(root, language))]));
}

function readLocale(folder: string): Locale {
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}
