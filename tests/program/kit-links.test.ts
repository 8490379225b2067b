/** In the offline kit nothing leads to a page that only a site has. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask } from '../../src/browser/ask.ts';
import { deviceApp } from '../../src/browser/device-app.ts';
import { deviceSite } from '../../src/browser/device-site.ts';
import type { LanguagePart } from '../../src/browser/parts.ts';
import { partsOf } from '../../src/program/parts-of.ts';
import { readLocales } from '../../src/read-locales.ts';
import { openService } from '../support/site.ts';

const { site } = openService();
const locales = readLocales(join(import.meta.dirname, '../../locales'));
const parts: { content: ReturnType<typeof partsOf>['content']; languages: readonly LanguagePart[] } = partsOf(
  site,
  locales,
  'kit',
);
const app = deviceApp(deviceSite(parts.content, parts.languages, () => new Date('2026-12-01T09:00:00Z')));

it('a person who follows every link of the file finds a page behind each', async () => {
  const seen = new Map<string, string>();
  const waiting = [['/ru', 'the beginning']];
  const lost: string[] = [];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path = '', from = ''] = next;
    if (seen.has(path)) continue;
    seen.set(path, from);
    const answer = await ask(app, { path });
    if (answer?.kind !== 'page') lost.push(`${path} on ${from}`);
    else
      for (const [, link = ''] of answer.html
        .replace(/<head>[\s\S]*?<\/head>/, '')
        .matchAll(/\shref="(\/[^"#]*)/g))
        waiting.push([link, path]);
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(lost).toEqual([]);
});
