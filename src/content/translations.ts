/**
 * The lawyers' texts in the languages that lawyers do not write: `locales/<lng>/content/<area>.json`. Each remembers the
 * Russian it was made from (`made-from.json` beside them); one that is missing or behind leaves the English in its place.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Language, languages } from '#domain/language.ts';
import type { Behind } from '#domain/library.ts';
import type { Finding } from './finding.ts';
import { fingerprint } from './fingerprint.ts';
import { localizedTexts } from './localized-texts.ts';

/** Languages whose texts stand in the YAML files themselves. */
const written: readonly Language[] = ['ru', 'en'];
export const translated = languages.filter((language) => !written.includes(language));

export const madeFromFile = 'made-from.json';

export type Fingerprints = Readonly<Record<string, string>>;
const fingerprints = z.record(z.string(), z.string());

/** What each text was translated from, by path; of complaints by `complaints/<id>#<block>`. */
export function readFingerprints(root: string, language: string): Fingerprints {
  const file = join(root, language, 'content', madeFromFile);
  return existsSync(file) ? fingerprints.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Puts the translations into the texts of `content`, and tells where English had to stay. */
export function translate(content: object, root: string): { behind: Behind[]; findings: Finding[] } {
  const texts = new Map(localizedTexts(content).map(({ path, text }) => [path, text]));
  const behind: Behind[] = [];
  const findings: Finding[] = [];
  for (const language of translated) {
    const madeFrom = readFingerprints(root, language);
    const given = readContent(root, language);
    for (const [path, text] of texts) {
      const own = given.get(path);
      if (own === undefined) behind.push({ language, path, why: 'missing' });
      else if (madeFrom[path] !== fingerprint(text.ru)) behind.push({ language, path, why: 'stale' });
      else text[language] = own;
    }
    for (const path of given.keys())
      if (!texts.has(path))
        findings.push({
          file: `locales/${language}/content`,
          line: 1,
          message: `no text has the path "${path}"`,
        });
  }
  return { behind, findings };
}

/** Every text of the files in `content/`, by its path. */
export function readContent(root: string, language: Language): Map<string, string> {
  const folder = join(root, language, 'content');
  if (!existsSync(folder)) return new Map();
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json') && file !== madeFromFile)
      .flatMap((file) =>
        flat(JSON.parse(readFileSync(join(folder, file), 'utf8')), file.replace(/\.json$/, '')),
      ),
  );
}

function flat(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([name, one]) => flat(one, `${path}.${name}`));
}
