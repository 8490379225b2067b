/** What is told to those who see no filings stands still for a week: nobody learns by asking again when somebody shared a case. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content } from '../support/facts.ts';
import { databases, type FreshDatabase, freshDatabase } from '../support/fresh-database.ts';
import { today } from '../support/library.ts';
import { openTestFollowing, type TestFollowing } from '../support/register.ts';

/** The Sunday of the week of `today`, and the day after it. */
const [sunday, monday] = ['2026-12-06', '2026-12-07'];

describe.each(databases)('on %s', (kind) => {
  let place: FreshDatabase;
  let test: TestFollowing;
  let other: TestFollowing;

  beforeAll(async () => {
    place = await freshDatabase(kind);
    test = await openTestFollowing(place);
    other = await openTestFollowing(place);
    await test.organisation();
  });
  afterAll(async () => {
    await test?.close();
    await other?.close();
    await place?.remove();
  });

  const file = async (count: number) => {
    const { actor } = await test.person('primer', 'caseworker');
    const contents = Array.from({ length: count }, () => content());
    await test.register.cases.addAll(actor, contents, today);
  };
  const filed = async (day: string, by = test) =>
    (await by.register.cases.toldStatistics('primer', day)).map(({ counts }) => counts.filed);

  it('the counts of the first question stand until Sunday, on all servers; on Monday they are told anew', async () => {
    await file(7);
    expect(await Promise.all([filed(today), filed(today, other)])).toEqual([[7], [7]]);
    await file(2);
    expect([await filed(sunday), await filed(sunday, other)]).toEqual([[7], [7]]);
    expect([await filed(monday), await filed(monday, other)]).toEqual([[9], [9]]);
    await file(1);
    expect(await filed(sunday, other)).toEqual([9]); // its clock is behind
    expect(await filed(monday)).toEqual([9]);
  });

  it('small ones are left out before anything is kept', async () => {
    await test.organisation('small');
    const { actor } = await test.person('small', 'caseworker');
    await test.register.cases.add(actor, content(), today);
    const [row] = await test.register.cases.toldStatistics('small', today);
    expect(row?.counts.filed).toBeNull();
    const [kept] = await other.register.cases.toldStatistics('small', today);
    expect(kept).toEqual(row);
  });
});
