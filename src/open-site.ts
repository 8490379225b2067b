/** Reads everything the service needs from disk, once: templates, words, assets. */
import { join } from 'node:path';
import { readLibrary } from '#content/library.ts';
import { formats } from '#renderers/formats.ts';
import { documentHtml } from '#renderers/html.ts';
import { readAssets } from './assets.ts';
import type { Config } from './config.ts';
import { readTexts } from './i18n.ts';
import type { Site } from './web/site.ts';

const root = join(import.meta.dirname, '..');

/** `now` is the clock. Throws with the list of what to mend when a template is broken. */
export function openSite(config: Pick<Config, 'operator' | 'publicUrl'>, now: () => Date): Site {
  return {
    library: readLibrary(join(root, 'templates')),
    texts: readTexts(join(root, 'locales')),
    assets: readAssets(join(root, 'src/web/assets')),
    operator: config.operator,
    publicUrl: config.publicUrl,
    formats,
    preview: documentHtml,
    today: () => moscowDay.format(now()),
  };
}

/** Swedish writes dates as ISO does. */
const moscowDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });
