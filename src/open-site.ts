/** Everything the service needs, read from disk once: beside the templates, words and assets. */
import { join } from 'node:path';
import type { Library } from '#domain/library.ts';
import { formats } from '#renderers/formats.ts';
import { documentHtml } from '#renderers/html.ts';
import { renderIcs } from '#renderers/ics.ts';
import { paperPolicy, renderPapers } from '#renderers/paper-html.ts';
import { renderPapersTxt } from '#renderers/paper-txt.ts';
import { readAssets } from './assets.ts';
import type { Config } from './config.ts';
import { interfaceTexts } from './i18n.ts';
import { readLocales } from './read-locales.ts';
import type { Site } from './web/site.ts';

const root = join(import.meta.dirname, '..');

/** `now` is the clock. */
export function openSite(
  library: Library,
  config: Pick<Config, 'operator' | 'publicUrl'>,
  now: () => Date,
): Site {
  return {
    place: 'server',
    library,
    texts: interfaceTexts(readLocales(join(root, 'locales'))),
    assets: readAssets(join(root, 'src/web/assets')),
    operator: config.operator,
    publicUrl: config.publicUrl,
    formats,
    preview: documentHtml,
    calendar: renderIcs,
    papers: {
      print: { type: 'text/html; charset=utf-8', policy: paperPolicy, render: renderPapers },
      text: { type: 'text/plain; charset=utf-8', render: renderPapersTxt },
    },
    today: () => moscowDay(now()),
  };
}

let moscow: Intl.DateTimeFormat | undefined;

/** Made when first asked for: a time zone takes longer to open than a page to write. Swedish writes dates as ISO does. */
function moscowDay(moment: Date): string {
  moscow ??= new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' });
  return moscow.format(moment);
}
