/** The library with time limits that were changed, as lawyers do it now and then. */
import type { Library } from '#domain/library.ts';
import { library } from './library.ts';

/** Offices get twice as long, and whoever writes to them half as long. */
export const otherLaw: Library = {
  ...library,
  clock: {
    ...library.clock,
    terms: library.clock.terms.map((term) => ({
      ...term,
      length: term.actor === 'authority' ? term.length * 2 : Math.ceil(term.length / 2),
    })),
  },
};
