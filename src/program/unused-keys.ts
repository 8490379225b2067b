/** A part of esbuild: age-encryption names kinds of keys inside functions that a page never calls; they stand for nothing there. */
import type { Plugin } from 'esbuild';

/** `unused`: names of the parts, by the module that they come from. */
export function withoutKeys(unused: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: 'without unused keys',
    setup({ onResolve, onLoad }) {
      const names = Object.keys(unused).join('|').replaceAll('.', '\\.');
      onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({ path, namespace: 'unused' }));
      onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({
        contents: (unused[path] ?? []).map((part) => `export const ${part} = undefined;`).join('\n'),
      }));
    },
  };
}
