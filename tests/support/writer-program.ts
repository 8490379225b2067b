/**
 * A program that writes into a register without a pause, from several loops at once, and says on a line of its own what it
 * has been told is done. It runs until somebody kills it. Its one argument is a {@link Writing} as JSON.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { writeSync } from 'node:fs';
import { addWeeks } from '../../src/domain/register/week.ts';
import { openLibrary } from '../../src/open-library.ts';
import { openRegister } from '../../src/register/open-register.ts';
import type { Actor, CaseContent, Register } from '../../src/register/register.ts';

export type Writing = {
  dataDir: string;
  databaseUrl: string | undefined;
  actor: Actor;
  /** A case that all loops add to. */
  common: string;
};

/** `events`: the weeks of those that the case has. `deleting`: from now on nobody can say whether it is there. `common`: the version that the common case got by it. */
export type Told =
  | { kind: 'case'; finder: string; events: readonly string[] }
  | { kind: 'deleting' | 'deleted'; finder: string }
  | { kind: 'entered'; id: string }
  | { kind: 'common'; version: number };

const filers = 4;
/** More than one, so that they meet. */
const onCommon = 2;
const mostEvents = 6;
const today = '2026-12-01';
const begin = '2020-W01';

const writing: Writing = JSON.parse(process.argv[2] ?? '');
const library = await openLibrary();
const register = await openRegister({ ...writing, library, now: () => new Date(`${today}T09:00:00Z`) });
await Promise.all([
  ...Array.from({ length: filers }, () => forEver(() => shareAndGoOn(register))),
  forEver(() => enter(register, writing.actor)),
  ...Array.from({ length: onCommon }, () => forEver(() => addToCommon(register, writing))),
]);

async function forEver(work: () => Promise<void>): Promise<never> {
  for (;;) await work();
}

function tell(told: Told): void {
  writeSync(process.stdout.fd, `${JSON.stringify(told)}\n`);
}

function content(events: readonly string[]): CaseContent {
  const filing = { template: 'crime-report-media', authority: 'sk-central', channel: 'post' as const };
  const what = events.map((week) => ({ kind: 'registered' as const, week }));
  const other = { ...filing, authority: 'gp-central', filedWeek: begin, events: what };
  return { sealed: 'x'.repeat(3000), filings: [{ ...filing, filedWeek: begin, events: what }, other] };
}

/** A filer shares a case, adds an event and another, and sometimes deletes it. */
async function shareAndGoOn({ shared }: Register): Promise<void> {
  const finder = randomBytes(32).toString('hex');
  const events: string[] = [];
  await shared.add(writing.actor.organisation, finder, null, content(events), today);
  tell({ kind: 'case', finder, events });
  const most = randomInt(mostEvents);
  for (let version = 1; version <= most; version++) {
    events.push(addWeeks(begin, version));
    if ((await shared.change(finder, version, content(events), today)) !== 'done')
      throw new Error('somebody else has written there');
    tell({ kind: 'case', finder, events });
  }
  if (randomInt(4) > 0) return;
  tell({ kind: 'deleting', finder });
  await shared.delete(finder);
  tell({ kind: 'deleted', finder });
}

/** Staff enter a case with a tag. */
async function enter({ cases }: Register, actor: Actor): Promise<void> {
  const id = await cases.add(actor, content([begin]), today);
  tell({ kind: 'entered', id });
  await cases.tag(actor, id, ['срочно']);
  await cases.assign(actor, id, actor.person);
}

/** Others write there too: who comes second reads again. */
async function addToCommon({ cases }: Register, { actor, common }: Writing): Promise<void> {
  for (;;) {
    const known = await cases.get(actor, common);
    if (!known) throw new Error('the common case is gone');
    const events = [
      ...(known.filings[0]?.events ?? []).map(({ week }) => week),
      addWeeks(begin, randomInt(300)),
    ];
    const changed = await cases.change(
      actor,
      common,
      known.version,
      content(events.slice(-mostEvents)),
      today,
    );
    if (changed === 'done') return tell({ kind: 'common', version: known.version + 1 });
  }
}
