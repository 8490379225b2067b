/** Running, met and missed; extensions; what is guessed; what is told about it. */
import { describe, expect, it } from 'vitest';
import type { ReasonCode } from '#domain/clock/why.ts';
import { ask, deadline } from './ask.ts';
import type { Happened } from './worked-out.ts';

const received: Happened = ['received', '2026-11-09']; // Monday; three days end on Thursday 12.11
const report = 'crime-report-media';

function state(events: readonly Happened[], today: string, term = 'crime-decision', template = report) {
  return deadline(ask(template, events, today), term).state;
}

function why(events: readonly Happened[], term: string, template = report): ReasonCode[] {
  return deadline(ask(template, events, '2027-12-31'), term).why.map(({ code }) => code);
}

describe('a term', () => {
  it('runs on its last day and is missed on the next', () => {
    expect(state([received], '2026-11-12')).toBe('running');
    expect(state([received], '2026-11-13')).toBe('missed');
  });

  it.each(['opened', 'refused', 'transferred'] as const)(
    'is met by "%s" on the last day, missed by it a day later',
    (kind) => {
      expect(state([received, [kind, '2026-11-12']], '2026-12-30')).toBe('met');
      expect(state([received, [kind, '2026-11-13']], '2026-12-30')).toBe('missed');
    },
  );

  it.each(['registered', 'joined', 'answered', 'treated-as-appeal', 'answer-on-site', 'returned'] as const)(
    'of a check is not met by "%s": it is no decision under УПК 145',
    (kind) => {
      expect(state([received, [kind, '2026-11-10']], '2026-11-13')).toBe('missed');
    },
  );

  it('that was extended in time is met, and the next one runs', () => {
    const events: Happened[] = [received, ['extended', '2026-11-12', 10]];
    expect(state(events, '2026-11-13')).toBe('met');
    expect(state(events, '2026-11-19', 'crime-ext1')).toBe('running');
    expect(state(events, '2026-11-20', 'crime-ext1')).toBe('missed');
  });

  it('that was extended too late stays missed', () => {
    expect(state([received, ['extended', '2026-11-13', 10]], '2026-11-14')).toBe('missed');
  });

  it('of ten days is met by an extension to thirty in time', () => {
    const events: Happened[] = [received, ['extended', '2026-11-12', 10], ['extended', '2026-11-19', 30]];
    expect(state(events, '2026-12-01', 'crime-ext1')).toBe('met');
    expect(state(events, '2026-12-09', 'crime-ext2')).toBe('running');
    expect(state([...events, ['refused', '2026-12-09']], '2027-01-01', 'crime-ext2')).toBe('met');
  });

  it('of УПК 124 is met by an answer, and not by one that came before the complaint was told of', () => {
    expect(
      state([received, ['answered', '2026-11-12']], '2026-12-01', 'complaint-124', 'complaint-refusal'),
    ).toBe('met');
    const told: Happened[] = [received, ['answered', '2026-11-10'], ['complaint-received', '2026-11-16']];
    expect(state(told, '2026-12-01', 'complaint-124')).toBe('missed');
  });

  it('of a letter that may travel is met when it comes as late as the post may be', () => {
    const refused: Happened = ['refused', '2026-11-10'];
    expect(state([refused, ['refusal-received', '2026-11-11']], '2026-12-30', 'refusal-copy')).toBe('met');
    expect(state([refused, ['refusal-received', '2026-12-02']], '2026-12-30', 'refusal-copy')).toBe('met');
    expect(state([refused, ['refusal-received', '2026-12-03']], '2026-12-30', 'refusal-copy')).toBe('missed');
    expect(state([refused], '2026-11-12', 'refusal-copy')).toBe('missed');
  });

  it('of the applicant is met by what the applicant sends after the ruling, by the post on the last day', () => {
    const ruling: Happened[] = [
      ['sent', '2026-11-01'],
      ['ruling', '2026-11-20'],
    ]; // Saturday 05.12 → Monday 07.12
    expect(state(ruling, '2026-12-07', 'appeal-125', 'court-125')).toBe('running');
    expect(state(ruling, '2026-12-08', 'appeal-125', 'court-125')).toBe('missed');
    expect(state([...ruling, ['sent', '2026-12-07']], '2026-12-30', 'appeal-125', 'court-125')).toBe('met');
    expect(state([...ruling, ['sent', '2026-12-08']], '2026-12-30', 'appeal-125', 'court-125')).toBe(
      'missed',
    );
  });

  it('of the slip is met by a number given at once', () => {
    const accepted: Happened[] = [['accepted', '2026-11-10']];
    expect(state(accepted, '2026-11-10', 'accept-doc')).toBe('running');
    expect(state(accepted, '2026-11-11', 'accept-doc')).toBe('missed');
    expect(state([...accepted, ['registered', '2026-11-10']], '2026-11-11', 'accept-doc')).toBe('met');
  });
});

