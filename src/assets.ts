/** Styles, scripts and the icon of the pages, held in memory under a name that changes with their content. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Asset, Assets } from './web/site.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Reads the files of `folder` whose type pages use, and leaves out the others. */
export function readAssets(folder: string): Assets {
  const files = new Map<string, Asset>();
  const hrefs = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (!type) continue;
    const body = new Uint8Array(readFileSync(join(folder, name)));
    const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
    files.set(`${version}/${name}`, { body, type });
    hrefs.set(name, `/assets/${version}/${name}`);
  }
  return {
    files,
    href: (name) => {
      const href = hrefs.get(name);
      if (!href) throw new Error(`no asset ${name}`);
      return href;
    },
  };
}
