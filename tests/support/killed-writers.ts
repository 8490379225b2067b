/** Kills a program that writes into a register in the middle of it, again and again, and looks what of it is there afterwards. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { inspect } from '../../src/register/inspection/inspect.ts';
import { openDb, openRegister } from '../../src/register/open-register.ts';
import type { Register } from '../../src/register/register.ts';
import { content } from './facts.ts';
import { library } from './library.ts';
import { openTestFollowing } from './register.ts';
import type { Told, Writing } from './writer-program.ts';

export type Place = { dataDir: string; databaseUrl: string | undefined };
export type Outcome = { kills: number; acknowledged: number; lost: string[]; broken: string[] };

/** Milliseconds of writing before the kill, at most. */
const longest = 400;

/** Loops of the program that change the same case. */
const onCommon = 2;

const program = join(import.meta.dirname, 'writer-program.ts');
const now = () => new Date('2026-12-01T09:00:00Z');

/** `crash` takes the database itself down along with the program, and starts it again. */
export async function killedWriters(
  place: Place,
  kills: number,
  crash?: (kill: number) => Promise<void>,
): Promise<Outcome> {
  const writing = { ...place, ...(await prepared(place)) };
  const told = new Memory();
  const outcome: Outcome = { kills: 0, acknowledged: 0, lost: [], broken: [] };
  while (outcome.kills < kills) {
    const ofThisTime = new Memory();
    for (const one of await written(writing)) ofThisTime.note(one);
    await crash?.(outcome.kills);
    outcome.kills++;
    told.add(ofThisTime);
    outcome.lost.push(
      ...(await ofThisTime.missing(writing)),
      ...(await told.miscounted(writing, outcome.kills)),
    );
    outcome.broken.push(...(await findings(place)));
  }
  outcome.lost.push(...(await told.missing(writing)));
  return { ...outcome, acknowledged: told.acknowledged };
}

async function prepared(place: Place): Promise<Pick<Writing, 'actor' | 'common'>> {
  const test = await openTestFollowing(place);
  await test.organisation();
  const { actor } = await test.person('primer', 'coordinator');
  const common = await test.register.cases.add(actor, content(), '2026-12-01');
  await test.close();
  return { actor, common };
}

/** What one run of the program was told is done, until it was killed at some moment. */
async function written(writing: Writing): Promise<Told[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(writing)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const told: Told[] = [];
  const lines = createInterface({ input: child.stdout });
  const first = once(lines, 'line');
  lines.on('line', (line) => told.push(JSON.parse(line)));
  await Promise.race([first, ended.then(() => Promise.reject(new Error('the writer ended by itself')))]);
  await wait(Math.random() * longest);
  child.kill('SIGKILL');
  await ended;
  return told;
}

/** What must be there. */
class Memory {
  acknowledged = 0;
  #cases = new Map<string, readonly string[] | 'deleted'>();
  #entered: string[] = [];
  #common = 0;

  note(told: Told): void {
    if (told.kind !== 'deleting') this.acknowledged++;
    if (told.kind === 'deleting') this.#cases.delete(told.finder);
    if (told.kind === 'case') this.#cases.set(told.finder, told.events);
    if (told.kind === 'deleted') this.#cases.set(told.finder, 'deleted');
    if (told.kind === 'entered') this.#entered.push(told.id);
    if (told.kind === 'common') this.#common++;
  }

  /** Likewise of what `other` has noted, which knew nothing of the same cases. */
  add(other: Memory): void {
    this.acknowledged += other.acknowledged;
    this.#common += other.#common;
    for (const [finder, events] of other.#cases) this.#cases.set(finder, events);
    this.#entered = [...this.#entered, ...other.#entered];
  }

  async missing({ actor, ...place }: Writing): Promise<string[]> {
    const register = await openRegister({ ...place, library, now });
    const lost: string[] = [];
    for (const [finder, events] of this.#cases)
      if (!(await isThere(register, finder, events)))
        lost.push(events === 'deleted' ? 'a deletion' : `a shared case with ${events.length} events`);
    for (const id of this.#entered)
      if (!(await register.cases.get(actor, id))) lost.push('a case entered by staff');
    await register.close();
    return lost;
  }

  /** Of a write that was under way at a kill nobody was told: it may be there or not. */
  async miscounted({ actor, common, ...place }: Writing, kills: number): Promise<string[]> {
    const register = await openRegister({ ...place, library, now });
    const changes = ((await register.cases.get(actor, common))?.version ?? 0) - 1;
    await register.close();
    const isRight = changes >= this.#common && changes <= this.#common + onCommon * kills;
    return isRight ? [] : [`of ${this.#common} changes of one case ${changes}`];
  }
}

async function isThere(
  { shared }: Register,
  finder: string,
  events: readonly string[] | 'deleted',
): Promise<boolean> {
  const found = await shared.find(finder);
  if (events === 'deleted') return found === undefined;
  if (!found) return false;
  const lists = found.filings.map((filing) => filing.events.map(({ week }) => week));
  return lists.length === 2 && lists.every((list) => events.every((week, index) => list[index] === week));
}

/** Chains, counters, rows without a case: the register looks at itself. */
async function findings(place: Place): Promise<string[]> {
  const db = await openDb({ ...place, library, now });
  const seals = { isSealed: () => true, isSealedBytes: () => true }; // nothing was sealed here
  const found = (await inspect(db, seals)).findings.map(({ what, where }) => `${what}: ${where}`);
  await db.kysely.destroy();
  return found;
}
