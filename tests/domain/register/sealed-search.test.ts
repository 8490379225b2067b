/** A number from a letter is found as people write it, words by their beginning, and neither where it does not stand. */
import { describe, expect, it } from 'vitest';
import { placesOf, wantedIn } from '#domain/register/sealed-search.ts';

const facts = {
  format: 'sealed-facts',
  region: 'Грозный, Старопромысловский',
  contact: 'Signal +7 900 123-45-67',
  notes: [{ day: '2026-11-12', text: 'Ёлкина звонила в дежурную часть.\nОбещали ответить.' }],
  scans: [{ name: 'ответ от 12 ноября' }],
  case: {
    filings: [
      { court: 'Замоскворецкий районный суд', text: 'длинный текст', events: [{ number: '123пр-45/2026' }] },
      { events: [{ to: 'Прокуратура ЧР', number: 'ОГ-77-В' }] },
    ],
  },
};

function found(typed: string, text = JSON.stringify(facts)) {
  const wanted = wantedIn(typed);
  return wanted && placesOf(wanted, text);
}

describe('a number', () => {
  it.each([
    '123пр-45/2026',
    '№ 123пр-45/2026',
    '№123ПР – 45 / 2026',
    '123 пр 45 2026',
    '123пp-45/2026', // a Latin p
    'N 123пр-45/2026',
    'No. 123пр-45/2026',
    'исх. № 123пр-45/2026 от 12.11.2026',
    '45/2026',
  ])('is found as it was written in %s', (typed) => {
    expect(found(typed)).toEqual(['number']);
  });

  it.each(['ОГ-77-В', 'oг77b', 'ог 77 в'])('of letters that look alike is found by %s', (typed) => {
    expect(found(typed)).toEqual(['number']);
  });

  it('of a telephone is found however it is divided', () => {
    expect(found('9001234567')).toEqual(['contact']);
  });

  it.each(['124пр-45/2026', '123пр-46/2026', '2027'])('is not found where it is another: %s', (typed) => {
    expect(found(typed)).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['старопром', ['region']],
    ['ОБЕЩАЛ звонил', ['note']],
    ['елкина', ['note']],
    ['замоскворецкий суд', ['office']],
    ['прокуратура', ['office']],
    ['грозный ёлкина', ['note', 'region']],
    ['ответ', ['note', 'scan']],
  ])('%s are found by their beginning', (typed, places) => {
    expect(found(typed)).toEqual(places);
  });

  it('are found only where all of them stand in the case', () => {
    expect(found('грозный иванов')).toEqual([]);
    expect(found('вонила')).toEqual([]);
  });

  it('of the documents themselves are not looked for', () => {
    expect(found('длинный')).toEqual([]);
  });
});

it.each(['', '  ', '№', '12', '- / -', 'я'])('too little is not looked for: %s', (typed) => {
  expect(found(typed)).toBeUndefined();
});

it.each(['', '{}', '[]', 'no JSON', '{"case":{"filings":[{}]}}'])(
  'what is no case is told from one that does not fit: %s',
  (text) => expect(found('123', text)).toBeUndefined(),
);
