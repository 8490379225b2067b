/** The product as `src/main.ts` serves it. */
import { createApp } from '../../src/app.ts';
import { openSite } from '../../src/open-site.ts';

export function openProduct() {
  return openSite(
    { operator: { name: 'Example', contact: 'help@example.org' }, publicUrl: undefined },
    () => new Date(),
  );
}

export const app = () =>
  createApp(openProduct(), (error) => {
    throw error;
  });
