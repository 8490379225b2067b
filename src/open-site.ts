/** Everything the service needs, read from disk once: beside the templates, words and assets. */
import { join } from 'node:path';
import { languages } from '#domain/language.ts';
import type { Library } from '#domain/library.ts';
import { moscowDay } from '#domain/moscow.ts';
import { formats, readings } from '#renderers/formats.ts';
import { portableParts } from '#renderers/portable.ts';
import { readAssets } from './assets.ts';
import type { Config } from './config.ts';
import { interfaceTexts } from './i18n.ts';
import { readLocales } from './read-locales.ts';
import type { Kit, Program, Site } from './web/site.ts';

const root = join(import.meta.dirname, '..');

/** `now` is the clock. */
export function openSite(
  library: Library,
  config: Pick<Config, 'operator' | 'publicUrl'> & Partial<Config>,
  now: () => Date,
): Site {
  const locales = readLocales(join(root, 'locales'));
  let program: Promise<Program> | undefined;
  let kit: Promise<Kit> | undefined;
  const site: Site = {
    place: 'server',
    languages,
    library,
    texts: interfaceTexts(locales),
    assets: readAssets(join(root, 'src/web/assets')),
    operator: config.operator,
    publicUrl: config.publicUrl,
    formats,
    readings,
    ...portableParts,
    today: () => moscowDay(now()),
    program: () => {
      program ??= import('./program/program.ts').then(({ makeProgram }) => makeProgram(site, locales)); // brings the bundler
      return program;
    },
    kit: () => {
      kit ??= import('./program/kit.ts').then(({ makeKit }) => makeKit(site, locales, config.kitSigningKey));
      return kit;
    },
  };
  return site;
}
