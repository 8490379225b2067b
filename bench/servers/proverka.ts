/** The product as `src/main.ts` serves it. */
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readLibrary } from '../../src/content/library.ts';
import { openSite } from '../../src/open-site.ts';

export function openProduct() {
  return openSite(
    readLibrary(join(import.meta.dirname, '../../templates')),
    { operator: { name: 'Example', contact: 'help@example.org' }, publicUrl: undefined },
    () => new Date(),
  );
}

export const app = () =>
  createApp(openProduct(), (error) => {
    throw error;
  });
