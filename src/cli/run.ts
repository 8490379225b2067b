/** One run of the command line: what was asked, who does it, and the number that the shell is told. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Language } from '#domain/language.ts';
import { type Command, type ComposeCommand, languageFor, readArguments } from './arguments.ts';
import { composeAll } from './bulk.ts';
import type { Counter, Desk, Exit } from './desk.ts';
import { jobsOfFolder } from './folder.ts';
import { exampleText, helpText, listText } from './help.ts';
import { fileRefusal, Refusal, wrongUse } from './refusal.ts';
import { composeOne } from './single.ts';
import { jobsOfTable } from './table.ts';

export async function run(words: string[], desk: Desk): Promise<Exit> {
  const language = languageFor(words, desk.locale);
  const counter = { ...desk, t: desk.texts(language) };
  try {
    return await obey(readArguments(words), counter, language);
  } catch (error) {
    const refusal = fileRefusal(error);
    if (desk.stop.aborted) return 130;
    if (!(refusal instanceof Refusal)) throw error;
    desk.messages.write(`${refusal.told(counter.t)}\n`);
    if (refusal.exit === 2) desk.messages.write(`${counter.t('cli.use.help')}\n`);
    return refusal.exit;
  }
}

async function obey(command: Command, counter: Counter, language: Language): Promise<Exit> {
  switch (command.kind) {
    case 'help':
      counter.output.write(helpText(counter));
      return 0;
    case 'list':
      counter.output.write(listText(counter, language));
      return 0;
    case 'example':
      counter.output.write(exampleText(counter, command.template, command.blank));
      return 0;
    case 'compose':
      return compose(command, counter);
    default:
      return command satisfies never;
  }
}

/** `-` is one body; a folder and a table are many; any other file is one body. */
async function compose(command: ComposeCommand, counter: Counter): Promise<Exit> {
  const from = resolve(counter.folder, command.from);
  const found = command.from === '-' ? undefined : statSync(from);
  const isTable = /\.csv$/i.test(from);
  if (!found?.isDirectory() && !(found && isTable)) return composeOne(command, counter);
  if (command.to === '-') throw wrongUse('cli.use.folderNeeded');
  const jobs = isTable && !found.isDirectory() ? jobsOfTable(from) : jobsOfFolder(from, command.blank);
  return composeAll(jobs, command, counter);
}
