/** A translator is told what is missing: every key, placeholder and plural form of Russian stands in every language. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { interfaceTexts } from '../../src/i18n.ts';
import { readLocales } from '../../src/read-locales.ts';
import {
  folder,
  namespacesExpected,
  namespacesOf,
  placeholdersIn,
  pluralForm,
  textsOf,
  withoutPlural,
} from './texts.ts';

const russian = textsOf('ru');
const keysOf = (language: string) => {
  const names = namespacesExpected(language);
  const all = [...russian.keys()].filter((key) => names.some((name) => key.startsWith(`${name}.`)));
  return [...new Set(all.map(withoutPlural))].sort();
};
const translate = interfaceTexts(readLocales(folder));

it('every folder is a language that a reader can choose', () => {
  expect(readdirSync(folder).sort()).toEqual([...languages].sort());
});

describe.each(languages)('somebody who reads %s', (language) => {
  const keys = keysOf(language);
  const texts = textsOf(language);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('finds every text of the Russian files, and no other', () => {
    expect(namespacesOf(language)).toEqual(namespacesExpected(language));
    expect([...new Set([...texts.keys()].map(withoutPlural))].sort()).toEqual(keys);
  });

  it('finds every number in its plural form (CLDR)', () => {
    const counted = keys.filter((key) =>
      [...texts.keys()].some((one) => withoutPlural(one) === key && pluralForm(one)),
    );
    expect(counted.length).toBeGreaterThan(3);
    for (const key of counted) {
      const given = [...texts.keys()].filter((one) => withoutPlural(one) === key).map(pluralForm);
      expect(given.sort(), key).toEqual([...forms].sort());
    }
  });

  it('finds the same placeholders in every text and every form', () => {
    for (const [key, text] of texts) {
      const model = [...russian].find(([one]) => withoutPlural(one) === withoutPlural(key))?.[1] ?? '';
      expect(placeholdersIn(text), key).toEqual(placeholdersIn(model));
    }
  });

  it('finds no text that is empty, unfinished or half typed', () => {
    for (const [key, text] of texts) {
      expect(text.trim(), key).toBe(text);
      expect(text, key).not.toBe('');
      expect(text, key).not.toMatch(
        / {2}|TODO|FIXME|XXX|\bNaN\b|undefined|<[a-z/]|&\w+;|\$t\(|\.\.\.| [,.;:!?،؛؟]/,
      );
      if (language !== 'fr') expect(text, key).not.toMatch(/\s[,.;:!?]/);
      expect(text.replaceAll('{{', '').replaceAll('}}', ''), key).not.toMatch(/[{}]/);
    }
  });

  it.each([0, 1, 2, 4, 5, 11, 21, 22, 25, 101, 111])(
    'reads %i in the form that the language asks for',
    (count) => {
      const form = new Intl.PluralRules(language).select(count);
      const expected = texts.get(`common.field.limit_${form}`)?.replace('{{count}}', String(count));
      expect(translate(language)('common.field.limit', { count })).toBe(expected);
    },
  );

  it('never reads a name of a text instead of the text', () => {
    expect(() => translate(language)('common.error.prefix')).not.toThrow();
    for (const key of keys) {
      const params = Object.fromEntries(placeholdersIn(russian.get(key) ?? '').map((name) => [name, 5]));
      const text = texts.get(key);
      if (text !== undefined) expect(text, key).not.toBe(key);
      expect(
        Object.keys(params).every((name) => /^[a-z]+$/i.test(name)),
        key,
      ).toBe(true);
    }
  });
});
