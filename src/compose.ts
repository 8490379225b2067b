/**
 * `npm run -s compose -- answers.json out.docx` writes complaints without the service: one, or a folder of them.
 * `npm run -s compose -- --help` tells the rest. What it does stands in cli/; here it meets the disk and the terminal.
 */

import { run } from '#cli/run.ts';
import { BrokenContent } from '#content/finding.ts';
import { openLibrary } from './open-library.ts';
import { openSite } from './open-site.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
process.stdout.on('error', () => process.exit(1)); // whoever read has read enough
process.stderr.on('error', () => {}); // nobody listens, and the documents are still wanted

const { INIT_CWD, LC_ALL, LC_MESSAGES, LANG } = process.env;

try {
  const site = openSite(
    await openLibrary(),
    { operator: { name: undefined, contact: undefined }, publicUrl: undefined },
    () => new Date(),
  );
  process.exitCode = await run(process.argv.slice(2), {
    library: site.library,
    texts: site.texts,
    formats: site.formats,
    today: site.today(),
    folder: INIT_CWD ?? process.cwd(), // npm itself goes to the project's folder
    locale: LC_ALL || LC_MESSAGES || LANG,
    input: process.stdin,
    output: process.stdout,
    messages: process.stderr,
    stop: stop.signal,
  });
} catch (error) {
  if (!(error instanceof BrokenContent)) throw error;
  console.error(`Files that lawyers edit have to be mended:\n${error.message}`);
  process.exitCode = 1;
}
