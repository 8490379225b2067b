/** Every answer leads to a document or to a plain reason; who it goes to; from when and until when. */
import { describe, expect, it } from 'vitest';
import { type EventKind, eventKinds } from '#domain/case/event.ts';
import { procedures } from '#domain/procedure.ts';
import { library } from '../../support/library.ts';
import { ask, deadline } from './ask.ts';
import type { Happened } from './worked-out.ts';

const report = 'crime-report-media';
const received: Happened = ['received', '2026-11-09'];

function documents(template: string, events: readonly Happened[], today: string, authority?: string | null) {
  return ask(template, events, today, authority === undefined ? {} : { authority }).next.map(
    ({ step }) => step.template,
  );
}

describe('a report of a crime', () => {
  const answers: readonly (readonly [EventKind, readonly (string | null)[]])[] = [
    ['treated-as-appeal', ['complaint-treated-as-appeal', 'court-125']],
    ['answer-on-site', ['complaint-treated-as-appeal', 'court-125']],
    ['returned', ['complaint-not-registered', 'court-125']],
    ['not-accepted', ['complaint-not-registered', 'court-125']],
    ['joined', ['inquiry-status']],
    ['transferred', ['complaint-transfer', 'inquiry-status']],
    ['refused', ['complaint-refusal', 'court-125']],
    ['cancelled', ['inquiry-status']],
    ['ruling', ['appeal-125', 'ombudsman-appeal']],
    ['opened', [null]],
    ['registered', [null]],
    ['extended', [null]],
    ['answered', [null]],
  ];

  it.each(answers)('with "%s" the next day', (kind, expected) => {
    expect(documents(report, [received, [kind, '2026-11-10']], '2026-11-11').sort()).toEqual(
      [...expected].sort(),
    );
  });

  it('in silence: nothing for a week after the last day, then questions and a complaint, after 30 days more', () => {
    expect(documents(report, [received], '2026-11-12')).toEqual([null]);
    expect(documents(report, [received], '2026-11-19')).toEqual([null]);
    expect(documents(report, [received], '2026-11-20')).toEqual([
      'inquiry-status',
      'inquiry-144-2',
      'complaint-not-registered',
    ]);
    expect(documents(report, [received], '2026-12-17')).toEqual([
      'inquiry-status',
      'inquiry-144-2',
      'complaint-not-registered',
      'complaint-no-answer',
      'court-125',
    ]);
  });

  it('that was registered and then forgotten: a complaint of the missed time, not of registration', () => {
    const found = documents(report, [received, ['registered', '2026-11-10']], '2026-11-20');
    expect(found).toContain('complaint-deadline');
    expect(found).not.toContain('complaint-not-registered');
  });

  it('of statements was not in the media’s sense checked on an instruction: no inquiry of 144 ч. 2', () => {
    expect(documents('crime-report-statements', [received], '2026-11-20')).not.toContain('inquiry-144-2');
  });

  it('once a case is opened, there is nothing to complain about', () => {
    for (const kind of eventKinds.filter((one) => !['ruling', 'ruling-received', 'cancelled'].includes(one)))
      expect(
        documents(report, [received, [kind, '2026-11-10'], ['opened', '2026-11-30']], '2027-02-01'),
        kind,
      ).toEqual([null]);
  });

  it('a refusal that was cancelled is not challenged any more', () => {
    const events: Happened[] = [received, ['refused', '2026-11-12'], ['cancelled', '2026-11-30']];
    expect(documents(report, events, '2026-12-01')).toEqual(['inquiry-status']);
    expect(documents(report, [...events, ['refused', '2026-12-10']], '2026-12-11')).toContain(
      'complaint-refusal',
    );
  });
});

