/** What `--help` tells. */
import type { Command } from './command.ts';

const call = 'npm run -s admin --';

export function helpText(commands: readonly Command[]): string {
  return [
    'Looks after the register: organisations, their people, backups.',
    '',
    ...commands.flatMap((command) => [helpOf(command), '']),
    'The register is that of the service: DATABASE_URL names a PostgreSQL, else DATA_DIR the folder of a SQLite',
    'file (./data). PUBLIC_URL, else PORT, gives the address in one-time links. Run it as the user that runs the',
    'service. docs/register-operations.md tells more.',
    '',
    'Exit codes: 0 done; 1 not done, or something is wrong with the register; 2 the command was wrong.',
  ].join('\n');
}

export function helpOf({ name, typed, does }: Command): string {
  return [`  ${call} ${[name, typed].filter(Boolean).join(' ')}`, ...wrapped(does)].join('\n');
}

/** Lines of a terminal's width, set in below what they explain. */
function wrapped(text: string): string[] {
  return text.match(/\S.{0,95}(?=\s|$)/gu)?.map((line) => `      ${line}`) ?? [];
}
