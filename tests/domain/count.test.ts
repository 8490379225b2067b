import { describe, expect, it } from 'vitest';
import { library } from '../support/library.ts';

describe('the counts of templates/law/counts.yaml', () => {
  it('run 2, 6, 10 or 15 years by their category (УК 78 ч. 1)', () => {
    const years = { minor: 2, medium: 6, grave: 10, 'especially-grave': 15 };
    for (const count of library.counts)
      expect([count.id, count.years]).toEqual([count.id, years[count.category]]);
  });

  it('leave the limitation period to a court only for murder (УК 78 ч. 4)', () => {
    expect(library.counts.filter(({ courtDecides }) => courtDecides).map(({ id }) => id)).toEqual(['105-2']);
  });

  it('have ids of their own', () => {
    const ids = library.counts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('name their article last, so that parts of one article can be joined', () => {
    for (const { citation } of library.counts)
      expect(citation).toMatch(/^(?:(?:п\. «[^ст]*» )?ч\. [\d.]+ )?ст\. [\d.]+$/u);
  });

  it('offer torture as such (286 ч. 4–5, 302 ч. 3–4) for acts since 25 July 2022 only', () => {
    const torture = library.counts.filter(({ citation }) =>
      /ч\. [45] ст\. 286|ч\. [34] ст\. 302/u.test(citation),
    );
    expect(torture.map(({ id, actsFrom }) => [id, actsFrom])).toEqual([
      ['286-4', '2022-07-25'],
      ['286-5', '2022-07-25'],
      ['302-3', '2022-07-25'],
      ['302-4', '2022-07-25'],
    ]);
  });

  it('do not offer what does not fit: calls to extremism, justifying terrorism, bare opinions', () => {
    for (const { citation } of library.counts)
      expect(citation).not.toMatch(/ст\. (?:280|205\.2|110|137|144|316)$/u);
  });
});
