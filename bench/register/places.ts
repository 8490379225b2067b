/** A register of so many filings, on one of the two databases, opened as the service opens it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPostgres } from '../../src/register/open-postgres.ts';
import { openSqlite } from '../../src/register/open-sqlite.ts';
import type { Actor, Register } from '../../src/register/register.ts';
import { ask } from '../../tests/support/database-process.ts';
import { library } from '../../tests/support/library.ts';
import { openTestFollowing } from '../../tests/support/register.ts';
import { fill } from './fill.ts';
import type { Place } from './haste.ts';
import { type OrganisationId, organisations, today } from './spread.ts';

export const kinds = ['SQLite', 'PostgreSQL'] as const;
export type Kind = (typeof kinds)[number];

/** `keys` are of filings somewhere in the middle, as pages end in them. */
export type Filled = {
  register: Register;
  actor: Actor;
  people: readonly string[];
  keys: readonly { id: string; filed_week: string }[];
  close: () => Promise<void>;
};

/** Of the larger organisation of two hands full of people. */
const caseworkers = 8;

/** Letters in what is sealed of a case: its exact days, numbers and notes. */
const letters = 2000;

export async function emptyPlace(
  kind: Kind,
  folder: string,
  postgresUrl: string,
  name: string,
): Promise<Place> {
  if (kind === 'SQLite') {
    const dataDir = join(folder, name);
    mkdirSync(dataDir);
    return { dataDir, databaseUrl: undefined };
  }
  await ask(postgresUrl, `create database ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return { dataDir: '', databaseUrl: url.href };
}

export async function filled(place: Place, filings: number): Promise<Filled> {
  const test = await openTestFollowing(place);
  test.setNow(today);
  const people: Record<OrganisationId, string[]> = { large: [], middle: [], small: [] };
  const keys: string[] = [];
  let actor: Actor | undefined;
  for (const id of organisations) {
    keys.push((await test.organisation(id)).key.recipient);
    for (let number = 0; number < caseworkers; number++) {
      const person = await test.person(id, 'caseworker');
      people[id].push(person.actor.person);
      actor ??= person.actor;
    }
  }
  const sealed = await test.sealing.seal('x'.repeat(letters), keys.slice(0, 2));
  await test.close();
  await fill(place, library, filings, { people, sealed });
  const opened = await openTestFollowing(place);
  opened.setNow(today);
  if (!actor) throw new Error('nobody is there');
  return {
    register: opened.register,
    actor,
    people: people.large,
    keys: await someKeys(place),
    close: opened.close,
  };
}

/** From a tenth to the half of the way from the newest to the oldest: a page follows each of them. */
async function someKeys({ dataDir, databaseUrl }: Place): Promise<Filled['keys']> {
  const kysely = databaseUrl === undefined ? openSqlite(dataDir) : openPostgres(databaseUrl);
  const own = kysely.selectFrom('filing').where('organisation', '=', 'large');
  const { count } = await own
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const keys: { id: string; filed_week: string }[] = [];
  for (let part = 10; part < 50; part++)
    keys.push(
      await own
        .select(['id', 'filed_week'])
        .orderBy('filed_week', 'desc')
        .orderBy('id', 'desc')
        .offset(Math.floor((count * part) / 100))
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
  await kysely.destroy();
  return keys;
}
