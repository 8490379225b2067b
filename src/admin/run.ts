/** One run of `npm run -s admin`: the command is found, done, and what went wrong is said in one sentence. */
import { RegisterUnavailable } from '#register/register.ts';
import { backup } from './backup.ts';
import { type Command, readGiven } from './command.ts';
import { helpOf, helpText } from './help.ts';
import { invite } from './invite.ts';
import { keygen } from './keygen.ts';
import { type Exit, type Office, Refusal, wrongUse } from './office.ts';
import { organisationCreate } from './organisation-create.ts';
import { organisationList } from './organisation-list.ts';
import { people } from './people.ts';
import { purge } from './purge.ts';
import { reset } from './reset.ts';
import { restore } from './restore.ts';
import { verify } from './verify.ts';

const commands: readonly Command[] = [
  organisationCreate,
  organisationList,
  invite,
  reset,
  people,
  keygen,
  backup,
  restore,
  verify,
  purge,
];

export async function run(words: readonly string[], office: Office): Promise<Exit> {
  try {
    return await obey(words, office);
  } catch (error) {
    const refusal = refusalOf(error);
    office.say(refusal.message);
    if (refusal.exit === 2) office.say('"npm run -s admin -- --help" tells how each command is typed.');
    return refusal.exit;
  }
}

async function obey(words: readonly string[], office: Office): Promise<Exit> {
  const isHelp = words.length === 0 || words.some((word) => word === '--help' || word === '-h');
  const command = commands.find(({ name }) => `${words.join(' ')} `.startsWith(`${name} `));
  if (isHelp) {
    office.print(command ? helpOf(command) : helpText(commands));
    return words.length === 0 ? 2 : 0;
  }
  if (!command) throw wrongUse('There is no such command.');
  return command.run(readGiven(command, words.slice(command.name.split(' ').length)), office);
}

const unavailable = {
  full: 'There is no room left where the register lies. Nothing was changed.',
  unreachable:
    'The register cannot be reached: see that the folder in DATA_DIR can be written, or that the database in DATABASE_URL answers.',
  busy: 'Others held the register for too long. Nothing was changed; try again in a moment.',
} as const;

/** A fault of the program itself is passed on. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof RegisterUnavailable) return new Refusal(unavailable[error.reason]);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const file = files[code];
  if (file !== undefined) return new Refusal(file);
  if (error instanceof Error && /^DATA_DIR|a later version of this program$/.test(error.message))
    return new Refusal(error.message);
  throw error;
}

const files: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'There is no such folder.',
  EISDIR: 'A folder stands where a file is wanted.',
  EACCES: 'This file may not be read or written by you.',
  EPERM: 'This file may not be read or written by you.',
  EEXIST: 'There is such a file already. Choose another name.',
  EROFS: 'Nothing can be written there.',
  ENOSPC: 'There is no room left on the disk.',
  EDQUOT: 'There is no room left on the disk.',
};
