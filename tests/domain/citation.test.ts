import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citeBriefly, citeOwnSource, citePublication, cut } from '#domain/citation.ts';
import { longRussianDate } from '#domain/dates.ts';
import { plain } from '#domain/document.ts';
import { type Publication, publication } from '#domain/episode.ts';
import { library } from '../support/library.ts';

const inNewspaper = publication.parse({
  id: 'paper',
  kinds: ['detention'],
  publisher: 'novaya-gazeta',
  outlet: 'Новая газета',
  title: 'В Чечне паника',
  date: '2017-05-22',
  issue: '№ 53',
  url: 'https://www.novayagazeta.ru/articles/2017/05/22/72521',
  about: { ru: 'О проверке.', en: 'On the inquiry.' },
  recommended: true,
  source: 'made up for this test',
  checked: '2026-11-21',
  confidence: 'verified',
});
const unverified = { ...inNewspaper, issue: null, url: null };

function cite(source: Publication, withAddress = true): string {
  return plain(citePublication(source, withAddress)).replaceAll('\u00a0', ' ');
}

describe('a publication of an episode', () => {
  it('is cited by title, outlet, issue, date and address', () => {
    expect(cite(inNewspaper)).toBe(
      '«В Чечне паника» — «Новая газета», № 53, 22 мая 2017 года, ' +
        'https://www.novayagazeta.ru/articles/2017/05/22/72521',
    );
  });

  it('leaves out what was not verified instead of guessing it', () => {
    expect(cite(unverified)).toBe('«В Чечне паника» — «Новая газета», 22 мая 2017 года');
    expect(cite({ ...unverified, title: null })).toBe('«Новая газета», 22 мая 2017 года');
  });

  it('puts no quotation marks round an outlet that is no title of its own', () => {
    expect(cite({ ...unverified, outlet: 'РБК', outletQuoted: false })).toBe(
      '«В Чечне паника» — РБК, 22 мая 2017 года',
    );
  });

  it('adds the number or kind of a document', () => {
    expect(cite({ ...unverified, detail: 'документ ODIHR.GAL/76/18' })).toContain('документ ODIHR.GAL/76/18');
  });

  it('names an undesirable publisher without its address', () => {
    expect(cite(inNewspaper, false)).toBe('«В Чечне паника» — «Новая газета», № 53, 22 мая 2017 года');
  });

  it('keeps our words and the page address in runs that are ours', () => {
    const sources = [...library.episodes.values()].flatMap((episode) => episode.sources);
    for (const source of sources) {
      for (const run of citePublication(source, true)) expect(run.own).toBeUndefined();
      expect(cite(source)).not.toMatch(/null|undefined|,,| {2}/u);
      expect(cite(source)).toContain(longRussianDate(source.date).replaceAll('\u00a0', ' '));
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
    const runs = citeOwnSource(source);
    expect(plain(runs).replaceAll('\u00a0', ' ')).toBe(
      '«Пропали „люди“» — «Городская газета», № 7, 5 марта 2024 года, https://gazeta.example/7',
    );
    expect(runs.flatMap(({ text, own }) => (own ? [text.replaceAll('\u00a0', ' ')] : []))).toEqual([
      '«Пропали „люди“»',
      '«Городская газета»',
      '№ 7',
      '5 марта 2024 года',
    ]);
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
    expect(citeBriefly(inNewspaper)).toBe('«В Чечне паника»\u00a0— «Новая газета», 22.05.2017');
    expect(citeBriefly({ ...inNewspaper, title: null, outletQuoted: false, outlet: 'РБК' })).toBe(
      'РБК, 22.05.2017',
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
