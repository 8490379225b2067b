/** One body, one document. */
import { extname, resolve } from 'node:path';
import { found } from '#domain/library.ts';
import type { ComposeCommand } from './arguments.ts';
import type { Counter, Exit, FileFormat, Rendered } from './desk.ts';
import { makeLetter, withoutName } from './letter.ts';
import { readAnswers, readInput } from './read-answers.ts';
import { wrongUse } from './refusal.ts';
import { isSame, save } from './save.ts';

export async function composeOne(command: ComposeCommand, counter: Counter): Promise<Exit> {
  const { input, stop, messages, t } = counter;
  const [from, to] = [resolve(counter.folder, command.from), resolve(counter.folder, command.to)];
  const format = formatOf(command, counter);
  if (command.from !== '-' && command.to !== '-' && isSame(from, to)) throw wrongUse('cli.use.same');
  if (command.from === '-' && input.isTTY) messages.write(`${t('cli.use.typing')}\n`);
  const given = command.from === '-' ? await readInput(input, stop) : readAnswers(from, 'anything');
  const made = await makeLetter(counter, format, command.blank ? withoutName(given) : given);
  if (!made.ok) {
    messages.write(`${[t('cli.report.mend'), ...made.reasons].join('\n  ')}\n`);
    return 1;
  }
  if (stop.aborted) return 130;
  if (command.to !== '-') save(to, made.bytes, command.force);
  else await pour(counter, made.bytes);
  return 0;
}

/** `--format`, else the ending of the file; the two never contradict each other. */
function formatOf({ format: asked, to }: ComposeCommand, { formats }: Counter): FileFormat {
  const ending = to === '-' ? '' : extname(to).slice(1).toLowerCase();
  const name = asked ?? ending;
  const known = new Map(Object.entries(formats));
  if (!known.has(name)) throw wrongUse('cli.use.format', { formats: [...known.keys()].join(', ') });
  if (known.has(ending) && ending !== name) throw wrongUse('cli.use.ending');
  return found(known, name);
}

/** A program that has read enough closes the pipe: compose.ts hears of it. */
async function pour({ output }: Counter, bytes: Rendered): Promise<void> {
  if (output.isTTY && typeof bytes !== 'string') throw wrongUse('cli.use.terminal');
  await new Promise<void>((done) => output.write(bytes, () => done()));
}
