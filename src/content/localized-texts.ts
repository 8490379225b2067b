/** Finds every text for readers in what was read from the YAML files, each under a path that a translator can follow. */
import { type Localized, languages } from '#domain/language.ts';
import type { Library } from '#domain/library.ts';

/** The parts of a library that hold such texts: of a complaint its source alone, for `<lng>.md` says the rest. */
export function translatable({ templates, ...content }: Omit<Library, 'behind'>): object {
  const complaints = [...templates.values()].map(({ id, matter: { source } }) => ({ id, source }));
  return { ...content, complaints };
}

export type LocalizedText = { path: string; text: Localized };

/** `norms.upk-7.gist`: entries of a list are named by their id, or by their place where they have none. */
export function localizedTexts(value: unknown, path = ''): LocalizedText[] {
  if (typeof value !== 'object' || value === null) return [];
  if (isLocalized(value)) return [{ path, text: value }];
  return entriesOf(value).flatMap(([name, one]) => localizedTexts(one, path ? `${path}.${name}` : name));
}

function entriesOf(value: object): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([key, one]) => [String(key), one]);
  if (Array.isArray(value)) return value.map((one, place) => [idOf(one) ?? String(place), one]);
  return Object.entries(value);
}

function idOf(value: unknown): string | undefined {
  const named = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof named === 'string' ? named : undefined;
}

function isLocalized(value: object): value is Localized {
  const texts: Partial<Record<string, unknown>> = { ...value };
  return languages.every((language) => typeof texts[language] === 'string');
}
