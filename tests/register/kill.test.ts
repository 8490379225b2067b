/** A server that dies in the middle of writing: what it has acknowledged is there, and nothing is there by half. */
import { expect, it } from 'vitest';
import { databaseForThisTest, databases } from '../support/fresh-database.ts';
import { killedWriters } from '../support/killed-writers.ts';

/** `npm run bench -- kill` does it a hundred times, on a database that waits for the disk. */
const kills = 8;

it.concurrent.each(databases)(
  'a server on %s is killed while several people write, again and again: nothing acknowledged is lost, nothing half written',
  async (kind) => {
    const outcome = await killedWriters(await databaseForThisTest(kind), kills);
    expect(outcome).toMatchObject({ kills, lost: [], broken: [] });
    expect(outcome.acknowledged).toBeGreaterThan(kills);
  },
  120_000, // the machine may be busy with others
);
