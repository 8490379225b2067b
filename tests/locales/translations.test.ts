/** Whoever reads one of the languages reads that language: nothing is left in Russian or English, and nothing is behind. */
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#domain/language.ts';
import { library } from '../support/library.ts';
import { copied, everythingTold } from './texts.ts';

/** What stands for itself: quoted for the letter, in brackets as the paper has it, an address, a header, a value to be filled in. */
const itself =
  /\{\{[^}]*\}\}|«[^»]*»|\([^)]*\)|"[^"]*"|“[^”]*”|„[^“]*“|https?:\S+|\S+\.(?:com|html|org|ru)\S*|If-Match/g;
/** Laws, courts' registers and case numbers, by the letters under which they are found. */
const papers = /\d[\d-]*-(?:ФЗ|ФКЗ)|(?:УПК|УК|КоАП|КРСП|ФЗ|ФКЗ|АКПИ[\d-]+с?)/gu;
/** Names of organisations are what they are. */
const isName = (key: string) => /^organisations\..*\.name$/.test(key);

/** Words that every English sentence is made of. */
const english = 'the|and|your|you|with|this|of|from|which|have|sheets?|who|by';
/** More of them, for those whose own words none of these is. */
const more = 'not|is|are|or|it|if|an?|be|may';
const own: Partial<Record<Language, string>> = {
  tr: '',
  fr: 'is|are|not|it|be',
  es: 'not|is|are|or|it|if',
  de: 'not|is|are|or|it|if|be',
};

function englishIn(language: Language): RegExp {
  return words([english, own[language] ?? more].filter(Boolean).join('|'));
}

function words(list: string): RegExp {
  return new RegExp(`(?<![\\p{L}.])(?:${list})(?![\\p{L}.@])`, 'iu');
}

function countWords(text: string): number {
  return (text.replace(itself, '').match(/\p{L}{2,}/gu) ?? []).length;
}

describe.each(languages)('somebody who reads %s', (language) => {
  const told = everythingTold(library, language);
  const copies = copied(library, language);

  it('reads nothing that was made from other Russian words than stand there now', () => {
    expect(library.behind.filter((one) => one.language === language)).toEqual([]);
  });

  if (language !== 'en')
    it('reads no English sentence', () => {
      const englishWords = englishIn(language);
      expect(told.length).toBeGreaterThan(1900);
      for (const { key, text, english: source } of [...told, ...copies].filter((one) => !isName(one.key))) {
        const left = text.replace(itself, '');
        expect(left, key).not.toMatch(englishWords);
        if (countWords(source) >= 3) expect(text, key).not.toBe(source);
      }
    });

  if (language !== 'ru')
    it('reads no Russian sentence', () => {
      const enough = language === 'uk' ? 5 : 3; // short sentences are the same in both
      for (const { key, text, russian } of [...told, ...copies].filter((one) => !isName(one.key)))
        if (countWords(russian) >= enough) expect(text, key).not.toBe(russian);
    });

  if (language !== 'ru' && language !== 'uk')
    it('meets Russian letters only where papers are called by them, in quotes or in brackets', () => {
      for (const { key, text } of [...told, ...copies])
        expect(text.replace(itself, '').replace(papers, ''), key).not.toMatch(/[а-яё]{2}/i);
    });
});

it('a Ukrainian text has Ukrainian letters, and none that only Russian has', () => {
  const texts = [...everythingTold(library, 'uk'), ...copied(library, 'uk')];
  for (const { key, text } of texts) expect(text.replace(itself, ''), key).not.toMatch(/[ыэъё]/i);
  expect(texts.filter(({ text }) => /[іїєґ]/i.test(text)).length).toBeGreaterThan(texts.length * 0.8);
});

/** Makers' names that Russian writes in its own letters. */
const latinAnyway = ['Yandex', 'Browser', 'USB', 'NC', 'ar', 'rtl'];

it('an Arabic text has Arabic letters, and Latin ones only where the Russian has the same word', () => {
  const texts = [...everythingTold(library, 'ar'), ...copied(library, 'ar')];
  for (const { key, text, russian } of texts) {
    const latin = text.replace(itself, '').match(/[a-z]{2,}/gi) ?? [];
    expect(
      latin.filter((word) => !russian.includes(word) && !latinAnyway.includes(word)),
      key,
    ).toEqual([]);
    if (countWords(russian) > 6) expect(text, key).toMatch(/\p{Script=Arabic}{3}/u);
  }
});

/** The documents that most people file, and those that follow upon them. */
const inEveryLanguage = [
  'crime-report-media',
  'crime-report-statements',
  'prosecutor-appeal',
  'complaint-treated-as-appeal',
  'complaint-no-answer',
  'complaint-refusal',
];

describe('somebody who has no Russian', () => {
  it.each([...library.templates.keys()])('reads what %s says, block by block, in English', (id) => {
    expect(library.templates.get(id)?.readings.en).toMatchObject({ stale: [] });
  });

  it.each(inEveryLanguage)('reads what %s says in their own language', (id) => {
    const template = library.templates.get(id);
    for (const language of languages.filter((one) => one !== 'ru')) {
      expect(template?.readings[language]?.stale, language).toEqual([]);
      expect(template?.readings[language]?.blocks.length, language).toBe(template?.blocks.length);
    }
  });
});
