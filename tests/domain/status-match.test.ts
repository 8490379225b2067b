import { describe, expect, it } from 'vitest';
import { plain } from '#domain/document.ts';
import { hashOfDomain, hashOfName, statusMatch } from '#domain/status-match.ts';
import { documentOf, library, paragraphsOf, templateIds } from '../support/library.ts';
import { madeUp } from './made-up-ban.ts';

const organisations = [...library.organisations.values()];
const dangerous = organisations.filter((one) => ['undesirable', 'extremist'].includes(one.statusInRussia));

function foundIn(text: string): string[] {
  return statusMatch(text, organisations).map(({ id }) => id);
}

describe('a text that names an organisation', () => {
  it.each([
    ['Как сообщила Human Rights Watch, людей похищали', 'hrw'],
    ['доклад «Хьюман Райтс Вотч»', 'hrw'],
    ['доклад организации Хьюман Райтс Уотч', 'hrw'],
    ['обращение Международной амнистии', 'amnesty'],
    ['вместе с Международной Амнистией', 'amnesty'],
    ['просил Международную амнистию', 'amnesty'],
    ['AMNESTY INTERNATIONAL', 'amnesty'],
    ['статья «Новой газеты Европа»', 'novaya-gazeta-europe'],
    ['в интервью «Новой газете. Европа»', 'novaya-gazeta-europe'],
    ['сообщило Радио Свобода', 'rfe-rl'],
    ['в эфире радио «Свобода»', 'rfe-rl'],
    ['проект «Кавказ.Реалии»', 'rfe-rl'],
    ['показал телеканал «Дождь»', 'tv-rain'],
    ['телеканалом Дождь показано', 'tv-rain'],
    ['по данным Медузы', 'meduza'],
    ['как сообщила «Медуза»', 'meduza'],
    ['статья в The Moscow Times от 5 марта', 'moscow-times'],
  ])('«%s» names %s', (text, id) => {
    expect(foundIn(text)).toContain(id);
  });

  it('does so in whatever case, spacing and quotation marks', () => {
    for (const text of ['human rights watch', 'HUMAN\u00a0RIGHTS\nWATCH', '„Human—Rights“ Watch!']) {
      expect(foundIn(text)).toEqual(['hrw']);
    }
  });

  it.each([
    ['a stress mark', 'по данным Меду\u0301зы'],
    ['a joiner that nobody sees', 'по данным Меду\u200dзы'],
  ])('does so with %s inside the name', (_, text) => {
    expect(foundIn(text)).toEqual(['meduza']);
  });

  it.each([
    ['https://www.hrw.org/ru/report/2017/05/26/304090', 'hrw'],
    ['HTTPS://WWW.HRW.ORG', 'hrw'],
    ['(см. hrw.org)', 'hrw'],
    ['https://features.hrw.org:443/x', 'hrw'],
    ['https://user@meduza.io/feature', 'meduza'],
    ['подробнее на meduza.io.', 'meduza'],
    ['https://www.amnesty.org.uk/x', 'amnesty'],
  ])('or links to it: %s leads to %s', (text, id) => {
    expect(foundIn(text)).toContain(id);
  });

  it('counts a common word as a name only where it is the whole field', () => {
    expect(foundIn('Медуза')).toEqual(['meduza']);
    expect(foundIn('«Дождь»')).toEqual(['tv-rain']);
    expect(foundIn('Настоящее время')).toEqual(['rfe-rl']);
    expect(foundIn('Весь день шёл дождь')).toEqual([]);
    expect(foundIn('В море плавала медуза')).toEqual([]);
    expect(foundIn('В настоящее время проверка идёт')).toEqual([]);
  });
});

describe('a text that names none', () => {
  it.each([
    'Новая газета',
    '«Новой газеты» от 1 апреля 2017 года',
    'Интерфакс, РБК, «Коммерсантъ», ТАСС, «Российская газета»',
    'Совет ООН по правам человека и Комитет ООН против пыток',
    'Свобода слова, свобода собраний и личная неприкосновенность',
    'Амнистия объявлена к юбилею Победы',
    'Европейский Суд по правам человека',
    'Наблюдение за правами человека',
    'международное общественное движение',
    'Выход номера из печати, выход из здания, при выходе',
    'Мемориальная доска и память о погибших',
    'Ресурсный центр района открыт для парней и девушек',
    'https://www.novayagazeta.ru/articles/2017/05/22/72521-panika-i-sabotazh',
    'https://www.rbc.ru/rbcfreenews/58e006059a794713ce1cbff9',
    'https://nothrw.org/ — чужой сайт',
    '',
  ])('«%s»', (text) => {
    expect(statusMatch(text, dangerous)).toEqual([]);
  });

  it('is every paragraph of every document filed from Russia', () => {
    const lines = templateIds.flatMap((id) => documentOf(id).blocks.flatMap(paragraphsOf).map(plain));
    for (const line of new Set(lines)) expect([line, statusMatch(line, dangerous)]).toEqual([line, []]);
  });
});

describe('an organisation that the list holds without its name', () => {
  it.each([
    'по сообщению движения «Синяя ромашка»',
    'ДВИЖЕНИЕМ СИНЕЙ РОМАШКИ',
    'Движению Синяя Ромашка',
    'https://news.romashka.example/1',
    'РОМАШКУ',
    '«Ромашкой»',
  ])('is found in «%s»', (text) => {
    expect(statusMatch(text, [madeUp])).toEqual([madeUp]);
  });

  it.each(['синяя ромашка', 'на лугу ромашка', 'движение ромашки', 'romashka.example.org'])(
    'is not found in «%s»',
    (text) => {
      expect(statusMatch(text, [madeUp])).toEqual([]);
    },
  );

  it('is every organisation that is banned as extremist', () => {
    for (const one of organisations.filter(({ statusInRussia }) => statusInRussia === 'extremist')) {
      expect(one.name).toBeUndefined();
      expect(one.domains.length + one.phrases.length + one.wholeFields.length).toBeGreaterThan(0);
    }
  });
});

describe('the list', () => {
  it('is made of hashes of 64 bits, as templates/README.md shows them', () => {
    expect(hashOfName('Примерное общество')).toBe('4d6faa103a404fd1');
    expect(hashOfDomain('www.пример.рф')).toBe('e38b92a83a4045f3');
  });

  it('can find every organisation that may not be cited in Russia by a name or an address', () => {
    for (const one of dangerous) expect([one.id, one.phrases.length > 0]).toEqual([one.id, true]);
  });

  it('finds each undesirable organisation by the names it gives it itself', () => {
    for (const one of organisations.filter(({ statusInRussia }) => statusInRussia === 'undesirable')) {
      for (const name of [one.name?.ru ?? '', one.name?.en ?? '']) {
        const spellings = [name, ...name.split(/[()/,«»]+/)].filter((part) => part.trim().length > 2);
        expect(spellings.some((part) => statusMatch(part, [one]).length > 0)).toBe(true);
      }
    }
  });
});
