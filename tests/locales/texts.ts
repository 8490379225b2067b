/** The locale files as lists: key, text. Plural forms are told from keys by their last part. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const folder = join(import.meta.dirname, '../../locales');

export function namespacesOf(language: string): string[] {
  return readdirSync(join(folder, language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** Every text of a language by its key, plural forms included: `walk.episode.clock_one`. */
export function textsOf(language: string): Map<string, string> {
  return new Map(
    namespacesOf(language).flatMap((name) =>
      flatten(JSON.parse(readFileSync(join(folder, language, `${name}.json`), 'utf8')), name),
    ),
  );
}

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) throw new Error(`${path} is no text`);
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, `${path}.${key}`));
}

const plural = /_(zero|one|two|few|many|other)$/;

export function withoutPlural(key: string): string {
  return key.replace(plural, '');
}

export function pluralForm(key: string): string | undefined {
  return plural.exec(key)?.[1];
}

/** `{{count}}` and the like, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([^}]*?)\s*\}\}/g)].map(([, name = '']) => name))].sort();
}
