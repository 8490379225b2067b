/** The product as `src/main.ts` serves it. */
import { createApp } from '../../src/app.ts';
import { openLibrary } from '../../src/open-library.ts';
import { openSite } from '../../src/open-site.ts';

export async function openProduct() {
  return openSite(
    await openLibrary(),
    { operator: { name: 'Example', contact: 'help@example.org' }, publicUrl: undefined },
    () => new Date(),
  );
}

export const app = async () =>
  createApp(await openProduct(), (error) => {
    throw error;
  });
