/** What a letter is, is decided by what it is and not by what it calls itself. */
import { describe, expect, it } from 'vitest';
import { event } from '#domain/case/event.ts';
import {
  laws,
  needsDate,
  numbers,
  orders,
  questionsFor,
  type Saying,
  sayings,
  sayingsFor,
} from '#domain/case/letter-questions.ts';
import { decide, type Letter } from '#domain/case/what-they-answered.ts';
import { procedures } from '#domain/procedure.ts';

const date = '2026-10-01';
const letter = (saying: Saying, more: Partial<Letter> = {}): Letter => ({
  saying,
  procedure: 'crime-report',
  date,
  ...more,
});
const found = (one: Letter) => {
  const { finding, events } = decide(one);
  return [finding, ...events.map(({ kind }) => kind)];
};

describe('on a report of a crime', () => {
  it.each<[string, Letter, string[]]>([
    ['a КРСП number is a registration', letter('slip', { krsp: 'krsp' }), ['registered', 'registered']],
    ['an incoming number is none', letter('slip', { krsp: 'incoming' }), ['slip-only', 'accepted']],
    ['nor is a slip without a number', letter('slip', { krsp: 'none' }), ['slip-only', 'accepted']],
    ['an extension under the Code', letter('extended', { law: 'upk', days: 30 }), ['extended', 'extended']],
    [
      'an extension under 59-ФЗ treats it as a letter',
      letter('extended', { law: 'fz59' }),
      ['treated-as-appeal', 'treated-as-appeal', 'extended'],
    ],
    ['a transfer under the Code', letter('sent-on', { law: 'upk' }), ['transferred', 'transferred']],
    [
      'a transfer under 59-ФЗ treats it as a letter',
      letter('sent-on', { law: 'fz59' }),
      ['treated-as-appeal', 'treated-as-appeal', 'transferred'],
    ],
    [
      '"considered" under 59-ФЗ',
      letter('considered', { law: 'fz59', krsp: 'none', order: 'none' }),
      ['treated-as-appeal', 'treated-as-appeal'],
    ],
    [
      '"considered" under 59-ФЗ, though registered',
      letter('considered', { law: 'fz59', krsp: 'krsp' }),
      ['treated-as-appeal', 'treated-as-appeal'],
    ],
    [
      '"considered", no number and no law',
      letter('considered', { law: 'none', krsp: 'incoming' }),
      ['treated-as-appeal', 'treated-as-appeal'],
    ],
    [
      '"considered", of which nothing is known',
      letter('considered'),
      ['treated-as-appeal', 'treated-as-appeal'],
    ],
    [
      '"considered" with a register number and the Code',
      letter('considered', { law: 'upk', krsp: 'krsp', order: 'none' }),
      ['answered', 'answered'],
    ],
    [
      '"considered" with an order of refusal',
      letter('considered', { order: 'refusal', law: 'fz59' }),
      ['refused', 'refused'],
    ],
    [
      'an order of refusal in hand, whatever the letter says',
      letter('not-sure', { order: 'refusal', received: '2026-10-05' }),
      ['refused', 'refused', 'refusal-received'],
    ],
    [
      'a refusal with its copy',
      letter('refused', { order: 'refusal', received: '2026-10-05' }),
      ['refused', 'refused', 'refusal-received'],
    ],
    [
      '"refused" in a letter without an order refuses nothing',
      letter('refused', { order: 'none' }),
      ['treated-as-appeal', 'treated-as-appeal'],
    ],
    [
      'a refusal of which the order is not at hand',
      letter('refused', { order: 'unsure' }),
      ['refused', 'refused'],
    ],
    [
      'an order found by whoever was not sure',
      letter('not-sure', { order: 'opening' }),
      ['opened', 'opened'],
    ],
    ['a transfer found likewise', letter('not-sure', { order: 'transfer' }), ['transferred', 'transferred']],
    ['nothing at all', letter('nothing', { date: undefined }), ['silence']],
    [
      'nothing, but it was delivered',
      letter('nothing', { date: undefined, received: '2026-09-08' }),
      ['delivered', 'received'],
    ],
    ['returned', letter('to-court'), ['returned', 'returned']],
    ['an answer on the site', letter('on-site'), ['on-site', 'answer-on-site']],
    ['not accepted', letter('not-accepted'), ['not-accepted', 'not-accepted']],
    ['joined', letter('joined'), ['joined', 'joined']],
    ['opened', letter('opened'), ['opened', 'opened']],
  ])('%s', (_, one, expected) => {
    expect(found(one)).toEqual(expected);
  });
});

it('a letter under 59-ФЗ is no wrong where the document was one', () => {
  for (const procedure of procedures.filter((one) => one !== 'crime-report'))
    for (const saying of sayings) {
      const { finding } = decide(letter(saying, { procedure, law: 'fz59', krsp: 'none' }));
      expect(finding, `${procedure} ${saying}`).not.toBe('treated-as-appeal');
    }
});

it('a court rules, and the copy comes later', () => {
  const { events } = decide(
    letter('ruling', { procedure: 'court-125', received: '2026-10-09', number: '3/10-1' }),
  );
  expect(events).toEqual([
    { kind: 'ruling', date, number: '3/10-1' },
    { kind: 'ruling-received', date: '2026-10-09' },
  ]);
});

it('an event holds what belongs to it and nothing else', () => {
  const all = {
    number: '1',
    to: 'sk-central',
    signedBy: 'следователь',
    days: 30,
    grounds: 'no-event',
  } as const;
  const one = (saying: Saying, more: Partial<Letter> = {}) =>
    decide(letter(saying, { ...all, ...more })).events.at(-1);
  expect(one('sent-on')).toEqual({
    kind: 'transferred',
    date,
    number: '1',
    signedBy: 'следователь',
    to: 'sk-central',
  });
  expect(one('extended')).toEqual({ kind: 'extended', date, number: '1', signedBy: 'следователь', days: 30 });
  expect(one('refused', { order: 'refusal' })).toEqual({
    kind: 'refused',
    date,
    number: '1',
    signedBy: 'следователь',
    grounds: 'no-event',
  });
  expect(one('joined')).toEqual({ kind: 'joined', date, number: '1', signedBy: 'следователь' });
});

it('whatever is said and answered, something valid comes out', () => {
  for (const procedure of procedures)
    for (const saying of sayingsFor(procedure))
      for (const krsp of [...numbers, undefined])
        for (const law of [...laws, undefined])
          for (const order of [...orders, undefined]) {
            const { events } = decide({ saying, procedure, krsp, law, order, date });
            for (const made of events) expect(event.safeParse(made).success).toBe(true);
          }
});

it('what decides is asked', () => {
  expect(questionsFor('considered', 'crime-report')).toEqual(
    expect.arrayContaining(['krsp', 'law', 'order', 'date']),
  );
  expect(questionsFor('not-sure', 'crime-report')).toEqual(
    expect.arrayContaining(['krsp', 'law', 'order', 'date']),
  );
  for (const procedure of procedures)
    for (const saying of sayingsFor(procedure))
      expect(questionsFor(saying, procedure).includes('date'), saying).toBe(needsDate(saying));
});

it('nobody is offered an answer that cannot come: a prosecutor opens no case, an office gives no ruling', () => {
  expect(sayingsFor('complaint-124')).not.toContain('opened');
  expect(sayingsFor('court-125')).toContain('ruling');
  expect(sayingsFor('court-125')).not.toContain('extended');
  for (const procedure of procedures) expect(sayingsFor(procedure)).toContain('nothing');
});
