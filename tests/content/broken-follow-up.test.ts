import { describe, it } from 'vitest';
import { expectMistakeTold, type Mistake } from './mistake.ts';

const ru = 'complaints/complaint-refusal/ru.md';

const mistakes: readonly Mistake[] = [
  [
    'an event that does not exist, in a value',
    ru,
    (text) => text.replace(':v[event.refused.date]', ':v[event.denied.date]'),
    ':v[event.denied.date]',
    /unknown value ":v\[event\.denied\.date\]"; known: .*event\.refused\.date/u,
  ],
  [
    'an event that does not exist, in a condition',
    ru,
    (text) => text.replace('when="event=registered"', 'when="event=registred"'),
    'when="event=registred"',
    /condition "event" is never "registred"; known: .*registered/u,
  ],
  [
    'a second condition that does not exist',
    ru,
    (text) =>
      text.replace('when="unchecked event=refusal-received"', 'when="unchecked evnt=refusal-received"'),
    'evnt=refusal-received',
    /unknown condition "evnt"; known: .*event/u,
  ],
  [
    'an office that does not exist, in the condition of who has the report',
    'complaints/complaint-transfer/ru.md',
    (text) => text.replace('holder=sk-su-chechnya', 'holder=sk-su-moscow'),
    'holder=sk-su-moscow',
    /condition "holder" is never "sk-su-moscow"/u,
  ],
  [
    'a value that only a first document has',
    ru,
    (text) => text.replace(':v[event.refused.date]', ':v[counts]'),
    ':v[counts]',
    /unknown value ":v\[counts\]"/u,
  ],
  [
    'a block that only a first document has',
    ru,
    (text) => text.replace('::unchecked{#unchecked when="unchecked"}', '::facts{#facts}'),
    '::facts{#facts}',
    /unknown block "facts"; known: .*unchecked/u,
  ],
  [
    'a block that only a follow-up has',
    'complaints/prosecutor-appeal/ru.md',
    (text) => text.replace('::facts{#facts}', '::unchecked{#facts}'),
    '::unchecked{#facts}',
    /unknown block "unchecked"/u,
  ],
  [
    'an event that the document cannot need',
    ru,
    (text) => text.replace('- [refused, refusal-received]', '- [denied]'),
    '- [denied]',
    /needs\.0\.0/u,
  ],
  [
    'a role that nobody has',
    ru,
    (text) => text.replace('addressees: [higher, prosecutor]', 'addressees: [president]'),
    'addressees:',
    /addressees\.0/u,
  ],
  [
    'an office that decides complaints and does not exist',
    'authorities/sk-gsu-skfo.yaml',
    (text) => text.replace(/^reviewedBy: .*$/mu, 'reviewedBy: [sk-capital]'),
    'reviewedBy:',
    /no authority "sk-capital"/u,
  ],
  [
    'a court of an office that does not exist',
    'law/courts.yaml',
    (text) => text.replace('offices: [sk-central]', 'offices: [sk-capital]'),
    '- id: basmanny',
    /no authority "sk-capital"/u,
  ],
];

describe('a follow-up that a lawyer broke', () => {
  it.each(mistakes)('%s', (...mistake) => expectMistakeTold(...mistake));
});
