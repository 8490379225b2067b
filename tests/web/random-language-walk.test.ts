/** People who press whatever is there, in whatever language: every press is answered with a page, and every page is whole. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages } from '#domain/language.ts';
import { openService } from '../support/site.ts';
import { Walker } from './walker.ts';

const { app, faults } = openService();

/** A number less than `end`, from what chance gave. */
type Chance = (end: number) => number;

/** Fills in what the page asks for, most of it so that it holds. */
function answer(walker: Walker, chance: Chance): void {
  const fields = new Map(walker.page.controls.map((one) => [one.name, one.type]));
  for (const [name, type] of fields) {
    const options = walker.page.controls.filter((one) => one.name === name);
    const one = options[chance(options.length)];
    if (type === 'radio' && one) walker.choose(name, one.value);
    else if (type === 'checkbox' && one) walker.tick(name, one.value, name !== 'blank' || chance(4) === 0);
    else if (type === 'date')
      walker.type(name, chance(3) === 0 ? '' : `2026-1${chance(2)}-0${1 + chance(9)}`);
    else if (type === 'text' || type === 'textarea' || type === 'email' || type === 'tel')
      walker.type(name, typed(name, chance));
  }
}

function typed(name: string, chance: Chance): string {
  if (chance(5) === 0) return ['', 'Ivanova', 'ш'.repeat(3000), 'زيد', '<b>&"', '0'][chance(6)] ?? '';
  if (/email/i.test(name)) return 'maria@example.org';
  if (/phone/i.test(name)) return '+7 495 000-00-00';
  if (/number/i.test(name)) return '123-456';
  return name.includes('applicant') ? 'Иванова' : 'Прочитала в газете.';
}

/** Whatever button there is; going on most often. */
async function press(walker: Walker, chance: Chance): Promise<Response | undefined> {
  const { buttons } = walker.page;
  const next = buttons.find(({ value }) => value === 'next');
  const chosen = next && chance(3) > 0 ? next : buttons[chance(buttons.length)];
  return chosen && walker.press(chosen.value || chosen.text);
}

it('walks of fifty presses, in eight languages by turns, meet no fault and no missing text', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...languages),
      fc.constantFrom('/online', '/case', '/online/handover/open'),
      fc.infiniteStream(fc.nat()),
      async (language, from, numbers) => {
        const chance: Chance = (end) => (numbers.next().value ?? 0) % Math.max(end, 1);
        const walker = await Walker.open(app, `/${language}${from}`);
        for (let presses = 0; presses < 50; presses++) {
          if (walker.page.buttons.length === 0) break;
          answer(walker, chance);
          const response = await press(walker, chance);
          if (!response) break;
          expect(response.status, walker.page.title).toBeLessThan(500);
          met.add(walker.page.language);
          expect(walker.html).not.toMatch(/undefined|\[object|\bNaN\b|\{\{/);
        }
      },
    ),
    { numRuns: 25, seed: 2017 },
  );
  expect([...met].sort()).toEqual([...languages].sort());
  expect(faults).toEqual([]);
});
