/** Counters that every change keeps are those that counting all filings anew would give. */
import * as fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { deriveFiling } from '#domain/register/standing.ts';
import { type CountedMeasure, type Dimension, dimensions } from '#domain/register/statistics.ts';
import { monthOf, weekOf } from '#domain/register/week.ts';
import { anyContent, content } from '../support/facts.ts';
import { library, today } from '../support/library.ts';
import { onEachDatabase } from '../support/on-each-database.ts';

onEachDatabase(async ({ test }) => {
  await test.organisation();
  const { actor } = await test.person('primer', 'coordinator');

  beforeEach(async () => {
    for await (const { id } of test.register.cases.each(actor)) await test.register.cases.delete(actor, id);
  });

  const told = async (by: readonly Dimension[], day = today) =>
    inOrder(await test.register.cases.statistics('primer', by, day));

  it('an organisation without filings has no counts', async () => {
    expect(await told([])).toEqual([]);
    expect(await told(['authority', 'month'])).toEqual([]);
  });

  it('one filing is counted in what it is, by office, document and month', async () => {
    const { cases } = test.register;
    const refused = content({
      events: [
        { kind: 'registered', week: '2026-W38' },
        { kind: 'refused', week: '2026-W38' },
        { kind: 'refusal-received', week: '2026-W40' },
      ],
    });
    const id = await cases.add(actor, refused, today);
    const none = { 'if-extended': 0, late: 0, overdue: 0, transferred: 0, 'turned-away': 0, opened: 0 };
    const counts = { ...none, filed: 1, registered: 1, 'in-time': 1, refused: 1 };
    expect(await told(['authority', 'template', 'month'])).toEqual([
      {
        group: { authority: 'sk-central', template: 'crime-report-media', month: '2026-09' },
        counts: { ...counts, 'treated-as-appeal': 0 },
      },
    ]);
    await cases.delete(actor, id);
    expect(await told(['authority', 'template', 'month'])).toEqual([]);
  });

  it('a filing that waits becomes overdue by itself, without anybody writing anything', async () => {
    const { cases } = test.register;
    const id = await cases.add(actor, content(), '2026-09-08');
    const dueWeek = (await cases.get(actor, id))?.filings[0]?.dueWeek ?? '';
    expect(dueWeek > '2026-W37').toBe(true);
    const overdueIn = async (day: string) => (await told([], day))[0]?.counts.overdue;
    expect(await overdueIn('2026-09-08')).toBe(0);
    expect(await overdueIn('2027-03-01')).toBe(1);
    await cases.delete(actor, id);
  });

  it('after any sequence of changes the counters are right', async () => {
    const { cases, shared } = test.register;
    let number = 0;
    const change = fc.record({
      what: fc.constantFrom('add', 'share', 'change', 'change', 'delete', 'withdraw', 'import'),
      which: fc.nat(20),
      content: anyContent,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        for await (const { id } of cases.each(actor)) await cases.delete(actor, id);
        expect(await told(dimensions)).toEqual([]);
        const known = new Map<
          string,
          { finder?: string; version: number; filings: readonly PublicFacts[] }
        >();
        for (const { what, which, content: one } of changes) {
          const [id, found] = [...known][which % Math.max(known.size, 1)] ?? [];
          if (what === 'add') {
            known.set(await cases.add(actor, one, today), { version: 1, filings: one.filings });
          } else if (what === 'import') {
            const ids = await cases.addAll(actor, [one, one], today);
            for (const each of ids) known.set(each, { version: 1, filings: one.filings });
          } else if (what === 'share') {
            const finder = `finder ${number++}`;
            const shares = await shared.add('primer', finder, null, one, today);
            known.set(String(shares), { finder, version: 1, filings: one.filings });
          } else if (id !== undefined && found && what === 'change') {
            expect(await cases.change(actor, id, found.version, one, today)).toBe('done');
            known.set(id, { ...found, version: found.version + 1, filings: one.filings });
          } else if (id !== undefined && found?.finder && what === 'withdraw') {
            await shared.withdraw(found.finder, '', today);
            known.delete(id);
          } else if (id !== undefined && what === 'delete') {
            await cases.delete(actor, id);
            known.delete(id);
          }
        }
        const filings = [...known.values()].flatMap((one) => one.filings);
        for (const by of [[], ['authority', 'month'], ['template'], dimensions] as const)
          expect(await told(by)).toEqual(counted(filings, by));
      }),
      { numRuns: 25 },
    );
  });

  it('many who write at once do not lose a count', async () => {
    const { cases } = test.register;
    const contents = fc.sample(anyContent, { numRuns: 40, seed: 3 });
    const ids = await Promise.all(contents.map((one) => cases.add(actor, one, today)));
    expect(await told(dimensions)).toEqual(
      counted(
        contents.flatMap(({ filings }) => filings),
        dimensions,
      ),
    );
    const others = fc.sample(anyContent, { numRuns: 40, seed: 4 });
    await Promise.all(ids.map((id, index) => cases.change(actor, id, 1, others[index] ?? content(), today)));
    expect(await told(dimensions)).toEqual(
      counted(
        others.flatMap(({ filings }) => filings),
        dimensions,
      ),
    );
    await Promise.all(ids.map((id) => cases.delete(actor, id)));
    expect(await told(dimensions)).toEqual([]);
    expect(await test.register.audit.verify('primer')).toMatchObject({ ok: true });
  });
});

type Row = { group: object; counts: Readonly<Record<CountedMeasure, number>> };

/** As one would count by hand: look at each, and put it where it belongs. */
function counted(filings: readonly PublicFacts[], by: readonly Dimension[]): Row[] {
  const rows = new Map<string, Row & { counts: Record<CountedMeasure, number> }>();
  for (const one of filings) {
    const cell = { authority: one.authority, template: one.template, month: monthOf(one.filedWeek) };
    const group = Object.fromEntries(by.map((dimension) => [dimension, cell[dimension]]));
    const key = JSON.stringify(group);
    const row = rows.get(key) ?? { group, counts: none() };
    const { measures, dueWeek } = deriveFiling(library, one);
    for (const measure of measures) row.counts[measure]++;
    if (dueWeek !== null && dueWeek < weekOf(today)) row.counts.overdue++;
    rows.set(key, row);
  }
  return inOrder([...rows.values()]);
}

function none(): Record<CountedMeasure, number> {
  return {
    filed: 0,
    registered: 0,
    'in-time': 0,
    'if-extended': 0,
    late: 0,
    overdue: 0,
    transferred: 0,
    'treated-as-appeal': 0,
    'turned-away': 0,
    refused: 0,
    opened: 0,
  };
}

function inOrder(rows: readonly Row[]): Row[] {
  const key = ({ group }: Row) => JSON.stringify(Object.entries(group).sort());
  return [...rows].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
