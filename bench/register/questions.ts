/** What people ask a register, over and over; `index` changes whom and what they ask for. */
import { cursorOf } from '../../src/register/cursor.ts';
import type { FilingQuery } from '../../src/register/register.ts';
import { library } from '../../tests/support/library.ts';
import type { Filled } from './places.ts';
import { tags, thisWeek, today } from './spread.ts';

export type Question = {
  what: string;
  /** flat: at most twice as long over a million as over a thousand. several: at most 10 ms. statistics: at most 100 ms. */
  goal: 'flat' | 'several' | 'statistics' | 'none';
  /** Gives how many rows came. */
  ask: (filled: Filled, index: number, limit: number) => Promise<number>;
};

const authorities = [...library.authorities.keys(), 'court'];
const templates = [...library.templates.keys()];

/** `limit`: as many as the smaller register has too, so that pages of one length are compared. */
function page(what: string, query: (filled: Filled, index: number) => Partial<FilingQuery>): Question {
  return {
    what,
    goal: 'flat',
    ask: async (filled, index, limit) => {
      const asked = { ...query(filled, index), limit };
      return (await filled.register.cases.list(filled.actor, asked, today)).filings.length;
    },
  };
}

/** For these the goal is ten milliseconds. */
function several(...asked: Parameters<typeof page>): Question {
  return { ...page(...asked), goal: 'several' };
}

const some = <T>(list: readonly T[], index: number) => list[index % list.length];

export const questions: readonly Question[] = [
  page('the newest', () => ({ sort: 'filed' })),
  page('by the end of their time', () => ({ sort: 'due' })),
  page('of one authority', (_, index) => ({ authority: some(authorities, index) })),
  page('with a tag', (_, index) => ({ tag: some(tags, index) })),
  page('anywhere in the middle', ({ keys }, index) => ({
    sort: 'filed',
    after: cursorOf('filed', { week: some(keys, index)?.filed_week ?? '', id: some(keys, index)?.id ?? '' }),
  })),
  page('in the middle, by the end of their time', ({ keys }, index) => ({
    sort: 'due',
    after: cursorOf('due', { week: thisWeek, id: some(keys, index)?.id ?? '' }),
  })),
  page('overdue', () => ({ state: 'overdue' })),
  page('decided', () => ({ state: 'decided' })),
  page('refused', () => ({ standing: 'refused' })),
  page('opened, which is rare', () => ({ standing: 'opened' })),
  page('of one template', (_, index) => ({ template: some(templates, index) })),
  page('of one person', ({ people }, index) => ({ assignee: some(people, index) })),
  page('of nobody', () => ({ assignee: 'nobody' })),
  page('overdue at one authority', (_, index) => ({ state: 'overdue', authority: some(authorities, index) })),
  page('overdue, with a tag', (_, index) => ({ state: 'overdue', tag: some(tags, index) })),
  several('refused, of one authority, of one person, by the end of their time', ({ people }, index) => ({
    standing: 'refused',
    authority: some(authorities, index),
    assignee: some(people, index >> 3),
    sort: 'due',
  })),
  several('registered, of one template, of one person', ({ people }, index) => ({
    standing: 'registered',
    template: some(templates, index),
    assignee: some(people, index >> 3),
  })),
  several('with a tag, by authority', (_, index) => ({ tag: some(tags, index), sort: 'authority' })),
  {
    what: 'Today, of as many filings',
    goal: 'flat',
    // Its four lists, each cut where together they are as long as those of the smaller register.
    ask: async (filled, _, limit) => dayOf(filled, await lengthOf(filled, limit)),
  },
  {
    what: 'Today, twenty of each list that has them',
    goal: 'none',
    ask: (filled) => dayOf(filled, ofEach),
  },
  {
    what: 'Statistics by authority and month',
    goal: 'statistics',
    ask: async ({ register }) =>
      (await register.cases.statistics('large', ['authority', 'month'], today)).length,
  },
  {
    what: 'Statistics by authority, template and month',
    goal: 'statistics',
    ask: async ({ register }) =>
      (await register.cases.statistics('large', ['authority', 'template', 'month'], today)).length,
  },
];

/** As the page of the day asks for. */
const ofEach = 20;

async function dayOf({ register, actor }: Filled, each: number): Promise<number> {
  const { overdue, due, own, arrived } = await register.cases.today(actor, today, each);
  return overdue.filings.length + due.filings.length + own.filings.length + arrived.filings.length;
}

/** Looked for once, before anything is timed. */
async function lengthOf(filled: Filled, limit: number): Promise<number> {
  const known = lengths.get(filled)?.get(limit);
  if (known !== undefined) return known;
  let each = 1;
  while (each < ofEach && (await dayOf(filled, each)) < limit) each++;
  lengths.set(filled, new Map([...(lengths.get(filled) ?? []), [limit, each]]));
  return each;
}

const lengths = new Map<Filled, ReadonlyMap<number, number>>();
