/** Bundles `page.ts` with age-encryption into one script that pages load from this site. */
import { join } from 'node:path';
import { build } from 'esbuild';

export const sealingScript = join(import.meta.dirname, '../../src/web/assets/sealing.js');

export async function makeSealing(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    banner: {
      js: '/* Made by npm run -s sealing from tools/sealing; holds age-encryption (BSD-3-Clause) and @noble (MIT). */',
    },
  });
  return outputFiles[0]?.text ?? '';
}