describe('where only the sending is known', () => {
  it('the last day lies between two, and the later one is told', () => {
    const one = deadline(ask(report, [['sent', '2026-11-02']], '2026-11-20'), 'crime-decision');
    expect(one).toMatchObject({
      certain: false,
      from: '2026-11-02',
      earliest: '2026-11-09',
      latest: '2026-11-26',
      due: '2026-11-26',
      state: 'running',
    });
    expect(one.why.map(({ code }) => code)).toEqual([
      'from',
      'post',
      'between',
      'first-day',
      'length',
      'earliest',
    ]);
  });

  it('the two differ over the longest holidays too', () => {
    const one = deadline(ask(report, [['sent', '2025-12-25']], '2026-01-20'), 'crime-decision');
    expect(one.earliest < one.latest).toBe(true);
  });

  it('whoever acts on it has it', () => {
    const one = deadline(
      ask(
        report,
        [
          ['sent', '2026-11-02'],
          ['treated-as-appeal', '2026-11-04'],
        ],
        '2026-11-20',
      ),
      'crime-decision',
    );
    expect(one).toMatchObject({ certain: false, latest: '2026-11-09' }); // Wed 04.11 +3 = Sat → Mon
  });
});

describe('the reasons tell', () => {
  it('of a day off, of a working Saturday, of days of the President, of a year without a calendar', () => {
    expect(why([['received', '2017-12-29']], 'crime-decision')).toEqual([
      'from',
      'first-day',
      'length',
      'day-off',
    ]);
    expect(why([['received', '2018-04-25']], 'crime-decision')).toContain('working-saturday');
    expect(why([['received', '2020-03-30']], 'crime-decision')).toContain('presidential');
    expect(why([['received', '2028-03-01']], 'crime-decision')).toContain('no-calendar');
    expect(why([['registered', '2026-12-03']], 'answer-59fz', 'prosecutor-appeal')).toContain('not-moved');
  });

  it('of extensions that were too long or too late, of what was done and when', () => {
    expect(why([received, ['extended', '2026-11-11', 60]], 'crime-ext2')).toContain('extension-capped');
    expect(why([received, ['extended', '2026-11-13', 10]], 'complaint-124', 'complaint-refusal')).toContain(
      'extension-late',
    );
    expect(why([received, ['refused', '2026-11-11']], 'crime-decision').at(-1)).toBe('met');
    expect(why([received, ['refused', '2026-11-16']], 'crime-decision').at(-1)).toBe('late');
    expect(why([received, ['extended', '2026-11-11', 10]], 'crime-decision').at(-1)).toBe('prolonged');
  });

  it('of a length that a later law set', () => {
    expect(why([['received', '2018-01-15']], 'court-125', 'court-125')).toContain('newer-law');
    expect(why([['received', '2026-01-15']], 'court-125', 'court-125')).not.toContain('newer-law');
  });
});

it('a year without a calendar is estimated, and counted by Sundays and the holidays of ТК 112', () => {
  // Thu 04.05.2028 +3 = Sun 07.05 → Mon 08.05; Sat 06.05.2028 +3 = Tue 09.05, a holiday → Wed 10.05
  expect(deadline(ask(report, [['received', '2028-05-04']], '2028-05-05'), 'crime-decision')).toMatchObject({
    due: '2028-05-08',
    estimated: true,
  });
  expect(deadline(ask(report, [['received', '2028-05-06']], '2028-05-07'), 'crime-decision')).toMatchObject({
    due: '2028-05-10',
    estimated: true,
  });
});

it('the applicant’s terms are the applicant’s', () => {
  const { deadlines } = ask(
    'court-125',
    [
      ['complaint-received', '2026-11-02'],
      ['ruling', '2026-11-16'],
    ],
    '2026-11-20',
  );
  expect(deadlines.map(({ term }) => [term.id, term.actor])).toEqual([
    ['court-125', 'authority'],
    ['appeal-125', 'applicant'],
    ['ombudsman', 'applicant'],
  ]);
});
