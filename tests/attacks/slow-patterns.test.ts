/** No text makes a pattern run for ever (ReDoS): every pattern of the domain gets through every probe. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = promisify(execFile);
const probes = join(import.meta.dirname, 'probe-patterns.ts');

it.concurrent.each([250, 2000, 1_000_000])(
  'every pattern is through with %i characters, and nobody has stopped the service',
  async (size) => {
    const { stdout } = await run(process.execPath, [probes, String(size)], {
      timeout: 50_000,
      killSignal: 'SIGKILL',
    }).catch(({ stdout: said }: { stdout: string }) => ({ stdout: `${said}stuck after this` }));
    expect(stdout.trim().split('\n').at(-1)).toBe('through');
  },
  60_000,
);
