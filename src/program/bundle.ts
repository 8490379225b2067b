/** Everything of src/ that runs on the person's own device, as one script. The same sources give the same bytes. */
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { withoutKeys } from './unused-keys.ts';

/** The program of a page that asks nobody, and that of a tab that opens a shared case. */
const entries = { device: 'main.ts', returning: 'returning/main.ts' } as const;

/** The same Hono with the router that is smallest, not fastest: a page asks it once a press. */
const smallRouter: Plugin = {
  name: 'small router',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^hono$/ }, ({ resolveDir, kind }) => resolve('hono/tiny', { resolveDir, kind })),
};

/** Keys of kinds that nothing here is sealed to. */
const otherKeys = {
  '@noble/post-quantum/hybrid.js': ['MLKEM768P256', 'MLKEM768X25519'],
  '@noble/curves/nist.js': ['p256'],
};

/** Made anew at each start: it takes a fifth of a second, and cannot be older than the sources. */
export async function bundle(which: keyof typeof entries = 'device'): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../browser', entries[which])],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [smallRouter, withoutKeys(otherKeys)],
  });
  return outputFiles[0]?.text ?? '';
}
