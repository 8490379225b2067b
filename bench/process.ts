/** Programs of the benchmark that run alone: on the Node that runs this, with the environment of this. */
import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What a program prints as one line of JSON. */
export async function jsonFrom(program: string, ...args: string[]): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...args]);
  return JSON.parse(stdout);
}

/** A server of servers/ in a process of its own, on a free port. */
export type Server = { url: string; cpu: () => Promise<number>; stop: () => Promise<void> };

/** `kind` names the file in servers/ that makes the app. */
export async function serve(kind: string, folder: string): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'children/serve.ts'), [kind, folder]);
  const { port } = await message(child);
  return {
    url: `http://127.0.0.1:${port}`,
    cpu: async () => {
      child.send('cpu');
      const { cpu = Number.NaN } = await message(child);
      return cpu;
    },
    stop: async () => {
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

async function message(child: ChildProcess): Promise<Record<string, number>> {
  const stop = new AbortController();
  const { signal } = stop;
  const gone = once(child, 'exit', { signal }).then(() =>
    Promise.reject(new Error('a server ended by itself')),
  );
  const [told] = await Promise.race([once(child, 'message', { signal }), gone]);
  stop.abort();
  gone.catch(() => {});
  return told;
}
