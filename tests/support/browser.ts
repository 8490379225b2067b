// Starts the Chromium that find-browser.ts found. Close it after the tests, or hold it with `await using`.
import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';

// Only what Playwright does not pass itself: it already stops first-run pages, updates, sync and background traffic.
const FLAGS = [
  '--disable-gpu', // a test machine has none, and looking for one costs time
  '--disable-quic',
  '--font-render-hinting=none', // text is as wide on every machine
];

export function launch(): Promise<Browser> {
  const { executablePath, env } = inject('browser');
  return chromium.launch({
    executablePath,
    args: FLAGS,
    env: { ...process.env, ...env },
    chromiumSandbox: false, // the sandbox refuses root, and CI containers run as root; the tests open own pages only
  });
}
