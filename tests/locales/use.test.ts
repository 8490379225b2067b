/** No text is written for nobody, and no page asks for a text that is not there. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { namespacesOf, textsOf, withoutPlural } from './texts.ts';

const source = join(import.meta.dirname, '../../src');
/** The register has no words for people, and its columns (`filing.id`) look like keys. */
const code = globSync('**/*.ts', { cwd: source, exclude: ['register/**'] }).map((file) =>
  readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''),
);
const keys = [...new Set([...textsOf('ru').keys()].map(withoutPlural))];

/** Everything between quotes that begins as a key does; `${…}` stands for one part of it or for several. */
const named = new RegExp(
  `['\`]((?:${namespacesOf('ru').join('|')})\\.[\\w.\${}()?: '\\[\\]-]*?)['\`](?![\\w])`,
  'g',
);
const asked = [...new Set(code.flatMap((text) => [...text.matchAll(named)].map(([, key = '']) => key)))];
/** Ends that are added to a key kept elsewhere: `${titles[status]}.title`. */
const ends = code.flatMap((text) =>
  [...text.matchAll(/`\$\{[^}`]*\}(\.[a-z]+)`/gi)].map(([, end = '']) => end),
);

function patternOf(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.-]/g, '\\$&'));
  return new RegExp(
    `^${parts.join('[\\w.-]+')}(?:${['', ...ends].map((end) => end.replace('.', '\\.')).join('|')})$`,
  );
}

it('every text is asked for somewhere', () => {
  const patterns = asked.map(patternOf);
  expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
});

it('every text that is asked for is there', () => {
  expect(asked.length).toBeGreaterThan(100);
  const lost = asked.filter((key) => !keys.some((one) => patternOf(key).test(one)));
  expect(lost.filter((name) => !/\.(?:ts|json|js|css)$/.test(name))).toEqual([]);
});
