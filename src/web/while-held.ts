/** A request that is done once holds its key while it is done: where the server dies, whoever asks again waits for seconds. */
import type { Following } from './site.ts';

/** Milliseconds; the register lets go of a key after four times as many. */
const often = 5_000;

export async function whileHeld<T>(
  { register, now }: Pick<Following, 'register' | 'now'>,
  { scope, key }: { scope: string; key: string },
  work: () => Promise<T> | T,
): Promise<T> {
  const renewal = setInterval(() => {
    register.idempotency.renew(scope, key, now().getTime()).catch(() => {}); // the next one comes soon
  }, often);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}
