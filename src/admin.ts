/**
 * `npm run -s admin -- …` looks after the register: organisations, their people, backups; `--help` tells the rest. What it
 * does stands in admin/; here it meets the environment and the terminal.
 */
import { createInterface } from 'node:readline';
import type { Office } from '#admin/office.ts';
import { run } from '#admin/run.ts';
import { BrokenContent } from '#content/finding.ts';
import { BrokenConfig, readConfig } from './config.ts';
import { openLibrary } from './open-library.ts';
import { installationSalt } from './register/installation.ts';
import { openDb } from './register/open-register.ts';

process.stdout.on('error', () => process.exit(1)); // whoever read has read enough

try {
  process.exitCode = await run(process.argv.slice(2), office());
} catch (error) {
  if (error instanceof BrokenConfig) refuse(`The environment has to be mended:\n${error.message}`);
  else if (error instanceof BrokenContent)
    refuse(`Files that lawyers edit have to be mended:\n${error.message}`);
  else throw error;
}

function office(): Office {
  const now = () => new Date();
  const config = () => readConfig(process.env);
  return {
    now,
    folder: process.env.INIT_CWD ?? process.cwd(), // npm itself goes to the project's folder
    get address() {
      const { publicUrl, port } = config();
      return publicUrl ?? `http://127.0.0.1:${port}`;
    },
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    ask: () =>
      new Promise((answer) => {
        const lines = createInterface({ input: process.stdin });
        lines.once('line', (line) => {
          answer(line);
          lines.close();
        });
        lines.once('close', () => answer(''));
      }),
    withRegister: async (work) => {
      const db = await openDb({ ...config(), library: await openLibrary(), now }, { patient: true });
      try {
        await installationSalt(db);
        return await work(db);
      } finally {
        await db.kysely.destroy();
      }
    },
  };
}

function refuse(reason: string): void {
  console.error(reason);
  process.exitCode = 1;
}
