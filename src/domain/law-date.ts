/** How old the law of a library is: a copy that travels from hand to hand has no other clock. */
import { daysBetween, type IsoDate, isIsoDate } from './dates.ts';
import type { Library } from './library.ts';

/** Days after which a copy is called old: half of what makes a single fact stale (provenance.ts), for nobody mends a copy. */
export const oldAfter = 180;

const known = new WeakMap<Library, IsoDate>();

/** The day to which the library was checked: the newest `checked` of all its facts. */
export function lawDate(library: Library): IsoDate {
  const day = known.get(library) ?? newest(library);
  known.set(library, day);
  return day;
}

/** `early`: the device's clock is behind the copy, so whatever it counts is wrong. */
export function ageOf(checked: IsoDate, today: IsoDate): 'early' | 'current' | 'old' {
  if (today < checked) return 'early';
  return daysBetween(checked, today) > oldAfter ? 'old' : 'current';
}

function newest(value: unknown): IsoDate {
  if (typeof value !== 'object' || value === null) return '';
  const inner = value instanceof Map ? [...value.values()] : Object.values(value);
  const own = 'checked' in value && typeof value.checked === 'string' ? value.checked : '';
  return [isIsoDate(own) ? own : '', ...inner.map(newest)].reduce(
    (one, other) => (one > other ? one : other),
    '',
  );
}
