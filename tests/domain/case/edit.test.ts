/** A case is changed by making another: what was given stays, and nothing stands in it twice. */
import { describe, expect, it } from 'vitest';
import { caseFile } from '#domain/case/case-file.ts';
import { caseSchema } from '#domain/case/case-schema.ts';
import { caseTimeline } from '#domain/case/case-timeline.ts';
import { rootOf, threadOf, withEvents, withFiling, withoutEvent, withoutFiling } from '#domain/case/edit.ts';
import { found } from '#domain/library.ts';
import { library } from '../../support/library.ts';
import { aCase, aFiling } from './a-case.ts';

const sent = { kind: 'sent', date: '2026-09-01' } as const;
const refused = { kind: 'refused', date: '2026-10-01' } as const;
const chain = aCase([
  aFiling({ events: [sent] }),
  aFiling({ id: 'second', template: 'complaint-refusal', follows: 'first', date: '2026-10-05', answers: {} }),
  aFiling({
    id: 'third',
    template: 'court-125',
    authority: null,
    follows: 'second',
    date: '2026-10-20',
    answers: {},
  }),
  aFiling({ id: 'other', date: '2026-08-01' }),
]);

describe('events', () => {
  it('stand by day, each once, with one day of sending', () => {
    const once = withEvents(aCase(), 'first', [refused, sent]);
    const again = withEvents(once, 'first', [refused, { kind: 'sent', date: '2026-09-02' }]);
    expect(again.filings[0]?.events).toEqual([{ kind: 'sent', date: '2026-09-02' }, refused]);
    expect(once.filings[0]?.events).toEqual([sent, refused]);
  });

  it('are removed by their place', () => {
    const kept = withEvents(aCase(), 'first', [sent, refused]);
    expect(withoutEvent(kept, 'first', 0).filings[0]?.events).toEqual([refused]);
    expect(withoutEvent(kept, 'first', 7)).toEqual(kept);
  });
});

describe('documents', () => {
  it('go back to the first of their thread', () => {
    const [first, , third] = chain.filings;
    expect(third && rootOf(chain, third)).toBe(first);
    expect(first && threadOf(chain, first).map(({ id }) => id)).toEqual(['first', 'second', 'third']);
  });

  it('that follow each other in a circle end nowhere, and still end', () => {
    const circle = aCase([aFiling({ follows: 'b' }), aFiling({ id: 'b', follows: 'first' })]);
    for (const one of circle.filings) expect(circle.filings).toContain(rootOf(circle, one));
  });

  it('are taken out without leaving a trace; the last one stays', () => {
    const less = withoutFiling(chain, 'second');
    expect(less.filings.map(({ id }) => id)).toEqual(['first', 'third', 'other']);
    expect(less.filings[1]?.follows).toBeUndefined();
    expect(caseFile.safeParse(less).success).toBe(true);
    expect(withoutFiling(aCase(), 'first')).toEqual(aCase());
    expect(withFiling(aCase(), aFiling({ id: 'b' })).filings).toHaveLength(2);
  });
});

describe('the clocks of a case', () => {
  const kept = withEvents(
    withEvents(chain, 'first', [refused, { kind: 'received', date: '2026-09-08' }]),
    'second',
    [
      { kind: 'sent', date: '2026-10-06' },
      { kind: 'received', date: '2026-10-12' },
    ],
  );
  const line = caseTimeline(library, kept, '2026-10-13');

  it('run for every document that was filed, in order of their last days', () => {
    const of = (id: string) =>
      line.deadlines.filter(({ filing }) => filing.id === id).map(({ term }) => term.id);
    expect(of('first')).toEqual(expect.arrayContaining(['crime-decision', 'refusal-copy']));
    expect(of('second')).toContain('complaint-124');
    expect(of('third')).toEqual([]);
    const days = line.deadlines.map(({ due }) => due);
    expect(days).toEqual([...days].sort());
  });

  it('tell each limitation period once, the last day of the first ten-year counts of 2017 being 19 February 2027', () => {
    const ids = line.limitation.map(({ count }) => count.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(line.limitation.some(({ expires }) => expires === '2027-02-19')).toBe(true);
  });

  it('offer no document twice and none for a document that was not filed', () => {
    for (const { filing, steps } of line.next) {
      expect(filing.events.length).toBeGreaterThan(0);
      if (filing.id === 'first')
        expect(steps.map(({ step }) => step.template)).not.toContain('complaint-refusal');
      for (const { step } of steps)
        if (step.template) expect(found(library.templates, step.template)).toBeDefined();
    }
  });

  it('pass over a document that this version does not know', () => {
    const strange = aCase([aFiling({ template: 'of-the-future', events: [sent] })]);
    expect(caseTimeline(library, strange, '2026-10-13')).toEqual({ deadlines: [], next: [], limitation: [] });
  });

  it('know an office and an episode only where the library has them', () => {
    const strange = aCase([aFiling({ authority: 'gone', answers: { episode: 'gone' }, events: [sent] })]);
    expect(caseTimeline(library, strange, '2026-10-13').deadlines.length).toBeGreaterThan(0);
  });
});

it('the published schema names every field', () => {
  const schema = JSON.stringify(caseSchema());
  for (const field of ['format', 'version', 'filings', 'sha256', 'events', 'follows', 'applicant'])
    expect(schema).toContain(`"${field}"`);
});
