/** `verify`: is the register whole, and is every log the one that it was? */

import type { Db } from '#register/db.ts';
import { inspect } from '#register/inspection/inspect.ts';
import { isSealed } from '#sealing/sealing.ts';
import { isSealedFile } from '#sealing/streams.ts';
import type { Command } from './command.ts';
import type { Exit, Office } from './office.ts';

/** Findings that are printed. */
const told = 100;

export const verify: Command = {
  name: 'verify',
  words: [],
  options: {},
  typed: '',
  does: 'Checks the logs of all organisations, the counters of the statistics against the filings, that everything secret is sealed, that every row belongs to something, and the file of SQLite. Prints the head of each log: write it down elsewhere, and compare the number of entries next time; a log that was rewritten as a whole has another hash at that entry.',
  run: (_given, office) => office.withRegister((db) => verified(db, office)),
};

/** Also said after a restore. */
export async function verified(db: Db, office: Office): Promise<Exit> {
  const { chains, findings } = await inspect(db, { isSealed, isSealedBytes: isSealedFile });
  for (const { organisation, entries, head } of chains)
    office.print(`${organisation}: ${entries} entries, head ${head}`);
  for (const { what, where } of findings.slice(0, told)) office.print(`WRONG  ${what}: ${where}`);
  if (findings.length > told) office.print(`WRONG  and ${findings.length - told} more`);
  office.print(findings.length === 0 ? 'Everything fits.' : `Something is wrong: ${findings.length}`);
  return findings.length === 0 ? 0 : 1;
}
