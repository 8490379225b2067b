/**
 * Typst, a typesetter in native code: the one known here that hyphenates Russian and tags what it sets.
 * It exists for Linux on 64-bit Intel; elsewhere there is no PDF and everything else works.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** What is used of `@myriaddreamin/typst-ts-node-compiler` 0.7. */
type Native = {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler };
};
type Compiler = {
  compile(options: { mainFileContent: string; inputs: Record<string, string> }): {
    result: Compiled | null;
    takeError(): { shortDiagnostics: { message: string }[] } | null;
  };
  pdf(compiled: Compiled, options: { pdfStandard: 'ua-1' }): Buffer;
  evictCache(maxAge: number): void;
};
type Compiled = { numOfPages: number };

/** The same module for the two C libraries of Linux; npm installs the one that fits, or none. */
const packages = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`);

/** Path of the native module, where one is installed. It is found at the start, and loaded for the first PDF. */
export const typstPath = packages.map(pathOf).find((path) => path !== undefined);

function pathOf(name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined; // not installed: this machine is of another kind
  }
}

/** Sets `source`, which reads `inputs` as `sys.inputs`, and returns the PDF. */
export type Typesetter = (source: string, inputs: Record<string, string>) => Buffer;

/** Letters whose results are kept for the next, and milliseconds after which they are forgotten too. */
const kept = 30;
const memory = 10_000;

/**
 * A typesetter that knows `fonts` and sees no file at all. Of what it has worked out it keeps what the last letters used,
 * for most of a letter is the same in the next (a third of the time), and after ten idle seconds nothing.
 */
export function openTypst(fonts: Buffer[]): Typesetter {
  if (typstPath === undefined) throw new Error('Typst is not installed: no PDF on this machine');
  const { NodeCompiler }: Native = require(typstPath);
  // Typst reads below its workspace only, and there is no such folder.
  const compiler = NodeCompiler.create({
    workspace: join(import.meta.dirname, 'nothing'),
    fontArgs: [{ fontBlobs: fonts }],
  });
  let idle: NodeJS.Timeout | undefined;
  return (source, inputs) => {
    clearTimeout(idle);
    try {
      const compiled = compiler.compile({ mainFileContent: source, inputs });
      if (compiled.result) return compiler.pdf(compiled.result, { pdfStandard: 'ua-1' });
      const said = compiled.takeError()?.shortDiagnostics.map(({ message }) => message);
      throw new Error(`Typst: ${said?.join('; ')}`);
    } finally {
      compiler.evictCache(kept);
      idle = setTimeout(() => compiler.evictCache(0), memory).unref();
    }
  };
}
