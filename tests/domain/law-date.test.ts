/** How old a copy of the law is, by its own data and the clock of the device. */
import { expect, it } from 'vitest';
import { addDays } from '#domain/dates.ts';
import { ageOf, lawDate, oldAfter } from '#domain/law-date.ts';
import { library } from '../support/library.ts';

it('a copy is as old as the fact that was checked last', () => {
  const days = [...library.norms.values(), ...library.authorities.values()].map(({ checked }) => checked);
  expect(lawDate(library) >= days.reduce((one, other) => (one > other ? one : other))).toBe(true);
  const [norm] = library.norms.values();
  if (!norm) throw new Error('no norm');
  const fresh = { ...library, norms: new Map([[norm.id, { ...norm, checked: '2098-05-01' }]]) };
  expect(lawDate(fresh)).toBe('2098-05-01');
  const nested = { ...library, guideCommon: { ...library.guideCommon, inner: [{ checked: '2099-01-02' }] } };
  expect(lawDate(nested)).toBe('2099-01-02');
});

it('a person is told that a copy is old half a year after the check, and not a day before', () => {
  const checked = '2026-11-21';
  expect(ageOf(checked, checked)).toBe('current');
  expect(ageOf(checked, addDays(checked, oldAfter))).toBe('current');
  expect(ageOf(checked, addDays(checked, oldAfter + 1))).toBe('old');
});

it('a person whose clock stands before the check is told that the clock is wrong', () => {
  expect(ageOf('2026-11-21', '2026-11-20')).toBe('early');
});
