/** The words of the interface: `locales/<lng>/<namespace>.json` in i18next's format, resolved once per language. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type ResourceLanguage } from 'i18next';
import { type Language, languages } from '#domain/language.ts';
import type about from '../locales/ru/about.json';
import type api from '../locales/ru/api.json';
import type before from '../locales/ru/before.json';
import type caseTexts from '../locales/ru/case.json';
import type cli from '../locales/ru/cli.json';
import type clock from '../locales/ru/clock.json';
import type common from '../locales/ru/common.json';
import type errors from '../locales/ru/errors.json';
import type filing from '../locales/ru/filing.json';
import type rules from '../locales/ru/rules.json';
import type start from '../locales/ru/start.json';
import type walk from '../locales/ru/walk.json';

type Russian = {
  about: typeof about;
  api: typeof api;
  before: typeof before;
  case: typeof caseTexts;
  cli: typeof cli;
  clock: typeof clock;
  common: typeof common;
  errors: typeof errors;
  filing: typeof filing;
  rules: typeof rules;
  start: typeof start;
  walk: typeof walk;
};

type Path<T> = {
  [K in keyof T & string]: T[K] extends string ? WithoutPlural<K> : `${K}.${Path<T[K]>}`;
}[keyof T & string];
type WithoutPlural<K extends string> = K extends `${infer Base}_${'one' | 'few' | 'many' | 'other'}`
  ? Base
  : K;

/** `namespace.path` of a text in the Russian files, which are the measure for every language. */
export type Key = Path<Russian>;
export type Params = Record<string, string | number>;
export type Translate = (key: Key, params?: Params) => string;
export type Texts = (language: Language) => Translate;

/** Reads `root` and returns one function per language. i18next chooses plural forms; every other text is cut once and costs a lookup. */
export function readTexts(root: string): Texts {
  const resources = new Map(languages.map((language) => [language, readLanguage(root, language)]));
  const instance = i18next.createInstance();
  instance.init({
    resources: Object.fromEntries([...resources].map(([language, texts]) => [language, { texts }])),
    defaultNS: 'texts',
    fallbackLng: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const translator = (language: Language): Translate => {
    const ready = new Map(flatten(resources.get(language)).map(([key, text]) => [key, prepare(text)]));
    const inForms = instance.getFixedT(language); // a text in plural forms stands under no key of its own
    return (key, params) => {
      const prepared = ready.get(key);
      const text = prepared ? prepared(params) : params && inForms(key, params);
      if (text === undefined) throw new Error(`no text ${language}:${key}`);
      return text;
    };
  };
  const translators = new Map(languages.map((language) => [language, translator(language)]));
  return (language) => {
    const translate = translators.get(language);
    if (!translate) throw new Error(`no language ${language}`);
    return translate;
  };
}

/** A text cut at its placeholders once; without the values that it needs it is no text. */
function prepare(text: string): (params: Params | undefined) => string | undefined {
  const parts = text.split(/\{\{\s*(\w+)\s*\}\}/);
  if (parts.length === 1) return () => text;
  return (params) => params && parts.map((part, index) => (index % 2 ? (params[part] ?? '') : part)).join('');
}

function readLanguage(root: string, language: Language): ResourceLanguage {
  const folder = join(root, language);
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  );
}

function flatten(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}
