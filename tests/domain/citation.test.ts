import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeBriefly, citeOwnSource, citePublication, cut } from '#domain/citation.ts';
import { plain } from '#domain/document.ts';
import { found } from '#domain/library.ts';
import { library } from '../support/library.ts';

const sources = [...library.episodes.values()].flatMap((episode) => episode.sources);
const byId = new Map(sources.map((source) => [source.id, source]));

function cite(id: string, withAddress = true): string {
  return plain(citePublication(found(byId, id), withAddress)).replaceAll('\u00a0', ' ');
}

describe('a publication of an episode', () => {
  it('is cited by title, outlet, issue, date and address', () => {
    expect(cite('ng-2017-05-22')).toBe(
      '«В Чечне паника и саботаж» — «Новая газета», № 53, 22 мая 2017 года, ' +
        'https://www.novayagazeta.ru/articles/2017/05/22/72521-panika-i-sabotazh',
    );
  });

  it('leaves out what was not verified instead of guessing it', () => {
    expect(cite('ng-2017-04-01')).toBe('«Убийство чести» — «Новая газета», 1 апреля 2017 года');
    expect(cite('un-experts-2017-04-13')).toBe(
      'Эксперты Совета ООН по правам человека, 13 апреля 2017 года, совместное заявление, Женева',
    );
  });

  it('puts no quotation marks round an outlet that is no title of its own', () => {
    expect(cite('rbc-2017-04-01', false)).toMatch(/ — РБК, 1 апреля 2017 года$/);
  });

  it('names an undesirable publisher without its address', () => {
    expect(cite('hrw-2017-05-26', false)).not.toMatch(/http|www|\.org/);
  });

  it('keeps our words and the page address in runs that are ours', () => {
    for (const source of sources) {
      for (const run of citePublication(source, true)) expect(run.own).toBeUndefined();
    }
  });
});

describe('a publication that the person named', () => {
  const source = {
    title: 'Пропали «люди»',
    outlet: 'Городская газета',
    date: '2024-03-05',
    issue: '№ 7',
    url: 'https://gazeta.example/7',
  };

  it('is cited in the same order, and marked as their words', () => {
    const [words, ...address] = citeOwnSource(source);
    expect(words?.text.replaceAll('\u00a0', ' ')).toBe(
      '«Пропали „люди“» — «Городская газета», № 7, 5 марта 2024 года',
    );
    expect(words?.own).toBe(true);
    expect(plain(address)).toBe(', https://gazeta.example/7');
  });

  it('does without issue and address', () => {
    const { issue: _issue, url: _url, ...bare } = source;
    expect(plain(citeOwnSource(bare)).replaceAll('\u00a0', ' ')).toBe(
      '«Пропали „люди“» — «Городская газета», 5 марта 2024 года',
    );
  });
});

describe('a publication in a few words', () => {
  it('is title, outlet and a short date', () => {
    expect(citeBriefly(found(byId, 'ng-2017-04-01'))).toBe('«Убийство чести» — «Новая газета», 01.04.2017');
    expect(citeBriefly(found(byId, 'osce-2018-12-21'))).toBe(
      'Докладчик ОБСЕ в рамках Московского механизма, 21.12.2018',
    );
  });

  it('cuts a long title at a word and marks the cut', () => {
    expect(cut('похищения людей в горах', 20)).toBe('похищения людей в…');
    expect(cut('похищения', 20)).toBe('похищения');
    expect(cut('похищениялюдейвгорах', 10)).toBe('похищения…');
  });

  it('never cuts an emoji in two, and never exceeds the length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (text, max) => {
          const short = cut(text, max);
          expect(short.length).toBeLessThanOrEqual(max);
          expect(short.isWellFormed()).toBe(true);
          if (text.length <= max) expect(short).toBe(text);
          else expect(short.endsWith('…')).toBe(true);
        },
      ),
    );
  });
});
