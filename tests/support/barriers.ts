/** Barriers to people who cannot see, hear or point well, as far as axe finds them in a page. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Legacy mode runs every rule inside the page. The other one gathers the results of foreign frames in a second page, which
 * costs as much again; our pages have no frames.
 */
export async function expectNoBarriers(page: Page, where: string): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    `${where}: accessibility`,
  ).toEqual([]);
}
