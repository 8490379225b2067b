/** What this installation is told apart by: random bytes, made by whichever server starts first, never changed. */
import { randomBytes } from 'node:crypto';
import type { Db } from './db.ts';

export async function installationSalt({ write }: Pick<Db, 'write'>): Promise<Uint8Array> {
  const salt = await write(async (trx) => {
    await trx
      .insertInto('installation')
      .values({ name: 'salt', value: randomBytes(32).toString('hex') })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    return trx
      .selectFrom('installation')
      .select('value')
      .where('name', '=', 'salt')
      .executeTakeFirstOrThrow();
  });
  return new Uint8Array(Buffer.from(salt.value, 'hex'));
}