describe('who it goes to', () => {
  const offices = (authority: string | null, events: readonly Happened[], template: string) =>
    ask(report, events, '2026-11-11', { authority })
      .next.find(({ step }) => step.template === template)
      ?.addressees.map(({ id }) => id);
  const refused: Happened[] = [received, ['refused', '2026-11-10']];
  const sentOn = (to: string) =>
    ask(report, [], '2026-11-11', { events: [{ kind: 'transferred', date: '2026-11-10', to }] }).next;

  it('the head of a higher body and the prosecutor, by the office that has the report', () => {
    expect(offices('sk-gsu-skfo', refused, 'complaint-refusal')).toEqual([
      'sk-central',
      'gp-central',
      'gp-skfo',
    ]);
    expect(offices('sk-central', refused, 'complaint-refusal')).toEqual(['gp-central', 'sk-central']);
    expect(offices('sk-su-chechnya', refused, 'complaint-refusal')).toEqual([
      'sk-central',
      'gp-central',
      'gp-skfo',
    ]);
  });

  it('a complaint that the head of all investigators left unanswered: the prosecutor, not that head again', () => {
    const next = ask('complaint-refusal', [received], '2026-12-01').next;
    const silence = next.find(({ step }) => step.template === 'complaint-no-answer');
    expect(silence?.addressees.map(({ id }) => id)).toEqual(['gp-central']);
  });

  it('a letter sent on by prosecutors: the prosecutor, who sent it, not who got it', () => {
    const next = ask('prosecutor-appeal', [], '2026-11-11', {
      events: [{ kind: 'transferred', date: '2026-11-10', to: 'sk-central' }],
    }).next;
    expect(next[0]?.addressees.map(({ id }) => id)).toEqual(['gp-central']);
  });

  it('after a transfer, by the office that it went to', () => {
    const inquiry = sentOn('sk-gsu-skfo').find(({ step }) => step.template === 'inquiry-status');
    expect(inquiry?.addressees.map(({ id }) => id)).toEqual(['sk-gsu-skfo']);
  });

  it('but never a local office: the one that sent it there is asked', () => {
    const inquiry = sentOn('sk-su-chechnya').find(({ step }) => step.template === 'inquiry-status');
    expect(inquiry?.addressees.map(({ id }) => id)).toEqual(['sk-central']);
  });

  it('a transfer to the office that the report itself names is no reason to complain', () => {
    expect(sentOn('sk-gsu-skfo').map(({ step }) => step.template)).not.toContain('complaint-transfer');
    expect(sentOn('sk-su-chechnya').map(({ step }) => step.template)).toContain('complaint-transfer');
  });

  it('a court is no office, and a lawyer is told of', () => {
    const court = ask(report, refused, '2026-11-11').next.find(({ step }) => step.template === 'court-125');
    expect(court?.addressees).toEqual([]);
    expect(court?.step.lawyer?.ru).toMatch(/адвокат/);
  });
});

it('the silence of the office that a report was sent on to is complained of as any other', () => {
  const events: Happened[] = [received, ['transferred', '2026-11-11'], ['received', '2026-11-16']];
  expect(documents(report, events, '2026-11-27')).toEqual(
    expect.arrayContaining(['inquiry-status', 'inquiry-144-2', 'complaint-not-registered']),
  );
});

it('a copy that comes after the refusal was cancelled brings nothing to complain of', () => {
  const events: Happened[] = [
    received,
    ['refused', '2026-11-10'],
    ['cancelled', '2026-11-17'],
    ['refusal-received', '2026-11-20'],
  ];
  expect(documents(report, events, '2026-11-23')).toEqual(['inquiry-status']);
});

it('a complaint that the court returned may be appealed in the same fifteen days', () => {
  const returned = ask('court-125', [['returned', '2026-11-14']], '2026-11-21');
  expect(deadline(returned, 'appeal-125')).toMatchObject({ due: '2026-11-30', state: 'running' });
  expect(returned.next.map(({ step }) => step.template)).toEqual(['appeal-125', 'inquiry-144-2']);
});

it('a ruling on the appeal begins no second appeal', () => {
  const events: Happened[] = [
    ['ruling', '2026-09-14'],
    ['sent', '2026-09-20'],
    ['ruling', '2026-11-10'],
  ];
  expect(deadline(ask('appeal-125', events, '2026-11-21'), 'appeal-125')).toMatchObject({
    due: '2026-09-29',
    state: 'met',
  });
});

it('the appeal is offered until its last day and no longer', () => {
  const ruling: Happened[] = [['ruling', '2026-11-20']];
  const appeal = ask('court-125', ruling, '2026-12-07').next.find(
    ({ step }) => step.template === 'appeal-125',
  );
  expect(appeal).toMatchObject({ from: '2026-11-20', until: '2026-12-07' });
  expect(appeal?.alongside.map(({ template }) => template)).toEqual(['ombudsman-appeal']);
  expect(documents('court-125', ruling, '2026-12-08')).toEqual(['ombudsman-appeal']);
  expect(documents('court-125', ruling, '2027-11-21')).toEqual([null]);
});

it('a complaint that is not answered, or not granted, goes on to court', () => {
  expect(documents('complaint-refusal', [received], '2026-11-20')).toEqual([
    'complaint-no-answer',
    'court-125',
  ]);
  expect(documents('complaint-refusal', [received, ['answered', '2026-11-12']], '2026-11-20')).toEqual([
    'court-125',
    'ombudsman-appeal',
  ]);
});

it('every kind of event, in every procedure, leads to a document or to a reason', () => {
  const templates = new Map<string, string>();
  for (const [id, procedure] of [
    ...[...library.templates.values()].map(({ id, matter }) => [id, matter.procedure] as const),
  ])
    templates.set(procedure, id);
  expect([...templates.keys()].sort()).toEqual([...procedures].sort());
  for (const id of templates.values())
    for (const kind of eventKinds)
      expect(documents(id, [[kind, '2026-11-10']], '2026-12-30').length, `${id} ${kind}`).toBeGreaterThan(0);
});

it('no step says "closed"', () => {
  for (const { why, lawyer } of library.nextSteps) {
    expect(`${why.en} ${lawyer?.en ?? ''}`).not.toMatch(/\bclosed\b/i);
    expect(`${why.ru} ${lawyer?.ru ?? ''}`).not.toMatch(/закрыт/i);
  }
});
