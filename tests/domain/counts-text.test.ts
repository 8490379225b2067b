import { describe, expect, it } from 'vitest';
import { countsBriefly, countsText } from '#domain/counts-text.ts';
import type { Acts } from '#domain/episode.ts';
import { limitations } from '#domain/limitation.ts';
import { library } from '../support/library.ts';

function text(date: string, acts: Acts): string {
  const whole = countsText(limitations(library.counts, [acts], date)).replaceAll('\u00a0', ' ');
  return whole.replaceAll(/п\. (?:«[а-я]»(?:, )?)+ /gu, ''); // points are the lawyers' choice
}

/** What the text says about one article, remark and all. */
function about(article: string, date: string, acts: Acts): string[] {
  return text(date, acts)
    .split('; ')
    .filter((line) => line.includes(`ст. ${article} `));
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
    expect(text('2032-04-30', killed)).toBe(
      'ч. 2 ст. 105 УК РФ (убийство) — ' + 'применение срока давности решает суд (ч. 4 ст. 78 УК РФ)',
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
    expect(about('286', '2026-12-01', beaten('2022-07-01', '2022-08-31'))).toEqual([
      'ч. 3, 4 ст. 286 УК РФ (превышение должностных полномочий) — ' +
        'в части деяний, совершённых 25 июля 2022 года и позднее',
      'ч. 3 ст. 286 УК РФ (превышение должностных полномочий) — ' +
        'в части деяний, совершённых не позднее 24 июля 2022 года',
    ]);
  });

  it('are held to the old text from both sides, where the clock has run out for the first of them', () => {
    const [, oldText] = about('286', '2026-12-01', beaten('2016-01-01', '2023-01-01'));
    expect(oldText).toMatch(/2 декабря 2016 года/u);
    expect(oldText).toMatch(/24 июля 2022 года/u);
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
