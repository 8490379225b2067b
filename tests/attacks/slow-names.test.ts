/** Looking for names of organisations takes time by the length of the text, whatever stands in it. */
import { describe, expect, it } from 'vitest';
import { hashOfDomain, statusMatch } from '#domain/status-match.ts';
import { library } from '../support/library.ts';

const organisations = [...library.organisations.values()];
const length = 60_000;

describe('somebody types sixty thousand letters', () => {
  it.each([
    ['of a host that never ends', 'a.'],
    ['of words of one letter', 'a b '],
    ['of letters under stress marks', 'a\u0301'],
    ['of long words', 'слово дело '],
    ['of one word', 'x'],
    ['of one word of marks', '-'],
  ])('%s', (_, part) => {
    const text = part.repeat(length / part.length);
    const start = performance.now();
    statusMatch(text, organisations);
    expect(performance.now() - start).toBeLessThan(4000); // a hundred milliseconds where nothing else runs
  });
});

it('a domain is found below any number of others', () => {
  const banned = { domains: [hashOfDomain('romashka.example')], phrases: [], wholeFields: [] };
  for (const host of ['romashka.example', `${'a.'.repeat(500)}romashka.example/b`])
    expect(statusMatch(`https://${host}`, [banned])).toEqual([banned]);
});
