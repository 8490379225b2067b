/** Somebody presses whatever there is and types whatever comes: no page breaks, and what was typed last is not lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openService } from '../support/site.ts';
import { standingOn, Walker } from '../web/walker.ts';

const { app, faults } = openService();
const words = [
  'Иванова',
  'Мария',
  'Ivanova',
  '2024-03-01',
  '01.04.2017',
  'https://example.org/a',
  '',
  ' ',
  'а'.repeat(300),
  '<b>"\'&',
  'a@b.ru',
  '5',
];

/** Fields whose text has to stay through every press. */
const kept = ['applicant.lastName', 'applicant.address', 'answers.ownWords', 'answers.reports'];

const press = fc.record({
  field: fc.nat(),
  word: fc.constantFrom(...words),
  tick: fc.boolean(),
  button: fc.nat(),
});

async function play(
  walker: Walker,
  presses: readonly { field: number; word: string; tick: boolean; button: number }[],
) {
  const typed = new Map<string, string>();
  for (const { field, word, tick, button } of presses) {
    const fields = walker.page.controls.filter(({ type }) => type !== 'hidden');
    const chosen = fields[field % Math.max(1, fields.length)];
    if (chosen?.type === 'checkbox') walker.tick(chosen.name, chosen.value, tick);
    else if (chosen?.type === 'radio') walker.choose(chosen.name, chosen.value);
    else if (chosen) walker.type(chosen.name, word);
    if (chosen && kept.includes(chosen.name)) typed.set(chosen.name, word.trim());
    const { buttons } = walker.page;
    const pressed = buttons[button % buttons.length];
    const answer = await walker.press(pressed?.value || pressed?.text || '');
    expect([200, 422]).toContain(answer.status);
    for (const [name, text] of typed)
      if (!pressed?.value.startsWith('suggest'))
        expect(walker.sent(name)[0] ?? '', `${walker.step} ${name}`).toBe(text);
      else typed.delete(name);
  }
}

it('from the first page on', async () => {
  const game = fc.asyncProperty(fc.array(press, { minLength: 5, maxLength: 40 }), async (presses) => {
    await play(await Walker.open(app, '/ru/online'), presses);
  });
  await fc.assert(game, { numRuns: 12, seed: 1, endOnFailure: true });
  expect(faults).toEqual([]);
});

it.each(['sources', 'name', 'check', 'files'])('from %s on', async (step) => {
  const start = {
    episode: (on: Walker) => on.choose('answers.episode', step === 'sources' ? 'other' : '2018'),
  };
  const game = fc.asyncProperty(fc.array(press, { minLength: 5, maxLength: 30 }), async (presses) => {
    await play(await standingOn(app, step, start), presses);
  });
  await fc.assert(game, { numRuns: 6, seed: 2, endOnFailure: true });
  expect(faults).toEqual([]);
});
