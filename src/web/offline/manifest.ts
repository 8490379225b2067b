/** `/manifest.webmanifest`: under which name and icon a phone puts the program beside its others. Both tell nothing. */
import type { Context } from 'hono';
import type { Site } from '../site.ts';
import { languageAsked } from './worker.ts';

/** Colours of the icon and of the first moment. */
const ink = '#17475c';
const paper = '#f5efe3';

export function manifest(c: Context, site: Site): Response {
  const language = languageAsked(c);
  const t = site.texts(language);
  const name = t('clear.app');
  const icon = (file: string, sizes: string, purpose: string) => ({
    src: site.assets.href(file),
    sizes,
    type: 'image/png',
    purpose,
  });
  const content = {
    id: '/',
    name,
    short_name: name,
    lang: language,
    dir: t('common.language.dir'),
    start_url: `/${language}/write`,
    scope: '/',
    display: 'standalone',
    background_color: paper,
    theme_color: ink,
    icons: [
      icon('app-192.png', '192x192', 'any'),
      icon('app-512.png', '512x512', 'any'),
      icon('app-maskable-512.png', '512x512', 'maskable'),
    ],
  };
  return c.body(JSON.stringify(content), 200, {
    'Content-Type': 'application/manifest+json; charset=utf-8',
    Vary: 'Accept-Language',
  });
}
