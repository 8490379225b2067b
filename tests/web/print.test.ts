/** The letter on the screen, ready to print: it looks like a letter, and no policy forbids its style. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { openService, standingOn } from '../support/site.ts';

const { app } = openService();

it('every policy that holds for the page to print allows its one style, by hash, and nothing else', async () => {
  const walker = await standingOn(app, 'files');
  const response = await walker.press('Открыть для печати');
  const html = await response.text();
  const [, style = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
  const hash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
  const inFile = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const inHeader = response.headers.get('Content-Security-Policy') ?? '';
  for (const policy of [inFile.replaceAll('&#39;', "'"), inHeader]) {
    expect(policy).toMatch(/default-src 'none'/);
    expect(/style-src ([^;]*)/.exec(policy)?.[1]).toContain(hash);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  }
});
