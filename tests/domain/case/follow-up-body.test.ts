/** What a case holds goes into its next document by itself; nothing is told that did not happen. */
import { describe, expect, it } from 'vitest';
import { followUpBody } from '#domain/case/follow-up-body.ts';
import { readComplaint } from '#domain/complaint.ts';
import { found } from '#domain/library.ts';
import { library } from '../../support/library.ts';
import { aCase, aFiling } from './a-case.ts';

const report = aFiling({
  events: [
    { kind: 'sent', date: '2026-09-01', number: '1'.repeat(60) },
    { kind: 'received', date: '2026-09-08' },
    { kind: 'accepted', date: '2026-09-08', number: '55' },
    { kind: 'refused', date: '2026-10-01', number: '77' },
  ],
});
const complaint = aFiling({
  id: 'second',
  template: 'complaint-refusal',
  authority: 'gp-central',
  follows: 'first',
  date: '2026-10-05',
  answers: {},
  events: [
    { kind: 'sent', date: '2026-10-06' },
    { kind: 'answered', date: '2026-10-20', number: '7-1-26' },
  ],
});
const court = aFiling({
  id: 'third',
  template: 'court-125',
  authority: null,
  court: 'Басманный районный суд города Москвы',
  follows: 'second',
  date: '2026-10-25',
  answers: {},
  events: [
    { kind: 'sent', date: '2026-10-26' },
    { kind: 'ruling', date: '2026-11-20', number: '3/10-45/2026' },
  ],
});
const kept = aCase([report, complaint, court]);
const signer = { blank: true } as const;
const body = (template: string, after = court, answers = {}) =>
  followUpBody(library, kept, after, template, { authority: null, date: '2026-11-25', signer, answers });

describe('the body of the next document', () => {
  it('tells the first document of the thread, whatever it follows', () => {
    for (const after of [report, complaint, court])
      expect(body('court-125', after).answers).toMatchObject({
        filed: {
          template: 'crime-report-media',
          authority: 'sk-central',
          sent: '2026-09-01',
          received: '2026-09-08',
          number: '55',
          tracking: '1'.repeat(40),
          episode: '2017',
        },
      });
  });

  it('tells every earlier complaint with its answer, and what the court ruled', () => {
    const { events, complaints } = Object(body('appeal-125').answers);
    expect(complaints).toEqual([
      { authority: 'gp-central', sent: '2026-10-06', answered: '2026-10-20', number: '7-1-26' },
    ]);
    expect(events).toContainEqual({ kind: 'ruling', date: '2026-11-20', number: '3/10-45/2026' });
    expect(events).toContainEqual({ kind: 'refused', date: '2026-10-01', number: '77' });
    expect(events).not.toContainEqual(expect.objectContaining({ kind: 'sent' }));
    expect(events).not.toContainEqual(expect.objectContaining({ kind: 'answered' }));
  });

  it('is one that the document takes', () => {
    for (const [template, answers] of [
      ['court-125', { court: { name: 'Суд' } }],
      ['appeal-125', { court: { name: 'Суд' }, ruling: 'dismissed' }],
    ] as const) {
      const read = readComplaint(
        library,
        found(library.templates, template),
        body(template, court, answers),
        '2026-11-25',
      );
      expect(read.ok ? [] : read.problems).toEqual([]);
    }
  });

  it('tells no complaint that was written and not sent', () => {
    const unsent = aCase([report, { ...complaint, events: [] }]);
    const made = followUpBody(library, unsent, report, 'court-125', { authority: null, signer, answers: {} });
    expect(Object(made.answers).complaints).toEqual([]);
    expect(made.date).toBeUndefined();
  });
});
