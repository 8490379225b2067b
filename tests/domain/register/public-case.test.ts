/** What the desk says to write next, out of weeks alone, beside what the same case says with its days. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#domain/case/case-file.ts';
import { caseTimeline } from '#domain/case/case-timeline.ts';
import { addDays } from '#domain/dates.ts';
import { nextInPublic, publicCase } from '#domain/register/public-case.ts';
import type { PublicFacts } from '#domain/register/public-facts.ts';
import { addWeeks, mondayOf } from '#domain/register/week.ts';
import { anyFacts, facts } from '../../support/facts.ts';
import { library } from '../../support/library.ts';

const today = '2026-11-21';

function next(changes: Partial<PublicFacts>, day = today) {
  return nextInPublic(library, [{ id: 'a', ...facts(changes) }], 'a', day);
}

const documents = (changes: Partial<PublicFacts>, day = today) =>
  next(changes, day).steps.map(({ step }) => step.template);

/** The same filing with days of its weeks, as the case holds them. */
function withDays(one: PublicFacts, days: readonly number[]): CaseFile {
  const kept = publicCase(library, [{ id: 'a', ...one }], '2027-06-01');
  const weeks = [one.filedWeek, ...one.events.map(({ week }) => week)];
  return {
    ...kept,
    filings: kept.filings.map((filing) => ({
      ...filing,
      events: filing.events.map((event, at) => ({
        ...event,
        date: addDays(mondayOf(weeks[at] ?? ''), days[at] ?? 6),
      })),
    })),
  };
}

const farFacts = anyFacts.filter(
  ({ filedWeek, events }) =>
    new Set([filedWeek, ...events.map(({ week }) => week)]).size === events.length + 1,
);
/** One event soon after the other: where a few days decide whether an office was late. */
const closeFacts = fc
  .tuple(anyFacts, fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 4, maxLength: 4 }))
  .map(([one, gaps]) => {
    let week = one.filedWeek;
    const events = one.events.map(({ kind }, at) => {
      week = addWeeks(week, gaps[at] ?? 1);
      return { kind, week };
    });
    return { ...one, events };
  });

describe('the next document', () => {
  it('after a report was sent on is the question where it is, then the complaint about where it went', () => {
    const events = [
      { kind: 'received', week: '2026-W38' },
      { kind: 'transferred', week: '2026-W38' },
    ] as const;
    expect(documents({ events: [...events] })).toEqual(['inquiry-status', 'complaint-transfer']);
  });

  it('after a letter without a decision is the complaint of the missed time limit', () => {
    const events = [
      { kind: 'registered', week: '2026-W38' },
      { kind: 'answered', week: '2026-W39' },
    ] as const;
    expect(documents({ events: [...events] })).toContain('complaint-deadline');
  });

  it('is not missing because the case holds no report: it is named, and why it cannot be made', () => {
    const ruled = next({
      template: 'court-125',
      authority: null,
      filedWeek: '2026-W42',
      events: [{ kind: 'ruling', week: '2026-W46' }],
    });
    expect(ruled.steps).toEqual([]);
    expect(ruled.beyond.map(({ step }) => step.template)).toContain('appeal-125');
  });

  it('of an extension in the week in which the time ends is not a complaint of delay, with days or without', () => {
    const one = facts({
      events: [
        { kind: 'received', week: '2026-W38' },
        { kind: 'extended', week: '2026-W39' },
      ],
    });
    expect(documents(one, '2026-10-06')).toEqual([null]);
  });

  it('answers what came this week before the week is over', () => {
    const events = [{ kind: 'treated-as-appeal' as const, week: '2026-W47' }];
    expect(documents({ events }, '2026-11-18')).toContain('complaint-treated-as-appeal');
  });

  it('of a time limit is offered where it was missed on any days of the weeks, not on some', () => {
    const sentOn = { kind: 'transferred' as const, week: '2026-W14' };
    const offered = (filedWeek: string) => documents({ filedWeek, events: [sentOn] }, '2027-06-01');
    expect(offered('2026-W09')).toContain('inquiry-144-2');
    expect(offered('2026-W10')).not.toContain('inquiry-144-2');
    expect(offered('2026-W10')).toContain('complaint-transfer');
  });

  it('that weeks offer, the days offer too: nobody is accused before it is time', () => {
    const days = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 5, maxLength: 5 });
    const end = '2027-06-01';
    fc.assert(
      fc.property(fc.oneof(closeFacts, farFacts), days, (one, chosen) => {
        const exact = caseTimeline(library, withDays(one, chosen), end);
        const offered = exact.next.flatMap(({ steps }) => steps.map(({ step }) => step.template));
        for (const { step } of nextInPublic(library, [{ id: 'a', ...one }], 'a', end).steps)
          if (step.template !== null) expect(offered).toContain(step.template);
      }),
      { numRuns: 400 },
    );
  });
});
