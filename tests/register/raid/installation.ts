/** A real installation as an operator runs it: the service and the commands as processes, over a folder or a PostgreSQL. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FreshDatabase } from '../../support/fresh-database.ts';

const root = join(import.meta.dirname, '../../..');

export type Installation = {
  url: string;
  /** `npm run -s admin -- …`; what it prints. */
  admin: (...words: string[]) => Promise<string>;
  /** Everything that the service and the commands have written so far. */
  said: () => string;
  stop: () => Promise<void>;
};

export async function startInstallation({ dataDir, databaseUrl }: FreshDatabase): Promise<Installation> {
  const env = {
    PATH: process.env.PATH,
    PORT: '0',
    ...(dataDir === '' ? {} : { DATA_DIR: dataDir }),
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
  };
  let said = '';
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, env });
  const listening = Promise.withResolvers<string>();
  const hear = (chunk: Buffer) => {
    said += chunk;
    const address = /Proverka: (\S+)/.exec(said)?.[1];
    if (address) listening.resolve(address);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  child.once('exit', () => listening.reject(new Error(`the service did not start: ${said}`)));
  const url = await listening.promise;
  return {
    url,
    said: () => said,
    admin: async (...words) => {
      const command = [join(root, 'src/admin.ts'), ...words];
      const { stdout, stderr } = await promisify(execFile)(process.execPath, command, { cwd: root, env });
      said += stderr;
      return stdout;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
