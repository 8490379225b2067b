/** The program of the tab that opens a shared case: what it may not do, what it weighs, and who loads it. */
import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundle } from '../../src/program/bundle.ts';
import { openTestFollowing } from '../support/register.ts';
import { openService } from '../support/site.ts';

const script = await bundle('returning');

it('keeps nothing, makes no code from text, and speaks to the register in one place', () => {
  expect(script).not.toMatch(
    /\beval\(|new Function\(|\.innerHTML=|\.outerHTML=|document\.write|XMLHttpRequest|WebSocket|sendBeacon|localStorage|sessionStorage|indexedDB|serviceWorker/,
  );
  expect(script.match(/[^.\w]fetch\(/g)).toHaveLength(1);
});

it('is no heavier than a photo on the way to a phone', () => {
  expect(brotliCompressSync(script).length).toBeLessThan(128 * 1024);
});

it('is loaded by the page of the code, and by no other', async () => {
  const test = await openTestFollowing();
  const { app } = openService({ following: test.following });
  const open = await app.request('/ru/share/open');
  const html = await open.text();
  expect(html).toMatch(/returning\.js" defer data-salt="[0-9a-f]{64}"/);
  for (const path of ['/ru', '/ru/write', '/ru/share', '/ru/case', '/ru/online', '/sw.js'])
    expect(await (await app.request(path)).text(), path).not.toContain('returning.js');
  expect(html).not.toMatch(/<script(?! src="\/assets\/)/);
  await test.close();
});

it('that page may ask this site and nobody else; every other page nobody at all', async () => {
  const test = await openTestFollowing();
  const { app } = openService({ following: test.following });
  const policyOf = async (path: string) =>
    (await app.request(path)).headers.get('Content-Security-Policy') ?? '';
  const policy = await policyOf('/en/share/open');
  for (const rule of [
    "default-src 'none'",
    "connect-src 'self'",
    "script-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types proverka',
  ])
    expect(policy.split('; ')).toContain(rule);
  expect(policy).not.toMatch(/unsafe|https?:|\*|worker-src|blob:|data:/);
  for (const path of ['/en', '/en/share', '/en/write', '/en/case'])
    expect(await policyOf(path), path).toContain("connect-src 'none'");
  await test.close();
});
