/** Where a filing stands, by weeks alone. The weeks of 2026: W37 is 7 to 13 September, W40 28 September to 4 October. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measures } from '#domain/register/measures.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { deriveFiling, standings } from '#domain/register/standing.ts';
import { isIsoWeek } from '#domain/register/week.ts';
import { anyFacts, facts } from '../../support/facts.ts';
import { library } from '../../support/library.ts';

const derive = (changes: Partial<PublicFacts> = {}) => deriveFiling(library, facts(changes));
type Events = PublicFacts['events'];
const report = (...events: Events) => derive({ events });
const appeal = (...events: Events) => derive({ template: 'prosecutor-appeal', events });

describe('a report that was posted', () => {
  it('waits for a decision: the latest day by post, three days, and a day off moved', () => {
    // Sent by 13 September, received by 4 October (21 days), due on 7 October: W41.
    expect(derive()).toEqual({ standing: 'filed', dueWeek: '2026-W41', ownWeek: null, measures: ['filed'] });
  });

  it('that is registered waits from then: by 20 September, three days more, W39', () => {
    expect(report({ kind: 'registered', week: '2026-W38' })).toEqual({
      standing: 'registered',
      dueWeek: '2026-W39',
      ownWeek: null,
      measures: ['filed', 'registered'],
    });
  });

  it('and extended waits as long as the law lets an extension go', () => {
    const ten = report({ kind: 'received', week: '2026-W38' }, { kind: 'extended', week: '2026-W38' });
    expect(ten).toMatchObject({ standing: 'extended', dueWeek: '2026-W40' }); // 20 September and ten days
    const thirty = report(
      { kind: 'received', week: '2026-W38' },
      { kind: 'extended', week: '2026-W38' },
      { kind: 'extended', week: '2026-W40' },
    );
    expect(thirty).toMatchObject({ standing: 'extended', dueWeek: '2026-W43' }); // and thirty: 20 October
  });

  it('an extension in the week in which the time ends is not called too late', () => {
    const derived = report({ kind: 'received', week: '2026-W38' }, { kind: 'extended', week: '2026-W39' });
    expect(derived.dueWeek).toBe('2026-W40');
  });
});

describe('an answer', () => {
  it('in the week in which the time ends is in time', () => {
    const registered = { kind: 'registered', week: '2026-W38' } as const;
    expect(report(registered, { kind: 'opened', week: '2026-W39' })).toMatchObject({
      standing: 'opened',
      dueWeek: null,
      measures: ['filed', 'registered', 'in-time', 'opened'],
    });
  });

  it('after it, but within the thirty days of an extension that nobody told of, is neither in time nor late', () => {
    const registered = { kind: 'registered', week: '2026-W38' } as const;
    const opened = (week: string) => report(registered, { kind: 'opened', week }).measures;
    expect(opened('2026-W40')).toEqual(['filed', 'registered', 'if-extended', 'opened']);
    expect(opened('2026-W43')).toContain('if-extended'); // 20 September and thirty days: 20 October
    expect(opened('2026-W44')).toEqual(['filed', 'registered', 'late', 'opened']);
    // Sent by 13 September, received by 4 October, and thirty days: 3 November.
    expect(report({ kind: 'opened', week: '2026-W45' }).measures).toContain('if-extended');
    expect(report({ kind: 'opened', week: '2026-W46' }).measures).toContain('late');
  });

  it('within the ten days of the one extension that was told, but not of a second, is likewise', () => {
    const registered = { kind: 'registered', week: '2026-W38' } as const;
    const extended = { kind: 'extended', week: '2026-W38' } as const;
    const refused = (week: string) => report(registered, extended, { kind: 'refused', week }).measures;
    expect(refused('2026-W40')).toContain('in-time');
    expect(refused('2026-W42')).toContain('if-extended');
    expect(refused('2026-W44')).toContain('late');
  });

  it('that refuses leaves the office its time to send the copy, and then none', () => {
    // Refused by 27 September, sent within a day, three weeks by post: 19 October.
    const refused = { kind: 'refused', week: '2026-W39' } as const;
    expect(report(refused)).toMatchObject({ standing: 'refused', dueWeek: '2026-W43' });
    expect(report(refused).measures).toEqual(['filed', 'in-time', 'refused']);
    const received = { kind: 'refusal-received', week: '2026-W41' } as const;
    expect(report(refused, received)).toMatchObject({ standing: 'refused', dueWeek: null });
    expect(report(refused, received).measures).toEqual(['filed', 'in-time', 'refused']);
    const late = { kind: 'refusal-received', week: '2026-W44' } as const;
    expect(report(refused, late).measures).toEqual(['filed', 'late', 'refused']);
  });

  it('of which only the letter is known, and that half a year later, is late', () => {
    expect(report({ kind: 'refusal-received', week: '2027-W10' }).measures).toEqual([
      'filed',
      'late',
      'refused',
    ]);
  });

  it('without a decision ends no check of a report: it stays overdue, and is no answer', () => {
    for (const kind of ['answered', 'joined', 'answer-on-site'] as const)
      expect(report({ kind: 'registered', week: '2026-W38' }, { kind, week: '2026-W41' })).toEqual({
        standing: 'answered',
        dueWeek: '2026-W39',
        ownWeek: kind === 'answered' ? '2027-W40' : null,
        measures: ['filed', 'registered'],
      });
  });

  it('to a complaint that grants it is an answer: the refusal is cancelled', () => {
    const granted = derive({
      template: 'complaint-refusal',
      authority: 'gp-central',
      events: [
        { kind: 'received', week: '2026-W38' },
        { kind: 'cancelled', week: '2026-W39' },
      ],
    });
    expect(granted).toMatchObject({ standing: 'cancelled', dueWeek: null, measures: ['filed', 'in-time'] });
  });

  it('that treats the report as an ordinary letter is no answer, and neither is turning it away', () => {
    const letter = report({ kind: 'treated-as-appeal', week: '2026-W39' });
    expect(letter).toMatchObject({ standing: 'treated-as-appeal', dueWeek: null });
    expect(letter.measures).toEqual(['filed', 'treated-as-appeal']);
    const turnedAway = report({ kind: 'not-accepted', week: '2026-W37' });
    expect(turnedAway).toMatchObject({ standing: 'not-accepted', dueWeek: null });
    expect(turnedAway.measures).toEqual(['filed', 'turned-away']);
    const returned = report({ kind: 'returned', week: '2026-W37' });
    expect(returned).toMatchObject({ dueWeek: null, measures: ['filed', 'turned-away'] });
  });

  it('that was cancelled leaves nothing to wait for by law: the order says how long the new check takes', () => {
    const derived = report(
      { kind: 'refused', week: '2026-W38' },
      { kind: 'refusal-received', week: '2026-W40' },
      { kind: 'cancelled', week: '2026-W44' },
    );
    expect(derived).toMatchObject({ standing: 'cancelled', dueWeek: null });
  });
});

describe('a report that was sent on', () => {
  const received = { kind: 'received', week: '2026-W38' } as const;
  const transferred = { kind: 'transferred', week: '2026-W39' } as const;

  it('waits for nothing that the law dates until it is known when the new office got it', () => {
    expect(report(received, transferred)).toEqual({
      standing: 'transferred',
      dueWeek: null,
      ownWeek: null,
      measures: ['filed', 'transferred'],
    });
  });

  it('has its three days there from then, also where it arrived in the week in which it was sent on', () => {
    const there = (week: string) => report(received, transferred, { kind: 'received', week });
    expect(there('2026-W41').dueWeek).toBe('2026-W42'); // 11 October and three days
    expect(there('2026-W39').dueWeek).toBe('2026-W40'); // 27 September and three days
    const quick = report(received, { ...transferred, week: '2026-W38' }, received);
    expect(quick.dueWeek).toBe('2026-W39');
  });

  it('and decided there is in time by the days of the new office', () => {
    const decided = (week: string) =>
      report(received, transferred, { kind: 'received', week: '2026-W43' }, { kind: 'opened', week })
        .measures;
    expect(decided('2026-W44')).toEqual(['filed', 'in-time', 'transferred', 'opened']);
    expect(decided('2026-W46')).toContain('if-extended');
    expect(decided('2026-W49')).toContain('late');
  });
});

describe('an appeal under 59-ФЗ', () => {
  it('is not overdue because nobody told of its registration or of sending it on', () => {
    expect(appeal().dueWeek).toBe('2026-W45'); // 4 October, 3 days to register, 30 days: 6 November
    const registered = { kind: 'registered', week: '2026-W38' } as const;
    expect(appeal(registered).dueWeek).toBe('2026-W43'); // 20 September and 30 days: 20 October
  });

  it('answered after three weeks is answered in time, after three months late', () => {
    const registered = { kind: 'registered', week: '2026-W38' } as const;
    expect(appeal(registered, { kind: 'answered', week: '2026-W41' }).measures).toEqual([
      'filed',
      'registered',
      'in-time',
    ]);
    expect(appeal(registered, { kind: 'answered', week: '2026-W50' }).measures).toContain('late');
  });
});

describe('the applicant', () => {
  it('has fifteen days to appeal a ruling, counted from the first day of its week', () => {
    const derived = derive({
      template: 'court-125',
      authority: null,
      events: [{ kind: 'ruling', week: '2026-W40' }],
    });
    // Monday 28 September and 15 days: 13 October.
    expect(derived).toMatchObject({ standing: 'ruled', dueWeek: null, ownWeek: '2026-W42' });
  });
});

describe('any filing', () => {
  it('stands somewhere, and waits until a week that there is', () => {
    fc.assert(
      fc.property(anyFacts, (one) => {
        const derived = deriveFiling(library, one);
        expect(standings).toContain(derived.standing);
        expect(derived.measures[0]).toBe('filed');
        expect(new Set(derived.measures).size).toBe(derived.measures.length);
        for (const measure of derived.measures) expect(measures).toContain(measure);
        expect(
          derived.measures.filter((measure) => measure === 'late' || measure === 'in-time').length,
        ).toBeLessThan(2);
        for (const week of [derived.dueWeek, derived.ownWeek])
          if (week !== null) expect(isIsoWeek(week) && week >= one.filedWeek).toBe(true);
      }),
    );
  });

  it('is not blamed for the order in which events of different weeks were entered', () => {
    const differentWeeks = anyFacts.filter(
      ({ events }) => new Set(events.map(({ week }) => week)).size === events.length,
    );
    fc.assert(
      fc.property(differentWeeks, (one) => {
        const reversed = { ...one, events: [...one.events].reverse() };
        expect(deriveFiling(library, reversed)).toEqual(deriveFiling(library, one));
      }),
    );
  });
});
