/** Counts attempts in the database itself, in one statement: the same count for all servers, and after a restart. */
import { sql } from 'kysely';
import type { Db } from './db.ts';
import { hashed } from './hashed.ts';
import type { Limits } from './register.ts';

const minute = 60_000;

export function limitsPart(db: Db): Limits {
  let swept = Number.NEGATIVE_INFINITY;
  return {
    take: async (key, most, seconds, now, by = 1) => {
      const ends = now + seconds * 1000;
      if (Math.abs(now - swept) >= minute) {
        swept = now;
        await db.write((trx) => trx.deleteFrom('attempt').where('until', '<=', now).execute());
      }
      const { count } = await db.write((trx) =>
        trx
          .insertInto('attempt')
          .values({ key: hashed(key), until: ends, count: by })
          .onConflict((conflict) =>
            conflict.column('key').doUpdateSet({
              count: sql<number>`case when attempt.until <= ${now} then ${by} else attempt.count + ${by} end`,
              // A clock that jumped back opens no window, and lets none last longer than it should.
              until: sql<number>`case when attempt.until <= ${now} or attempt.until > ${ends} then ${ends} else attempt.until end`,
            }),
          )
          .returning('count')
          .executeTakeFirstOrThrow(),
      );
      return count <= most;
    },
    clear: async (key) => {
      await db.write((trx) => trx.deleteFrom('attempt').where('key', '=', hashed(key)).execute());
    },
  };
}
