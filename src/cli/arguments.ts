/** The words after `npm run -s compose --`, read into one command or refused with what to do. */
import { parseArgs } from 'node:util';
import { type Language, languages } from '#domain/language.ts';
import { wrongUse } from './refusal.ts';

export type ComposeCommand = {
  kind: 'compose';
  /** Paths, or `-` for standard input and output. */
  from: string;
  to: string;
  format: string | undefined;
  blank: boolean;
  force: boolean;
  quiet: boolean;
};

export type Command =
  | { kind: 'help' | 'list' }
  | { kind: 'example'; template: string; blank: boolean }
  | ComposeCommand;

const options = {
  format: { type: 'string' },
  blank: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  quiet: { type: 'boolean', default: false },
  language: { type: 'string' },
  example: { type: 'string' },
  list: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export function readArguments(words: string[]): Command {
  const { values, positionals } = parsed(words);
  if (values.language !== undefined && !languages.some((one) => one === values.language))
    throw wrongUse('cli.use.language', { languages: languages.join(', ') });
  if (values.help) return { kind: 'help' };
  if (values.list) return { kind: 'list' };
  if (values.example !== undefined) return { kind: 'example', template: values.example, blank: values.blank };
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length > 0) throw wrongUse('cli.use.paths');
  const { format, blank, force, quiet } = values;
  return { kind: 'compose', from, to, format, blank, force, quiet };
}

function parsed(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('ERR_PARSE_ARGS')) throw wrongUse('cli.use.option');
    throw error;
  }
}

/** The language asked for, else that of the machine, else English: whoever runs programs in no language reads it. */
export function languageFor(words: readonly string[], locale: string | undefined): Language {
  const place = words.findIndex((word) => /^--language(?:=|$)/.test(word));
  const word = words[place] ?? '';
  const asked = word.includes('=') ? word.slice(word.indexOf('=') + 1) : words[place + 1];
  const known = (name: string | undefined) => languages.find((one) => one === name);
  return (place >= 0 ? known(asked) : undefined) ?? known(locale?.slice(0, 2).toLowerCase()) ?? 'en';
}
