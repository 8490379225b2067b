/** A command: what it is called, what it takes and what it does. Its words are read here, or refused with a sentence. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Exit, type Office, wrongUse } from './office.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;
export type Given = {
  /** In the order of `words`; all of them are there. */
  words: readonly string[];
  /** Every value that was given for an option, in order. */
  values: (option: string) => readonly string[];
  has: (option: string) => boolean;
};

export type Command = {
  name: string;
  /** Names of the words that follow it. */
  words: readonly string[];
  /** With `true` the option takes a value, and may be given more than once. */
  options: Readonly<Record<string, boolean>>;
  /** Lines of `--help`: how it is typed and what it does. */
  typed: string;
  does: string;
  run: (given: Given, office: Office) => Promise<Exit>;
};

export function readGiven(command: Command, typed: readonly string[]): Given {
  const { values, positionals } = parsed(command, typed);
  const missing = command.words[positionals.length];
  if (missing !== undefined) throw wrongUse(`Give the ${missing}: ${command.name} ${command.typed}`);
  if (positionals.length > command.words.length)
    throw wrongUse(`There are too many words: ${command.name} ${command.typed}`);
  const given = (option: string) => [values[option] ?? []].flat();
  return {
    words: positionals,
    values: (option) => given(option).filter((one) => typeof one === 'string'),
    has: (option) => given(option).length > 0,
  };
}

/** The value of an option that may be given once. */
export function oneValue(given: Given, option: string): string | undefined {
  const [value, ...more] = given.values(option);
  if (more.length > 0) throw wrongUse(`Give --${option} once.`);
  return value;
}

export function required(given: Given, option: string): string {
  const value = oneValue(given, option);
  if (value === undefined || value.trim() === '') throw wrongUse(`Give --${option} with a value.`);
  return value;
}

function parsed({ name, options }: Command, typed: readonly string[]) {
  const known: Options = Object.fromEntries(
    Object.entries(options).map(([option, takes]) => [
      option,
      takes ? { type: 'string', multiple: true } : { type: 'boolean' },
    ]),
  );
  try {
    return parseArgs({ args: [...typed], options: known, allowPositionals: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    throw wrongUse(`An option is not known, or lacks its value. "${name} --help" lists them.`);
  }
}
