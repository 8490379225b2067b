/** Whatever a person has to mend is told in a sentence of their language, and the sentence says what to do. */
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '#domain/language.ts';
import { problemCodes } from '#domain/problem.ts';
import { placeholdersIn, textsOf } from './texts.ts';

/** Words that tell somebody to do something. */
const advice: Partial<Record<Language, RegExp>> = {
  ru: /(?:^|[\s:«])[А-ЯЁа-яё]+(?:ите|йте|ьте)(?=[\s.,:])|[Нн]ужн[аоы]?\s|должен/,
  en: /\b(?:fill|check|choose|remove|shorten|keep|write|correct|leave|tick|untick|name|tell|take|needed|close|begin|go|make|try|swap|wait|repeat)\b/i,
};
/** Other languages tell it in a sentence, at least. */
const sentenceLike = /\S{2,} \S+/;

describe.each(languages)('in %s', (language) => {
  const texts = textsOf(language);

  it.each(problemCodes)('%s has a sentence that says what to do', (code) => {
    const sentence = texts.get(`errors.${code}`) ?? '';
    expect(sentence).toMatch(/^[\p{Lu}\p{Lo}¡¿«].*[.،]$/u);
    expect(sentence).toMatch(advice[language] ?? sentenceLike);
    expect(
      placeholdersIn(sentence).filter((name) => !['max', 'min', 'field', 'events', 'until'].includes(name)),
    ).toEqual([]);
  });

  it.each([403, 404, 413, 500])('page %i says what to do', (status) => {
    expect(texts.get(`errors.page.${status}.title`)).toMatch(/^[\p{Lu}\p{Lo}¿«][^.]*$/u);
    expect(texts.get(`errors.page.${status}.text`)).toMatch(advice[language] ?? sentenceLike);
  });

  const refusals = ['sign-in', 'elsewhere', 'record', 'code', 'reused'];
  it.each([400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 422, 428, 429, 500, ...refusals])(
    'a program that is refused by %s reads a title and a sentence',
    (status) => {
      expect(texts.get(`api.problem.${status}.title`)).toMatch(/^[\p{Lu}\p{Lo}¿«][^.]*$/u);
      expect(texts.get(`api.problem.${status}.detail`)).toMatch(/\.$/);
    },
  );

  it.each(['full', 'unreachable', 'busy'])('a register that is %s is told in sentences', (reason) => {
    expect(texts.get('errors.unavailable.title')).toMatch(/^[\p{Lu}\p{Lo}¿«][^.]*$/u);
    expect(texts.get(`errors.unavailable.${reason}`)).toMatch(/\..*\.$/s);
    expect(texts.get(`errors.unavailable.${reason}`)).toMatch(advice[language] ?? sentenceLike);
  });

  it('no sentence is written for a code that is not there', () => {
    const written = [...texts.keys()].flatMap((key) => /^errors\.([\w-]+)$/.exec(key)?.[1] ?? []);
    expect(written.filter((code) => !problemCodes.some((one) => one === code))).toEqual([]);
  });
});
