/** Time limits, next steps or the calendar with a mistake: the service does not start, and says where it is. */
import { describe, expect, it } from 'vitest';
import { findingsAfter, remove } from './broken-templates.ts';
import { expectMistakeTold, type Mistake } from './mistake.ts';

const terms = 'law/terms.yaml';
const steps = 'law/next-steps.yaml';
const calendar = 'law/calendar.json';

const mistakes: readonly Mistake[] = [
  [
    'a norm that nobody described',
    terms,
    (text) => text.replace('norm: upk-144-1\n', 'norm: upk-144-9\n'),
    '- id: crime-decision',
    /no norm "upk-144-9".*norms\.yaml/u,
  ],
  [
    'a term that takes over and is not there',
    terms,
    (text) => text.replace('prolongedBy: [crime-ext2]', 'prolongedBy: [crime-ext3]'),
    '- id: crime-ext1',
    /no term "crime-ext3"/u,
  ],
  [
    'a unit that the law does not know',
    terms,
    (text) => text.replace('    unit: sutki', '    unit: weeks'),
    'unit: weeks',
    /unit/u,
  ],
  [
    'an event that nobody knows',
    terms,
    (text) => text.replace('met: [registered]', 'met: [registred]'),
    'registred',
    /met/u,
  ],
  [
    'a term without its source',
    terms,
    (text) => text.replace(/^ {4}source: github.*\n/mu, ''),
    '- id: accept-doc',
    /source/u,
  ],
  ['a term without English', terms, (text) => text.replace(/^ {6}en:.*\n/mu, ''), 'ru:', /en/u],
  [
    'a procedure that nobody knows',
    terms,
    (text) => text.replace('procedures: [court-125]', 'procedures: [court-126]'),
    'court-126',
    /procedures/u,
  ],
  [
    'an id given twice: a term',
    terms,
    (text) => text.replace('- id: crime-ext1', '- id: crime-decision'),
    '- id: crime-decision',
    /twice/u,
  ],
  [
    'a document that is not there',
    steps,
    (text) => text.replace('template: complaint-deadline', 'template: complaint-delay'),
    '- id: deadline',
    /no document "complaint-delay".*complaints/u,
  ],
  [
    'an earlier document that is not there',
    steps,
    (text) => text.replace('templates: [crime-report-media]', 'templates: [crime-report-press]'),
    '- id: instruction',
    /no document "crime-report-press"/u,
  ],
  [
    'an addressee that the document is not written for',
    steps,
    (text) =>
      text.replace('template: inquiry-status\n    to: [office]', 'template: inquiry-status\n    to: [court]'),
    '- id: slip',
    /does not go to "court".*addressees/u,
  ],
  [
    'a term that is not there',
    steps,
    (text) => text.replace('missed: [accept-doc]', 'missed: [accept-paper]'),
    '- id: slip',
    /no term "accept-paper".*terms\.yaml/u,
  ],
  [
    'a last day that is not there',
    steps,
    (text) => text.replace('until: appeal-125', 'until: appeal-126'),
    '- id: appeal',
    /no term "appeal-126"/u,
  ],
  [
    'a step beside it that is not there',
    steps,
    (text) => text.replace('alongside: [court-ombudsman]', 'alongside: [ombudsman]'),
    '- id: appeal',
    /no step "ombudsman"/u,
  ],
  [
    'a norm of a step that is not there',
    steps,
    (text) => text.replace('norm: upk-389.4', 'norm: upk-389'),
    '- id: appeal',
    /no norm "upk-389"/u,
  ],
  [
    'a wait with nothing to wait after',
    steps,
    (text) => text.replace('happened: [not-accepted]', 'happened: [not-accepted]\n      wait: 7'),
    'happened: [not-accepted]',
    /"wait" is counted from "missed"/u,
  ],
  [
    'a day of the calendar left out',
    calendar,
    (text) => text.replace('"2018-01-01", ', ''),
    '"workingDays": 247',
    /2018.*the lists make 248 working days/u,
  ],
  [
    'a date that no calendar has',
    calendar,
    (text) => text.replace('"2018-01-02"', '"2018-02-30"'),
    '"2018-02-30"',
    /date/u,
  ],
  [
    'a bracket left out',
    calendar,
    (text) => text.replace('"workingSaturdays": [],', '"workingSaturdays": [,'),
    '',
    /./u,
  ],
];

describe('a lawyer’s time limit with a mistake stops the service, and the mistake is told', () => {
  it.each(mistakes)('%s (%s)', (...mistake) => {
    expectMistakeTold(...mistake);
  });

  it.each([terms, steps, calendar])('and so does a missing %s, with every other mistake', (file) => {
    const findings = findingsAfter((root) => {
      remove(file)(root);
      remove('help.yaml')(root);
    });
    expect(findings.map((one) => one.file).sort()).toEqual(
      [`templates/${file}`, 'templates/help.yaml'].sort(),
    );
  });
});
