/** Many who try codes at once do not take the whole machine: some are stretched, some wait, the rest are told to come back. */
import { expect, it } from 'vitest';
import { inTurn } from '#sealing/in-turn.ts';

function slow() {
  const ends: (() => void)[] = [];
  let most = 0;
  const stretch = async () => {
    most = Math.max(most, ends.length + 1);
    await new Promise<void>((end) => ends.push(end));
    return new Uint8Array();
  };
  const end = async () => {
    ends.shift()?.();
    await new Promise((done) => setImmediate(done));
  };
  return { stretch, end, running: () => ends.length, most: () => most };
}

const salt = new Uint8Array();
const bounds = { atOnce: 2, waiting: 3, full: () => new Error('come back') };

it('two are stretched at once, three wait, and the sixth is turned away', async () => {
  const { stretch, end, running, most } = slow();
  const guarded = inTurn(stretch, bounds);
  const five = [1, 2, 3, 4, 5].map(() => guarded('code', salt, 64));
  await expect(guarded('code', salt, 64)).rejects.toThrow('come back');
  expect(running()).toBe(2);
  for (let ended = 0; ended < 5; ended++) await end();
  await Promise.all(five);
  expect(most()).toBe(2);
  const later = guarded('code', salt, 64);
  await end();
  await later;
});

it('one that fails lets the next one in', async () => {
  let tries = 0;
  const guarded = inTurn(
    async () => {
      tries++;
      if (tries === 1) throw new Error('no memory');
      return new Uint8Array([7]);
    },
    { ...bounds, atOnce: 1 },
  );
  const [first, second] = [guarded('one', salt, 1), guarded('other', salt, 1)];
  await expect(first).rejects.toThrow('no memory');
  expect(await second).toEqual(new Uint8Array([7]));
});
