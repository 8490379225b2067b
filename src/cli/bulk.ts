/** Many bodies, many documents, and never a name: a list of names is what a raid looks for. */
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Document } from '#domain/document.ts';
import { found } from '#domain/library.ts';
import type { ComposeCommand } from './arguments.ts';
import type { Counter, Exit, FileFormat } from './desk.ts';
import { makeLetter } from './letter.ts';
import { Progress } from './progress.ts';
import { fileRefusal, Refusal, stopsAll, wrongUse } from './refusal.ts';
import { type Failure, report } from './report.ts';
import { isSame, save } from './save.ts';

export type Job = {
  /** The file or the row, as the report names it. */
  from: string | { row: number };
  /** Reads the body; refuses what holds a name. */
  body: () => unknown;
  /** Name of the document's file, without its ending. */
  name: (document: Document) => string;
};

export type Jobs = { folder: string | undefined; list: readonly Job[] };

/** One after another, so that a thousand documents need no more memory than one. */
export async function composeAll(jobs: Jobs, command: ComposeCommand, counter: Counter): Promise<Exit> {
  const { messages, stop, t } = counter;
  const total = jobs.list.length;
  const compose = composer(jobs, command, counter);
  const progress = new Progress(command.quiet ? undefined : messages, total);
  const failures: Failure[] = [];
  let made = 0;
  for (const job of jobs.list) {
    await setImmediate(); // so that a signal is heard
    if (stop.aborted) break;
    const failure = await compose(job);
    if (failure) failures.push({ from: job.from, reasons: failure.reasons });
    else made++;
    if (failure?.last) break;
    progress.step();
  }
  progress.clear();
  const left = total - made - failures.length;
  if (!command.quiet || made < total) messages.write(report({ made, total, left, failures }, t));
  if (stop.aborted) return 130;
  return made < total ? 1 : 0;
}

/** Why there is no document; `last`: nor will there be another. */
type Failed = { reasons: readonly string[]; last?: boolean };

/** Makes and saves the document of a job; no two of a run share a name. */
function composer(jobs: Jobs, command: ComposeCommand, counter: Counter) {
  const format = formatOf(command, counter);
  const target = targetOf(jobs, command, counter, format);
  const taken = new Set<string>();
  return async (job: Job): Promise<Failed | undefined> => {
    try {
      const letter = await makeLetter(counter, format, job.body());
      if (!letter.ok) return letter;
      const name = `${job.name(letter.document)}.${format.extension}`;
      if (taken.has(plainName(name))) throw new Refusal('cli.file.sameName');
      taken.add(plainName(name));
      save(join(target, name), letter.bytes, command.force);
      return undefined;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { reasons: [error.told(counter.t)], last: stopsAll(error) };
    }
  };
}

function formatOf({ format = 'docx' }: ComposeCommand, { formats }: Counter): FileFormat {
  const known = new Map(Object.entries(formats));
  if (!known.has(format)) throw wrongUse('cli.use.format', { formats: [...known.keys()].join(', ') });
  return found(known, format);
}

/** The folder for the documents, made where it is not there: readable by its owner alone, like the files in it. */
function targetOf(
  jobs: Jobs,
  { to }: ComposeCommand,
  { folder }: Counter,
  { extension }: FileFormat,
): string {
  const target = resolve(folder, to);
  const there = statSync(target, { throwIfNoEntry: false });
  if (there && !there.isDirectory()) throw wrongUse('cli.use.folderNeeded');
  if (jobs.folder !== undefined && extension === 'json' && isSame(jobs.folder, target))
    throw wrongUse('cli.use.same');
  try {
    mkdirSync(target, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileRefusal(error, 'writing');
  }
  return target;
}

/** Names that some discs take for one: capitals, and letters written in two ways. */
function plainName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
