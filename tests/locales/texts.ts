/** The locale files as lists: key, text. Plural forms are told from keys by their last part. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localizedTexts, translatable } from '#content/localized-texts.ts';
import { deskLanguages, type Language } from '#domain/language.ts';
import type { Library } from '#domain/library.ts';
import type { Template, TemplateBlock } from '#domain/template.ts';

export const folder = join(import.meta.dirname, '../../locales');

export function namespacesOf(language: string): string[] {
  return readdirSync(join(folder, language))
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.replace(/\.json$/, ''))
    .sort();
}

/** The files that a language has to have: those of the Russian, the desk's where it is spoken. */
export function namespacesExpected(language: string): string[] {
  const atTheDesk = deskLanguages.some((one) => one === language);
  return namespacesOf('ru').filter((name) => name !== 'desk' || atTheDesk);
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

/** A text of the interface or of a lawyer, beside the Russian and the English it goes by. */
export type Told = { key: string; text: string; russian: string; english: string };

/** Everything that a reader of `language` may meet but the copies of documents. */
export function everythingTold(library: Library, language: Language): Told[] {
  const { templates, behind: _, ...content } = library;
  const [russian, english] = [textsOf('ru'), textsOf('en')];
  const inForm = (texts: Map<string, string>, key: string) =>
    texts.get(key) ?? texts.get(`${withoutPlural(key)}_other`) ?? texts.get(withoutPlural(key)) ?? '';
  return [
    ...[...textsOf(language)].map(([key, text]) => ({
      key,
      text,
      russian: inForm(russian, key),
      english: inForm(english, key),
    })),
    ...localizedTexts(translatable({ templates, ...content })).map(({ path, text }) => ({
      key: path,
      text: text[language],
      russian: text.ru,
      english: text.en,
    })),
    ...[...templates.values()].flatMap(({ id, matter, translations }) => {
      const told = (of: Language) => (of === 'ru' ? inRussian(matter) : flatten(translations[of] ?? {}, ''));
      const [own, ru, en] = [told(language), new Map(told('ru')), new Map(told('en'))];
      return own.map(([path, text]) => ({
        key: `complaints/${id}${path}`,
        text,
        russian: ru.get(path) ?? '',
        english: en.get(path) ?? '',
      }));
    }),
  ];
}

function inRussian({ title, summary, limits, requests }: Template['matter']): [string, string][] {
  const labels = Object.fromEntries(Object.entries(requests).map(([id, { label }]) => [id, label]));
  return flatten({ title, summary, limits, requests: labels }, '');
}

/** Every paragraph of the copies to read, without its values. */
export function copied(library: Library, language: Language): Told[] {
  return [...library.templates.values()].flatMap(({ id, blocks, readings }) => {
    const [russian, english] = [new Map(paragraphs(blocks)), new Map(paragraphs(readings.en?.blocks ?? []))];
    return paragraphs(readings[language]?.blocks ?? []).map(([key, text]) => ({
      key: `${id}/${language}.md ${key}`,
      text,
      russian: russian.get(key) ?? '',
      english: english.get(key) ?? '',
    }));
  });
}

function paragraphs(blocks: readonly TemplateBlock[]): [string, string][] {
  return blocks.flatMap((block) => {
    const texts = block.kind === 'requests' ? block.requests.map(({ text }) => text) : [];
    return ('paragraphs' in block ? block.paragraphs : texts).map((text, place): [string, string] => [
      `${block.id} ${place}`,
      text.map((part) => (part.kind === 'text' ? part.text : ' {{value}} ')).join(''),
    ]);
  });
}
