/** What every journey sets out with: the real service and a browser, for all tests of a file. */
import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { launch } from './browser.ts';
import { type Service, startService } from './person.ts';

/** Takes what startService takes. Both are closed after the last test. */
export async function setOut(
  ...asked: Parameters<typeof startService>
): Promise<{ service: Service; browser: Browser }> {
  const [service, browser] = await Promise.all([startService(...asked), launch()]);
  afterAll(async () => {
    await browser.close();
    await service.stop();
  });
  return { service, browser };
}
