/** No text makes a pattern run for ever (ReDoS): every pattern of the domain gets through every probe. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const probes = join(import.meta.dirname, 'probe-patterns.ts');

it('nobody can type what a pattern never gets through, short or long', async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  execFile(process.execPath, [probes], { timeout: 100_000, killSignal: 'SIGKILL' }, (_, said, fault) =>
    resolve(said + fault),
  );
  expect((await promise).trim().split('\n')).toEqual(['50', '240', '2000', '50000', 'through']);
}, 120_000);
