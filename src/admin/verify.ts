/** `verify`: is the register whole, and is every log the one that it was? */
import { lastLook } from '#register/clock-watch.ts';
import type { Db } from '#register/db.ts';
import { derivingView } from '#register/deriving.ts';
import { type Finding, inspect } from '#register/inspection/inspect.ts';
import { isSealed, isSealedFile } from '#sealing/sealing.ts';
import { clockText } from './clock-text.ts';
import type { Command } from './command.ts';
import { type Exit, type Office, wrongUse } from './office.ts';

/** Findings that are printed. */
const told = 100;

export const verify: Command = {
  name: 'verify',
  words: [],
  options: { head: true },
  typed: '[--head <organisation>:<entries>:<hash>]',
  does: 'Checks the logs of all organisations, the counters of the statistics against the filings, that everything secret is sealed, that every row belongs to something, and the file of SQLite. Notes where deletion waits because the clock has jumped, and where filings are still being worked out by a law that has changed. Prints the head of each log: write it down elsewhere, and give it with --head next time. Then also a log that was rewritten from its beginning, or an older one that was put in its place, is found.',
  run: (given, office) => {
    const heads = given.values('head').map(headOf);
    return office.withRegister((db) => verified(db, office, heads));
  },
};

type Head = { organisation: string; entries: number; hash: string };

/** Also said after a restore. */
export async function verified(db: Db, office: Office, heads: readonly Head[] = []): Promise<Exit> {
  const { chains, findings } = await inspect(db, { isSealed, isSealedBytes: isSealedFile });
  for (const { organisation, entries, head } of chains)
    office.print(`log of ${organisation}: entries ${entries}, head ${organisation}:${entries}:${head}`);
  const clock = await lastLook(db);
  if (clock?.isBelieved === false) office.print(`NOTE  ${clockText(clock, office)}`);
  const { isDone, part } = await derivingView(db);
  if (!isDone) office.print(`NOTE  ${lawText(part)}`);
  const all = [...findings, ...(await otherHeads(db, heads))];
  for (const { what, where } of all.slice(0, told)) office.print(`WRONG  ${what}: ${where}`);
  if (all.length > told) office.print(`WRONG  and ${all.length - told} more`);
  office.print(all.length === 0 ? 'Everything fits.' : `Something is wrong: ${all.length}`);
  return all.length === 0 ? 0 : 1;
}

function lawText(part: number): string {
  const done = Math.floor(part * 100);
  return `Where filings stand is not yet worked out by the law of this version: ${done} % of the cases are. The service does it by itself after its start, and answers meanwhile.`;
}

async function otherHeads({ read }: Db, heads: readonly Head[]): Promise<Finding[]> {
  const found = await Promise.all(
    heads.map(({ organisation, entries }) =>
      read((kysely) =>
        kysely
          .selectFrom('audit')
          .select('hash')
          .where('organisation', '=', organisation)
          .where('seq', '=', entries)
          .executeTakeFirst(),
      ),
    ),
  );
  return heads
    .filter(({ hash }, index) => found[index]?.hash !== hash)
    .map(({ organisation, entries }) => ({
      what: `the log of ${organisation} is not the one of the head that was given`,
      where: `entry ${entries}`,
    }));
}

function headOf(text: string): Head {
  const [, organisation = '', entries = '', hash = ''] =
    /^([a-z0-9-]+):(\d{1,9}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (hash === '') throw wrongUse('--head must be what "verify" printed: <organisation>:<entries>:<hash>.');
  return { organisation, entries: Number(entries), hash };
}
