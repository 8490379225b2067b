/** The law's clock against dates worked out by hand. */
import { expect, it } from 'vitest';
import { ask, deadline } from './ask.ts';
import { cases } from './worked-out.ts';

it('there are at least sixty of them, over every year from 2017 to 2027', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  const years = new Set(cases.map(([, , , , due]) => due.slice(0, 4)));
  for (let year = 2017; year <= 2027; year++) expect(years, `${year}`).toContain(String(year));
});

it.each(cases)('%s', (_working, template, events, term, due) => {
  const found = deadline(ask(template, events, '2027-12-31'), term);
  expect({ due: found.due, estimated: found.estimated }).toEqual({ due, estimated: false });
});
