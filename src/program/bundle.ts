/** Everything of src/ that runs on the person's own device, as one script. The same sources give the same bytes. */
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';

const entry = join(import.meta.dirname, '../browser/main.ts');

/** The same Hono with the router that is smallest, not fastest: a page asks it once a press. */
const smallRouter: Plugin = {
  name: 'small router',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^hono$/ }, ({ resolveDir, kind }) => resolve('hono/tiny', { resolveDir, kind })),
};

/** Made anew at each start: it takes a fifth of a second, and cannot be older than the sources. */
export async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    plugins: [smallRouter],
  });
  return outputFiles[0]?.text ?? '';
}
