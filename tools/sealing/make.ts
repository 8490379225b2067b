/** Bundles `page.ts` with age-encryption into one script that pages load from this site. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { withoutKeys } from '../../src/program/unused-keys.ts';

export const sealingScript = join(import.meta.dirname, '../../src/web/assets/sealing.js');

/** Keys other than a passphrase: age-encryption names these parts inside functions that are never called here. */
const unused = {
  '@noble/post-quantum/hybrid.js': ['MLKEM768P256', 'MLKEM768X25519'],
  '@noble/curves/nist.js': ['p256'],
  '@noble/curves/ed25519.js': ['x25519'],
};

export async function makeSealing(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    plugins: [withoutKeys(unused)],
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
