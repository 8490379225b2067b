import { describe, expect, it } from 'vitest';
import { quoted, typeset } from '#domain/typography.ts';

/** Shows non-breaking spaces as ~. */
function shown(text: string): string {
  return typeset(text).replaceAll('\u00a0', '~');
}

describe('our own words', () => {
  it.each([
    ['short words stay with the next', 'в порядке и на бумаге', 'в~порядке и~на~бумаге'],
    ['two short words in a row, too', 'и в порядке', 'и~в~порядке'],
    ['at the beginning and after a bracket', 'О порядке («о прокуратуре»)', 'О~порядке («о~прокуратуре»)'],
    ['articles stay with their numbers', 'п. «а» ч. 3 ст. 286 УК РФ', 'п.~«а» ч.~3 ст.~286 УК~РФ'],
    ['the Code stays with its country', 'ст. 144 УПК РФ', 'ст.~144 УПК~РФ'],
    ['addresses', 'г. Москва, ул. Мира, д. 2', 'г.~Москва, ул.~Мира, д.~2'],
    ['numbers of laws', 'от 02.05.2006 № 59-ФЗ', 'от~02.05.2006 №~59-ФЗ'],
    ['dates', '19 февраля 2027 года', '19~февраля 2027~года'],
    ['days and terms', '3 суток, 15 лет', '3~суток, 15~лет'],
    ['people and sheets', 'по 30–40 человек, на ____ л.', 'по~30–40~человек, на~____~л.'],
    ['years of both lengths', 'в 2017 году, 2017 г.', 'в~2017~году, 2017~г.'],
    ['what is quoted and written to', 'цит. по: РБК; эл. почта', 'цит.~по: РБК; эл.~почта'],
    ['particles stay with the word before', 'нет ли в них, не было бы', 'нет~ли в~них, не~было~бы'],
    ['initials stay with the name', 'М. А. Иванова', 'М.~А.~Иванова'],
    ['a dash never begins a line', 'вред — убийство', 'вред~— убийство'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ['ends of words are not short words', 'право жизни', 'право жизни'],
    ['a word that begins like a month is not one', '5 маяков', '5 маяков'],
    ['a word that begins like a particle is not one', 'дом лишь быстрый', 'дом лишь быстрый'],
    ['the end of a sentence is not an abbreviation', 'в этот день. Москва', 'в~этот день. Москва'],
  ])('%s', (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it('changes nothing but spaces, and nothing the second time', () => {
    const text = 'На основании ч. 1 ст. 144 УПК РФ — и с 1 апреля 2017 года, № 53, г. Москва';
    expect(typeset(text).replaceAll('\u00a0', ' ')).toBe(text);
    expect(typeset(typeset(text))).toBe(typeset(text));
  });
});

describe('a title in quotation marks', () => {
  it.each([
    ['Убийство чести', '«Убийство чести»', 'takes a pair'],
    ['«Убийство чести»', '«Убийство чести»', 'keeps the pair it has'],
    ['"Убийство чести"', '«Убийство чести»', 'changes a straight pair'],
    ['“Honour killing”', '«Honour killing»', 'changes an English pair'],
    ['Он сказал «да»', '«Он сказал „да“»', 'has its own marks inside'],
    ['Он сказал "да" и ушёл', '«Он сказал „да“ и ушёл»', 'has straight marks inside'],
    ['„Новая“ газета', '«„Новая“ газета»', 'keeps inner marks'],
    ['«Новая газета» сообщила', '«„Новая газета“ сообщила»', 'may begin with a quotation'],
    ['«Убийство» и «Расправы»', '«„Убийство“ и „Расправы“»', 'may begin and end with two quotations'],
    ['"Убийство" и "Расправы"', '«„Убийство“ и „Расправы“»', 'in straight marks, too'],
    ['He said “foo” today', '«He said „foo“ today»', 'has English marks inside'],
    ['Д’Артаньян', '«Д’Артаньян»', 'keeps its apostrophe'],
  ])('%s → %s: it %s', (title, expected) => {
    expect(quoted(title)).toBe(expected);
  });
});
