import { describe, expect, it } from 'vitest';
import { countsBriefly, countsText } from '#domain/counts-text.ts';
import type { Acts } from '#domain/episode.ts';
import { limitations } from '#domain/limitation.ts';
import { countLines, library } from '../support/library.ts';

function text(date: string, acts: Acts): string {
  return countsText(limitations(library.counts, [acts], date));
}

/** What the text says about one article, remark and all. */
function about(article: string, date: string, acts: Acts): string[] {
  return countLines(text(date, acts)).filter((line) => line.includes(`ст. ${article} `));
}

const killed: Acts = { kinds: ['killing'], from: '2017-02-20', to: '2017-04-30' };
const taken: Acts = { kinds: ['abduction'], from: '2017-02-20', to: '2017-04-30' };

describe('the counts as a document names them', () => {
  it('join the parts of one article under its name', () => {
    expect(about('126', '2026-12-01', taken)).toEqual(['ч. 2, 3 ст. 126 УК РФ (похищение человека)']);
  });

  it('say nothing about the clock while it runs for all acts', () => {
    expect(text('2027-02-19', taken)).not.toMatch(/в части|суд/u);
  });

  it('rest on the later acts once the clock has run out for the earlier ones', () => {
    expect(about('286', '2027-02-20', taken)).toEqual([
      'ч. 3 ст. 286 УК РФ (превышение должностных полномочий) — ' +
        'в части деяний, совершённых 21 февраля 2017 года и позднее',
    ]);
  });

  it('leave out what has run out', () => {
    expect(about('286', '2027-04-30', taken)).toEqual([]);
    expect(about('126', '2027-04-30', taken)).toHaveLength(1);
  });

  it('leave murder to the court after fifteen years', () => {
    expect(about('105', '2032-04-30', killed)).toEqual([
      expect.stringMatching(
        /^ч\. 2 ст\. 105 УК РФ \(убийство.*срок[еа] давности решает суд.*ч\. 4 ст\. 78 УК РФ\)$/u,
      ),
    ]);
    expect(countLines(text('2032-04-30', killed))).toHaveLength(1);
  });

  it('say each remark once, after all counts that need none', () => {
    const said = text('2027-02-20', { ...taken, kinds: ['abduction', 'detention'] }).replaceAll(
      '\u00a0',
      ' ',
    );
    expect(said.match(/в части деяний/gu)).toHaveLength(1);
    expect(said).toMatch(
      /ст\. 126 .* в части деяний, совершённых 21 февраля 2017 года и позднее, .* ст\. 286 /u,
    );
  });

  it('are nothing where all has run out', () => {
    const held: Acts = { kinds: ['detention'], from: '2010-01-01', to: '2010-01-02' };
    expect(text('2026-12-01', held)).toBe('');
  });
});

describe('acts on both sides of 25 July 2022', () => {
  const beaten = (from: string, to: string): Acts => ({ kinds: ['torture'], from, to });

  it('are parted between the two texts of article 286', () => {
    expect(about('286', '2026-12-01', beaten('2022-07-01', '2022-08-31')).sort()).toEqual([
      'ч. 3 ст. 286 УК РФ (превышение должностных полномочий) — ' +
        'в части деяний, совершённых не позднее 24 июля 2022 года',
      'ч. 3, 4 ст. 286 УК РФ (превышение должностных полномочий) — ' +
        'в части деяний, совершённых 25 июля 2022 года и позднее',
    ]);
  });

  it('are held to the old text from both sides, where the clock has run out for the first of them', () => {
    const [oldText] = about('286', '2026-12-01', beaten('2016-01-01', '2023-01-01')).filter((line) =>
      /2016/u.test(line),
    );
    expect(oldText).toMatch(/2 декабря 2016 года .*24 июля 2022 года/u);
  });

  it('that happened within one text need no remark', () => {
    expect(text('2026-12-01', beaten('2023-01-01', '2023-02-01'))).not.toMatch(/в части/u);
    expect(text('2026-12-01', beaten('2021-01-01', '2021-02-01'))).not.toMatch(/в части/u);
  });
});

describe('the counts in a few words', () => {
  it('are parts and articles', () => {
    const brief = (date: string, acts: Acts) => countsBriefly(limitations(library.counts, [acts], date));
    expect(brief('2026-12-01', taken)).toBe('ч. 2, 3 ст. 126, ч. 3 ст. 286 УК РФ');
    expect(brief('2027-04-30', taken)).toBe('ч. 2, 3 ст. 126 УК РФ');
    expect(brief('2026-12-01', { kinds: ['abduction'], from: '2024-01-01', to: '2024-01-01' })).toBe(
      'ч. 2, 3 ст. 126, ч. 3 ст. 286, ст. 136 УК РФ',
    );
    expect(brief('2040-12-01', taken)).toBe('');
  });
});
