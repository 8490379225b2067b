/** What a register holds after two busy years: who filed which document where, and what came back. The same each time. */
import type { EventKind } from '../../src/domain/case/event.ts';
import type { Library } from '../../src/domain/library.ts';
import type { PublicFacts } from '../../src/domain/register/public-facts.ts';
import { addWeeks } from '../../src/domain/register/week.ts';

/** The first has nine tenths of everything: lists are measured as it sees them. */
export const organisations = ['large', 'middle', 'small'] as const;
export type OrganisationId = (typeof organisations)[number];

/** The clock of the benchmark, and the first week of filing: 24 months before. */
export const today = '2026-11-23';
export const thisWeek = '2026-W48';
const weeks = 104;

export const tags = ['срочно', 'проверить', 'ждёт суда', 'ЕСПЧ', 'ООН'] as const;

/** What came back, and how often of a hundred; each step some weeks after the one before. */
const courses: readonly (readonly [number, readonly (readonly [EventKind, number])[]])[] = [
  [14, []],
  [16, [['registered', 1]]],
  [
    12,
    [
      ['registered', 1],
      ['extended', 2],
    ],
  ],
  [14, [['treated-as-appeal', 3]]],
  [
    16,
    [
      ['registered', 1],
      ['extended', 2],
      ['refused', 3],
      ['refusal-received', 1],
    ],
  ],
  [
    6,
    [
      ['registered', 2],
      ['transferred', 1],
    ],
  ],
  [
    10,
    [
      ['registered', 1],
      ['answered', 4],
    ],
  ],
  [
    4,
    [
      ['registered', 1],
      ['refused', 4],
      ['cancelled', 6],
      ['registered', 1],
    ],
  ],
  [3, [['not-accepted', 0]]],
  [3, [['answered', 9]]],
  [
    1,
    [
      ['registered', 1],
      ['opened', 3],
    ],
  ],
  [1, [['returned', 3]]],
];

/** Numbers from 0 to 1, the same ones each time (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(list: readonly T[], roll: () => number): T {
  const one = list[Math.floor(roll() * list.length)];
  if (one === undefined) throw new Error('an empty list');
  return one;
}

/** Documents to offices, a tenth to courts; more in the later months, and more by post than otherwise. */
export function someFacts(library: Library, roll: () => number): PublicFacts {
  const isCourt = roll() < 0.1;
  const courts = [...library.templates.keys()].filter((id) => id.endsWith('-125'));
  const others = [...library.templates.keys()].filter((id) => !id.endsWith('-125'));
  const filedWeek = addWeeks(thisWeek, -Math.floor(roll() ** 1.3 * weeks));
  return {
    template: pick(isCourt ? courts : others, roll),
    authority: isCourt ? null : pick([...library.authorities.keys()], roll),
    channel: roll() < 0.6 ? 'post' : pick(['in-person', 'post-abroad', 'electronic-form'], roll),
    filedWeek,
    events: isCourt ? courtCourse(filedWeek, roll) : course(filedWeek, roll),
  };
}

function course(filedWeek: string, roll: () => number): PublicFacts['events'] {
  const place = roll() * 100;
  let end = 0;
  for (const [share, steps] of courses) {
    end += share;
    if (place < end) return past(filedWeek, steps, roll);
  }
  return [];
}

function courtCourse(filedWeek: string, roll: () => number): PublicFacts['events'] {
  return past(
    filedWeek,
    roll() < 0.7
      ? [
          ['accepted', 1],
          ['ruling', 3],
        ]
      : [],
    roll,
  );
}

/** Steps that have happened by now; some come later than they should. */
function past(
  filedWeek: string,
  steps: readonly (readonly [EventKind, number])[],
  roll: () => number,
): PublicFacts['events'] {
  let week = filedWeek;
  const events: PublicFacts['events'] = [];
  for (const [kind, after] of steps) {
    week = addWeeks(week, after + Math.floor(roll() ** 3 * 6));
    if (week > thisWeek) break;
    events.push({ kind, week });
  }
  return events;
}
