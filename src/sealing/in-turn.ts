/** So many stretchings at once and no more: each takes 32 MB and a tenth of a second of a processor. Others wait, within bounds. */
import type { Stretch } from './sealing.ts';

type Bounds = {
  atOnce: number;
  /** How many may wait; whoever comes after them is told so. */
  waiting: number;
  full: () => Error;
};

export function inTurn(stretch: Stretch, { atOnce, waiting, full }: Bounds): Stretch {
  const queue: (() => void)[] = [];
  let running = 0;
  return async (secret, salt, bytes) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) throw full();
      await new Promise<void>((go) => queue.push(go)); // whoever ends hands its place over
    } else running++;
    try {
      return await stretch(secret, salt, bytes);
    } finally {
      const next = queue.shift();
      if (next) next();
      else running--;
    }
  };
}
