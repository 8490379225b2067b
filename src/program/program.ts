/** The program for the person's own device, as files under names that change with their content. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Language } from '#domain/language.ts';
import type { Locales } from '#i18n.ts';
import type { Asset, Program, Site } from '#web/site.ts';
import { bundle } from './bundle.ts';
import { partScript, partsOf } from './parts-of.ts';

const compress = promisify(brotliCompress);

/** Compressed copies are added when they are ready; until then the files go out as they are. */
export async function makeProgram(site: Site, locales: Locales): Promise<Program> {
  const { content, languages, sharing } = partsOf(site, locales, 'device');
  const files = new Map<string, Asset>();
  const add = (name: string, script: string): string => {
    const body = new TextEncoder().encode(script);
    const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
    files.set(`${version}/${name}`, { body, type: 'text/javascript; charset=utf-8' });
    return `/assets/${version}/${name}`;
  };
  const program = add('program.js', await bundle());
  const returning = add('returning.js', await bundle('returning'));
  const law = add('content.js', partScript(content));
  const words = new Map(
    languages.map((part) => [part.language, add(`${part.language}.js`, partScript(part))]),
  );
  const sharingWords = new Map(
    sharing.map((part) => [part.language, add(`share.${part.language}.js`, partScript(part))]),
  );
  return {
    files,
    returning: (language) => [law, ...needed(language, words), ...needed(language, sharingWords), returning],
    scripts: (language) => [law, ...needed(language, words), program],
    later: (language) => [
      ...[...words].filter(([one]) => one !== language && one !== 'ru').map(([, address]) => address),
      site.assets.href('sealing.js'),
    ],
  };
}

/** Russian goes along with every language: it is what is filed. */
function needed(language: Language, words: ReadonlyMap<Language, string>): string[] {
  return [...new Set<Language>(['ru', language])].flatMap((one) => words.get(one) ?? []);
}

/** Compresses what has no compressed copy yet, one file after the other. */
export async function compressAll(files: Iterable<Asset>): Promise<void> {
  for (const asset of files) {
    if (asset.brotli) continue;
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: asset.body.length,
    };
    asset.brotli = new Uint8Array(await compress(asset.body, { params }));
  }
}
