/** What the register's routes answer, as JSON Schema. */
import { filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import type { Library } from '#domain/library.ts';
import { filingStates } from '#domain/register/listing.ts';
import { standings } from '#domain/register/standing.ts';
import { countedMeasures, dimensions } from '#domain/register/statistics.ts';
import { mostOfEach } from '../our-turn.ts';
import { officeAnswers } from './openapi-register-office-answers.ts';
import {
  bothNames,
  flag,
  list,
  object,
  orNull,
  role,
  sealed,
  status,
  text,
  week,
  whole,
} from './openapi-register-shapes.ts';

export type AnswerName =
  | 'code'
  | 'sharedCase'
  | 'case'
  | 'work'
  | 'entered'
  | 'session'
  | 'filings'
  | 'today'
  | 'statistics'
  | 'organisations'
  | 'imported'
  | 'export'
  | 'audit'
  | 'history'
  | 'verification'
  | 'made'
  | 'key'
  | 'settings'
  | 'people'
  | 'person'
  | 'link';

export function answerSchemas(library: Library): Record<`register.${AnswerName}`, unknown> {
  const facts = {
    template: { enum: [...library.templates.keys()] },
    templateVersion: { ...text, description: 'Changes when the Russian text of the document changes' },
    authority: { enum: [...library.authorities.keys(), null], description: 'Null: a court' },
    channel: { enum: filingChannels },
    filedWeek: week,
    events: list(object({ kind: { enum: eventKinds }, week })),
    standing: { enum: standings },
    dueWeek: { ...orNull(week), description: 'The office’s earliest unanswered time limit ends in it' },
    ownWeek: { ...orNull(week), description: 'Likewise the applicant’s own' },
  };
  const scans = list(object({ id: text, bytes: whole }));
  const work = { assignee: orNull(text), tags: list(text) };
  const listed = object({
    id: text,
    ...facts,
    caseId: text,
    ...work,
    isNew: flag,
    state: { enum: filingStates },
  });
  const whenAndOrigin = {
    origin: { enum: ['filer', 'staff', 'import'] },
    arrivedWeek: week,
    changedWeek: week,
  };
  const told = {
    anyOf: [whole, { type: 'null' }, object({ atLeast: whole })],
    description: 'Null: too few to be told. atLeast: a sum, parts of which are too few',
  };
  const staffCase = object({
    id: text,
    organisation: text,
    version: whole,
    ...whenAndOrigin,
    filings: list(object({ id: text, ...facts })),
    sealed,
    filerRecipient: orNull(text),
    ...work,
    isNew: flag,
    scans,
  });
  const group = { authority: orNull(text), template: text, month: text };
  return {
    'register.code': { type: 'object', properties: { code: { ...text, description: '27 digits' } } },
    'register.sharedCase': object({
      organisation: { ...orNull(text), description: 'Null where it may not be named' },
      sharedWith: orNull(
        object({
          name: orNull(bothNames),
          ...status,
          retentionMonths: whole,
          recipient: {
            ...orNull(text),
            description: 'Public key of age: what is sealed anew is sealed to it too',
          },
        }),
      ),
      version: whole,
      withdrawn: flag,
      changedWeek: week,
      filings: list(object(facts)),
      sealed,
      scans,
    }),
    'register.case': staffCase,
    'register.work': object({ version: whole, ...work }),
    'register.entered': object({ id: text, filings: list(text) }),
    'register.session': object({
      token: { ...text, description: 'For Authorization: Bearer' },
      person: object({ id: text, organisation: text, role }),
    }),
    'register.filings': object({ filings: list(listed), next: orNull(text) }),
    'register.today': object({
      ...Object.fromEntries(
        ['overdue', 'due', 'own', 'arrived'].map((name) => [
          name,
          object({ filings: list(listed), count: whole, isMore: flag }),
        ]),
      ),
      turn: {
        ...object({ filings: list(listed), count: whole }),
        description: `The office did something after which a document may be written, none was since, and no time limit reminds of it: turned away, sent on, refused, ruled. Of each kind the newest ${mostOfEach} are looked through`,
      },
    }),
    'register.statistics': object({
      by: list({ enum: dimensions }),
      exact: flag,
      rows: list(
        object({
          group: { type: 'object', properties: group },
          counts: {
            ...object(Object.fromEntries(countedMeasures.map((one) => [one, told]))),
            description:
              'in-time, if-extended, late: answers; of a report of a crime only a decision. if-extended: decided after the time limit that is known, but within the 30 days that an extension may give (УПК art. 144 part 3), of which nobody told',
          },
        }),
      ),
    }),
    'register.organisations': list(
      object({
        id: text,
        name: bothNames,
        ...status,
        recipient: { ...orNull(text), description: 'Public key of age; null: nothing can be shared yet' },
        publicStatistics: flag,
      }),
    ),
    'register.imported': {
      ...object({ dryRun: flag, rows: whole }),
      properties: {
        dryRun: flag,
        rows: whole,
        warnings: list(object({ row: whole, column: orNull(text), code: text, message: text })),
        cases: list(text),
      },
    },
    'register.export': object({
      format: { const: 'register' },
      version: { const: 1 },
      cases: list(staffCase),
    }),
    ...officeAnswers,
  };
}
