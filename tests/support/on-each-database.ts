/** What tests of the register begin with: a database of their own, once of each kind that is here, and a register open on it. */
import { afterAll, describe } from 'vitest';
import type { Db } from '#register/db.ts';
import { openDb } from '../../src/register/open-register.ts';
import { type DatabaseKind, databases, type FreshDatabase, freshDatabase } from './fresh-database.ts';
import { library } from './library.ts';
import { openTestFollowing, type TestFollowing } from './register.ts';

type Given = {
  kind: DatabaseKind;
  place: FreshDatabase;
  test: TestFollowing;
  /** Another server on the same database. */
  openAnother: () => Promise<TestFollowing>;
  /** The database itself, past the register. */
  openBehind: () => Promise<Db>;
};

/** `tests` makes what its tests share, and then the tests; everything is closed after the last of them. */
export function onEachDatabase(tests: (given: Given) => Promise<void>): void {
  describe.each(databases)('on %s', async (kind) => {
    const place = await freshDatabase(kind);
    const opened: (() => Promise<void>)[] = [];
    afterAll(async () => {
      for (const close of opened) await close();
      await place.remove();
    });
    const openAnother = async () => {
      const test = await openTestFollowing(place);
      opened.push(test.close);
      return test;
    };
    const test = await openAnother();
    const openBehind = async () => {
      const db = await openDb({ ...place, library, now: test.following.now });
      opened.push(() => db.kysely.destroy());
      return db;
    };
    await tests({ kind, place, test, openAnother, openBehind });
  });
}
