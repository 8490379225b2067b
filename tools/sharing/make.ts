/** Bundles `page.ts` with age-encryption and scrypt into one script that the page of sharing loads from this site. */
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import * as zod from 'zod/mini';
import { withoutKeys } from '../../src/program/unused-keys.ts';

export const sharingScript = join(import.meta.dirname, '../../src/web/assets/sharing.js');

/** Keys of other kinds: age-encryption names these parts inside functions that are never called here. */
const otherKeys = {
  '@noble/post-quantum/hybrid.js': ['MLKEM768P256', 'MLKEM768X25519'],
  '@noble/curves/nist.js': ['p256'],
};

/** Schemas check on the server; here each name of theirs stands for nothing, so that the facts are derived by the same code. */
const schemas = `const nothing = new Proxy(function () {}, { get: () => nothing, apply: () => nothing });
export { ${['default', ...Object.keys(zod)].map((name) => `nothing as ${name}`).join(', ')} };`;

const withoutSchemas: Plugin = {
  name: 'without schemas',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:zod\/mini|petrovich)$/ }, ({ path }) => ({ path, namespace: 'schemas' }));
    onLoad({ filter: /.*/, namespace: 'schemas' }, () => ({ contents: schemas }));
  },
};

export async function makeSharing(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    plugins: [withoutKeys(otherKeys), withoutSchemas],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    banner: {
      js: '/* Made by npm run -s sharing from tools/sharing; holds age-encryption (BSD-3-Clause), @noble and @scure (MIT). */',
    },
  });
  return outputFiles[0]?.text ?? '';
}
