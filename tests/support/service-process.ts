/** The real service as people start it, in a process of its own: it can be stopped, or killed in the middle of anything. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type ServiceProcess = {
  url: string;
  pid: number;
  /** All that it has printed. */
  said: () => string;
  /** SIGKILL, and waits until it is gone; it has always to be done, for the last time after the test. */
  kill: () => Promise<void>;
  call: (method: string, path: string, asked?: Asked) => Promise<Response>;
};

export type Asked = { token?: string; headers?: Record<string, string>; body?: unknown };

const main = join(import.meta.dirname, '../../src/main.ts');

/** Fails with what the service said where it does not start. */
export async function startService(place: {
  dataDir: string;
  databaseUrl: string | undefined;
}): Promise<ServiceProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'test-service-'));
  const { PATH = '', HOME = '' } = process.env;
  const { dataDir, databaseUrl } = place;
  const where = databaseUrl === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: databaseUrl };
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { PATH, HOME, PORT: '0', HOST: '127.0.0.1', LANG: 'C.UTF-8', ...where },
  });
  const ended = once(child, 'close');
  let said = '';
  const listening = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      said += String(text);
      const url = /^Proverka: (http:\S+)$/m.exec(said)?.[1];
      if (url) listening.resolve(url);
    });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  void ended.then(() => listening.reject(new Error(`not started: ${said}`)));
  const url = await listening.promise;
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    kill,
    call: (method, path, { token, headers = {}, body } = {}) =>
      fetch(url + path, {
        method,
        headers: {
          Connection: 'close',
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}
