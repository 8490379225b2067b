/** No page, no answer of the API and no file of the program carries a name that is dangerous to hold in Russia. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { hashOfDomain, hashOfName, statusMatch } from '#domain/status-match.ts';
import { library } from '../support/site.ts';
import { everyAnswer } from './every-answer.ts';
import { tagsOf, textOf } from './page.ts';

vi.setConfig({ testTimeout: 120_000 }); // every word of every answer is hashed

const banned = [...library.organisations.values()].filter(
  ({ statusInRussia }) => statusInRussia === 'extremist',
);
const root = join(import.meta.dirname, '../..');
const seen = new Set<string>();

/** Ids of the banned organisations that a text names; what was looked at before is left out. */
function namedIn(text: string): string[] {
  const fresh = text
    .split(/\n/)
    .map((line) => line.trim())
    .filter((line) => !seen.has(line) && /\p{L}{3}/u.test(line));
  for (const line of fresh) seen.add(line);
  return [...new Set(fresh.flatMap((line) => statusMatch(line, banned).map(({ id }) => id)))];
}

/** The words that stand together on a page, a line each, and the values of its attributes. */
function linesOf(html: string): string {
  const values = tagsOf(html).flatMap(({ attributes }) => [...attributes.values()]);
  const blocks = html
    .replace(/\n/g, ' ')
    .split(
      /<\/?(?:p|li|h\d|d[dtl]|div|label|legend|title|option|tr|td|th|button|article|header|footer|textarea|summary)\b[^>]*>/,
    );
  return [...values, ...blocks.map(textOf)].join('\n');
}

it('the list holds organisations, without a name, and each can be found', () => {
  expect(banned.length).toBeGreaterThan(5);
  for (const { name, phrases, domains, wholeFields } of banned) {
    expect(name).toBeUndefined();
    expect(phrases.length + domains.length + wholeFields.length).toBeGreaterThan(0);
  }
});

it('no answer of the service names one', async () => {
  for (const { what, body, response } of await everyAnswer()) {
    if (/officedocument|css|javascript/.test(response.headers.get('Content-Type') ?? '')) continue; // the same words as in the text
    const html = /html/.test(response.headers.get('Content-Type') ?? '');
    expect(namedIn(html ? linesOf(body) : body.replaceAll('"', '\n')), what).toEqual([]);
  }
});

describe('no file names one', () => {
  it.each(['src/**/*', 'locales/**/*', 'templates/**/*', '*.md'])('of %s', (pattern) => {
    for (const file of globSync(pattern, { cwd: root, withFileTypes: true }).filter((one) => one.isFile()))
      expect(namedIn(readFileSync(join(file.parentPath, file.name), 'utf8')), file.name).toEqual([]);
  });
});

it('a name would be found in the middle of a page, in any case ending and as a link', () => {
  const [model] = banned;
  const made = {
    ...model,
    phrases: [hashOfName('Пример Организация')],
    domains: [hashOfDomain('example.net')],
  };
  const list = model ? [{ ...model, ...made }] : [];
  expect(statusMatch('как писала «Примере Организации», вчера', list)).toHaveLength(1);
  expect(statusMatch('см. https://www.ru.example.net/page?x', list)).toHaveLength(1);
  expect(statusMatch('пример другой организации', list)).toHaveLength(0);
});
