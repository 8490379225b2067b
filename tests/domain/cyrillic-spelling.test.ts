import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cyrillicSpelling } from '#domain/cyrillic-spelling.ts';

describe('a name typed in Latin letters is suggested in Cyrillic', () => {
  it.each([
    ['Ivanova', 'Иванова'],
    ['Shcherbakov', 'Щербаков'],
    ['Tsarnaev', 'Царнаев'],
    ['Khava', 'Хава'],
    ['Zhanna', 'Жанна'],
    ['Chekhov', 'Чехов'],
    ['Sergey', 'Сергей'],
    ['Sergei', 'Сергей'],
    ['Dmitriy', 'Дмитрий'],
    ['Georgy', 'Георгий'],
    ['Yuriy', 'Юрий'],
    ['Fyodor', 'Фёдор'],
    ['Dzhokhar', 'Джохар'],
    ['Mikhail', 'Михаил'],
    ["Il'ya", 'Илья'],
    ['Vyacheslav', 'Вячеслав'],
    ['Mariia', 'Мария'],
    ['Mariya', 'Мария'],
  ])('%s: %s', (latin, cyrillic) => {
    expect(cyrillicSpelling(latin)).toBe(cyrillic);
  });

  it.each([
    ['Maria', 'Мария'],
    ['Anastasia', 'Анастасия'],
    ['Yulia', 'Юлия'],
    ['Ilya', 'Илья'],
    ['Natalya', 'Наталья'],
    ['Tatyana', 'Татьяна'],
  ])('%s: %s, though a passport could be read otherwise', (latin, cyrillic) => {
    expect(cyrillicSpelling(latin)).toBe(cyrillic);
  });

  it('in every part of a double name', () => {
    expect(cyrillicSpelling('Rimsky-Korsakov')).toBe('Римский-Корсаков');
    expect(cyrillicSpelling('anna petrova')).toBe('Анна Петрова');
  });

  it('with accents left out', () => {
    expect(cyrillicSpelling('José Müller')).toBe('Джосе Муллер');
  });

  it('and what is Cyrillic already stays', () => {
    expect(cyrillicSpelling('Мария')).toBe('Мария');
  });

  it('never with a Latin letter left, whatever letters of the plain alphabet are typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABYZ -'), maxLength: 30 }),
        (typed) => {
          expect(cyrillicSpelling(typed)).not.toMatch(/\p{Script=Latin}/u);
        },
      ),
    );
  });
});
