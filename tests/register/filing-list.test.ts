/** Lists of filings: any filter in any order gives what looking at every filing would give, page by page. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { filingStates } from '#domain/register/listing.ts';
import type { Standing } from '#domain/register/standing.ts';
import { addWeeks, weekOf } from '#domain/register/week.ts';
import type { FilingPage, FilingQuery, ListedFiling } from '#register/register.ts';
import { listFilings } from '../../src/register/filing-list.ts';
import { openDb } from '../../src/register/open-register.ts';
import { anyContent, content } from '../support/facts.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { library, today } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';
import { openTestFollowing } from '../support/register.ts';

const thisWeek = weekOf(today);
const groupings = ['authority', 'template', 'assignee'] as const;
type Sort = NonNullable<FilingQuery['sort']>;
type List = (query: FilingQuery) => Promise<FilingPage>;

onEachDatabase(async ({ test, kind, place }) => {
  const { cases, shared } = test.register;
  await test.organisation('primer');
  await test.organisation('other');
  const { actor } = await test.person('primer', 'caseworker');
  const other = (await test.person('other', 'caseworker')).actor;
  const contents = fc.sample(anyContent, { numRuns: 150, seed: 7 });
  const ids = await cases.addAll(actor, contents, today);
  await cases.addAll(other, contents, today);
  for (const id of ids.slice(0, 40)) await cases.assign(actor, id, actor.person);
  for (const id of ids.slice(20, 60)) await cases.tag(actor, id, ['срочно']);
  for (const [index, one] of contents.slice(0, 15).entries())
    await shared.add('primer', `finder ${index}`, null, one, index % 2 ? '2026-11-20' : today);

  const asTheyDo: List = (query) => test.register.cases.list(actor, query, today);
  const walk = async (query: FilingQuery, list = asTheyDo) => {
    const filings: ListedFiling[] = [];
    for (let after: string | null | undefined; after !== null; ) {
      const page = await list({ ...query, after });
      expect(page.filings.length).toBeLessThanOrEqual(query.limit);
      filings.push(...page.filings);
      after = page.next;
    }
    return filings;
  };
  const all = await walk({ limit: 200 });

  it('all filings are listed, the newest first, and each is what its case says', async () => {
    expect(all.length).toBeGreaterThan(250);
    expect(all.map(({ id }) => id)).toEqual(inOrder(all, 'filed').map(({ id }) => id));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { state, isNew, tags, caseId, assignee, ...filing } of all.slice(0, 40)) {
      const found = await test.register.cases.get(actor, caseId);
      expect(found).toMatchObject({ isNew, tags, assignee });
      expect(found?.filings).toContainEqual(filing);
      expect(state).toBe(stateOf(filing.dueWeek));
    }
  });

  const anyQuery = () => {
    const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
    const query = fc.record({
      state: maybe(...filingStates),
      standing: maybe<Standing>('filed', 'registered', 'extended', 'refused', 'answered'),
      authority: maybe('court', ...library.authorities.keys()),
      template: maybe(...[...library.templates.keys()].slice(0, 5)),
      assignee: maybe('nobody', actor.person),
      tag: maybe('срочно', 'нет такого'),
      sort: maybe<Sort>('filed', 'due', ...groupings),
      limit: fc.integer({ min: 1, max: 60 }),
    });
    const simple = query.map((one) => {
      const { state, sort, limit } = one;
      const { authority, tag, assignee } = one;
      return { state, sort, limit, ...(authority ? { authority } : tag ? { tag } : { assignee }) };
    });
    return fc.oneof(query, simple);
  };
  const isComplete = (list: List, numRuns: number) =>
    fc.assert(
      fc.asyncProperty(anyQuery(), async (asked) => {
        const found = (await walk(asked, list)).map(({ id }) => id);
        expect(found).toEqual(looked(all, asked).map(({ id }) => id));
      }),
      { numRuns },
    );

  it('any filter in any order, in pages of any size', () => isComplete(asTheyDo, 150));

  it.each([0, 15])('the same in a register so large that %d filings are few', async (few) => {
    const db = await openDb({ ...place, library, now: () => new Date(`${today}T09:00:00Z`) });
    await isComplete((query) => listFilings(db, 'primer', query, today, few), 150);
    await db.kysely.destroy();
  });

  it.each(groupings)(
    'by %s every filing stands on one page, also where others are left out',
    async (sort) => {
      const queries = [
        {},
        { [sort]: all[0]?.[sort] ?? (sort === 'authority' ? 'court' : 'nobody') },
        { tag: 'срочно' },
        { state: 'overdue' },
      ] as const;
      for (const query of queries)
        for (const limit of [7, 200]) {
          const asked = { ...query, sort, limit };
          const found = (await walk(asked)).map(({ id }) => id);
          expect(found.length).toBeGreaterThan(0);
          expect(found).toEqual(looked(all, asked).map(({ id }) => id));
        }
    },
  );

  it('a page goes on where the last one ended, even when filings came and went in between', async () => {
    const { cases } = test.register;
    const first = await cases.list(actor, { limit: 20 }, today);
    const last = first.filings.at(-1);
    const added = await cases.add(actor, content({ filedWeek: '2026-W48' }), today);
    const second = await cases.list(actor, { limit: 20, after: first.next ?? '' }, today);
    const behind = all.slice(all.findIndex(({ id }) => id === last?.id) + 1);
    expect(second.filings.map(({ id }) => id)).toEqual(behind.slice(0, 20).map(({ id }) => id));
    await cases.delete(actor, added);
  });

  it.each(['', 'x', 'Zm9v', 'é', "' or 1=1", 'a'.repeat(5000)])(
    'a page that cannot be read (%j) is the first one',
    async (after) => {
      const page = await test.register.cases.list(actor, { limit: 5, after }, today);
      expect(page.filings.map(({ id }) => id)).toEqual(all.slice(0, 5).map(({ id }) => id));
    },
  );

  it('the next page of one order is the first page of another', async () => {
    const { next } = await test.register.cases.list(actor, { limit: 5, sort: 'due' }, today);
    const page = await test.register.cases.list(actor, { limit: 5, sort: 'filed', after: next ?? '' }, today);
    expect(page.filings.map(({ id }) => id)).toEqual(all.slice(0, 5).map(({ id }) => id));
  });

  it.each([0, -1, 201, 1e9, Number.NaN])('a page of %d is cut to what one page may hold', async (limit) => {
    const { filings } = await test.register.cases.list(actor, { limit }, today);
    expect(filings.length).toBeGreaterThan(0);
    expect(filings.length).toBeLessThanOrEqual(200);
  });

  it('the day shows what is overdue, what falls due, what is up to the filer, and what arrived', async () => {
    const lists = await test.register.cases.today(actor, today, 10);
    const next = addWeeks(thisWeek, 1);
    const ends = ({ ownWeek }: ListedFiling) => ownWeek !== null && ownWeek >= thisWeek && ownWeek <= next;
    const wanted = {
      overdue: inOrder(looked(all, { state: 'overdue', limit: 1 }), 'due'),
      due: looked(all, { state: 'due', limit: 1 }),
      own: [...all.filter(ends)].sort(by(({ ownWeek, id }) => `${ownWeek} ${id}`)),
    };
    for (const name of ['overdue', 'due', 'own'] as const) {
      expect(lists[name].count).toBe(wanted[name].length);
      expect(lists[name].filings.map(({ id }) => id)).toEqual(wanted[name].slice(0, 10).map(({ id }) => id));
    }
    const arrived = all.filter(({ isNew }) => isNew);
    expect(lists.arrived.count).toBe(arrived.length);
    expect(lists.arrived.filings).toHaveLength(10);
    expect(lists.arrived.filings.every(({ isNew }) => isNew)).toBe(true);
  });

  it('of more than a thousand the day says only that there are more', async () => {
    const place = await freshDatabase(kind);
    const large = await openTestFollowing(place);
    const { id: organisation } = await large.organisation();
    const person = { organisation, person: 'somebody', role: 'coordinator' } as const;
    await large.register.cases.addAll(
      person,
      Array.from({ length: 1000 }, () => content()),
      today,
    );
    const overdue = async () => (await large.register.cases.today(person, today, 1)).overdue;
    expect(await overdue()).toMatchObject({ count: 1000, isMore: false });
    await large.register.cases.add(person, content(), today);
    expect(await overdue()).toMatchObject({ count: 1000, isMore: true });
    await large.close();
    await place.remove();
  });

  it('a filer who adds a filing to a new case adds one to what arrived', async () => {
    const arrived = async () => (await cases.today(actor, today, 10)).arrived.count;
    const one = content();
    await shared.add('primer', 'finder of a growing case', null, one, today);
    const before = await arrived();
    const more = { ...one, filings: [...one.filings, ...one.filings] };
    expect(await shared.change('finder of a growing case', 1, more, today)).toBe('done');
    expect(await arrived()).toBe(before + one.filings.length);
    await shared.delete('finder of a growing case');
  });

  it('a week later what was due is overdue', async () => {
    const later = await test.register.cases.today(actor, '2026-12-08', 1);
    const now = await test.register.cases.today(actor, today, 1);
    expect(now.due.count).toBeGreaterThan(0);
    expect(later.overdue.count).toBe(now.overdue.count + now.due.count);
  });
});

function looked(all: readonly ListedFiling[], query: FilingQuery): ListedFiling[] {
  const { state, standing, authority, template, assignee, tag } = query;
  const sort = query.sort ?? (state === undefined || state === 'decided' ? 'filed' : 'due');
  const kept = all.filter(
    (one) =>
      (state === undefined || stateOf(one.dueWeek) === state) &&
      (standing === undefined || one.standing === standing) &&
      (authority === undefined || (one.authority ?? 'court') === authority) &&
      (template === undefined || one.template === template) &&
      (assignee === undefined || (one.assignee ?? 'nobody') === assignee) &&
      (tag === undefined || one.tags.includes(tag)) &&
      (sort !== 'due' || one.dueWeek !== null),
  );
  return inOrder(kept, sort);
}

function inOrder(filings: readonly ListedFiling[], sort: Sort): ListedFiling[] {
  if (sort === 'due') return [...filings].sort(by(({ dueWeek, id }) => `${dueWeek} ${id}`));
  const group = (one: ListedFiling) => (sort === 'filed' ? '' : (one[sort] ?? ''));
  return [...filings].sort(by((one) => `${group(one)} ${one.filedWeek} ${one.id}`)).reverse();
}

function by(key: (one: ListedFiling) => string) {
  return (one: ListedFiling, other: ListedFiling) => (key(one) < key(other) ? -1 : 1);
}

function stateOf(dueWeek: string | null) {
  if (dueWeek === null) return 'decided';
  return dueWeek === thisWeek ? 'due' : dueWeek < thisWeek ? 'overdue' : 'waiting';
}
