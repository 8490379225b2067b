/**
 * The words of the interface, in i18next's format (JSON v4), cut once per language. The same code on the server and on the
 * person's own device: where the files come from is told by the caller (read-locales.ts, browser/pack.ts).
 */
import type { Language } from '#domain/language.ts';
import type about from '../locales/ru/about.json';
import type api from '../locales/ru/api.json';
import type before from '../locales/ru/before.json';
import type caseTexts from '../locales/ru/case.json';
import type clear from '../locales/ru/clear.json';
import type cli from '../locales/ru/cli.json';
import type clock from '../locales/ru/clock.json';
import type common from '../locales/ru/common.json';
import type desk from '../locales/ru/desk.json';
import type device from '../locales/ru/device.json';
import type errors from '../locales/ru/errors.json';
import type filing from '../locales/ru/filing.json';
import type glossary from '../locales/ru/glossary.json';
import type handover from '../locales/ru/handover.json';
import type kit from '../locales/ru/kit.json';
import type quality from '../locales/ru/quality.json';
import type reading from '../locales/ru/reading.json';
import type reveals from '../locales/ru/reveals.json';
import type rules from '../locales/ru/rules.json';
import type share from '../locales/ru/share.json';
import type start from '../locales/ru/start.json';
import type walk from '../locales/ru/walk.json';

type Russian = {
  about: typeof about;
  api: typeof api;
  before: typeof before;
  case: typeof caseTexts;
  clear: typeof clear;
  cli: typeof cli;
  clock: typeof clock;
  common: typeof common;
  desk: typeof desk;
  device: typeof device;
  errors: typeof errors;
  filing: typeof filing;
  glossary: typeof glossary;
  quality: typeof quality;
  reading: typeof reading;
  kit: typeof kit;
  handover: typeof handover;
  reveals: typeof reveals;
  rules: typeof rules;
  share: typeof share;
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

/** The texts of one language as its files hold them: namespaces, and what stands in them. */
export type Locale = { readonly [name: string]: string | Locale };
export type Locales = Readonly<Partial<Record<Language, Locale>>>;

/** One function per language of `locales`, made when first asked for. A text costs a lookup; a key without a text throws. */
export function interfaceTexts(locales: Locales): Texts {
  const translators = new Map<Language, Translate>();
  return (language) => {
    const known = translators.get(language);
    if (known) return known;
    const locale = locales[language];
    if (!locale) throw new Error(`no language ${language}`);
    const made = translator(language, locale);
    translators.set(language, made);
    return made;
  };
}

function translator(language: Language, locale: Locale): Translate {
  const ready = new Map(flatten(locale).map(([key, text]) => [key, prepare(text)]));
  let forms: Intl.PluralRules | undefined;
  const inForm = (key: string, count: string | number | undefined) => {
    if (typeof count !== 'number') return undefined;
    forms ??= new Intl.PluralRules(language); // CLDR's rules, as i18next takes them
    return ready.get(`${key}_${forms.select(count)}`) ?? ready.get(`${key}_other`);
  };
  return (key, params) => {
    const prepared = ready.get(key) ?? inForm(key, params?.count);
    const text = prepared?.(params);
    if (text === undefined) throw new Error(`no text ${language}:${key}`);
    return text;
  };
}

/** A text cut at its placeholders once; without the values that it needs it is no text. */
function prepare(text: string): (params: Params | undefined) => string | undefined {
  const parts = text.split(/\{\{\s*(\w+)\s*\}\}/);
  if (parts.length === 1) return () => text;
  return (params) => params && parts.map((part, index) => (index % 2 ? (params[part] ?? '') : part)).join('');
}

function flatten(value: Locale | string, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key));
}
