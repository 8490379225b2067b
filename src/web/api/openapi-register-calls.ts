/** What the description says of each route of the register, in the order of their table. */
import { importColumns, neededColumns } from '#domain/register/import-row.ts';
import type { Schemas } from './filings/schemas.ts';
import type { AnswerName } from './openapi-register-answers.ts';
import { caseCalls, changed, facts, scanForm } from './openapi-register-case.ts';
import { officeCalls } from './openapi-register-office.ts';

type Answer = {
  about: string;
  schema?: AnswerName;
  csv?: true;
  tagged?: true;
  file?: true | 'application/zip';
};

export type Call = {
  summary: string;
  body?: keyof Schemas;
  csv?: true;
  query?: keyof Schemas;
  /** Made of weeks that are not in the future. */
  example?: (given: { filed: string; now: string; day: string; armor: string }) => unknown;
  answers: Record<number, Answer>;
  refusals?: Record<number, string>;
  /** Takes If-Match. */
  versioned?: true;
};

const code = '123 456 789 012 345 678 901 234 567';
const byCode = {
  404: 'The code opens nothing; a wrong one takes as long as a right one',
  429: 'Too many codes were tried',
};
export const calls: Readonly<Record<string, Call>> = {
  'post /filings': {
    summary: 'A filer shares a case; the code that comes back is stored nowhere and shown once',
    body: 'share',
    example: ({ filed, armor }) => ({ organisation: 'example', ...facts(filed), sealed: armor }),
    answers: { 201: { about: 'Shared; empty where `finder` was sent', schema: 'code' } },
    refusals: { 429: 'Too many were shared' },
  },
  'post /filings/by-code': {
    summary: 'The case that a code opens, with the weeks in which something is due',
    body: 'byCode',
    example: () => ({ code }),
    answers: { 200: { about: 'The case', schema: 'sharedCase', tagged: true } },
    refusals: byCode,
  },
  'post /filings/by-code/events': {
    summary: 'Something happened: events are added, and what is sealed may be replaced',
    body: 'byCodeEvents',
    example: ({ now }) => ({ code, events: [{ kind: 'registered', week: now }] }),
    versioned: true,
    answers: { 200: { about: 'The case as it is now', schema: 'sharedCase', tagged: true } },
    refusals: { ...byCode, ...changed },
  },
  'post /filings/by-code/change': {
    summary: 'The case anew, from whoever holds it: all that lies in clear and all that is sealed',
    body: 'byCodeChange',
    example: ({ filed, armor }) => ({ code, filings: [facts(filed)], sealed: armor }),
    versioned: true,
    answers: { 200: { about: 'The case as it is now', schema: 'sharedCase', tagged: true } },
    refusals: { ...byCode, ...changed, 428: 'If-Match is needed' },
  },
  'post /filings/by-code/scans': {
    summary: `A scan of an answer; its id goes into the sealed facts. ${scanForm}`,
    body: 'byCodeScans',
    example: ({ armor }) => ({ code, sealed: armor }),
    answers: { 201: { about: 'Kept', schema: 'made' } },
    refusals: byCode,
  },
  'post /filings/by-code/scan': {
    summary: 'A scan by its id, sealed as it was sent',
    body: 'byCodeScan',
    example: () => ({ code, scan: '00000000-0000-4000-8000-000000000000' }),
    answers: { 200: { about: 'A file of age', file: true } },
    refusals: { ...byCode, 404: 'The code opens nothing, or the case has no such scan' },
  },
  'post /filings/by-code/withdraw': {
    summary: 'The organisation loses the case; the filer keeps it, sealed to their own key alone',
    body: 'withdraw',
    example: ({ armor }) => ({ code, sealed: armor }),
    answers: { 200: { about: 'The case as it is now', schema: 'sharedCase', tagged: true } },
    refusals: byCode,
  },
  'post /filings/by-code/delete': {
    summary: 'Everything of the case is deleted',
    body: 'byCode',
    example: () => ({ code }),
    answers: { 204: { about: 'Deleted' } },
    refusals: byCode,
  },
  'get /organisations': {
    summary: 'Organisations that a case can be shared with, each with its status in Russia',
    answers: { 200: { about: 'List', schema: 'organisations' } },
  },
  'get /organisations/:id/statistics': {
    summary: 'Counts that an organisation publishes, small ones left out',
    query: 'statistics',
    answers: { 200: { about: 'Counts', schema: 'statistics' } },
    refusals: { 404: 'No such organisation, or it publishes none' },
  },
  'post /session': {
    summary:
      'Sign in with name, password and a code of the second factor. One’s own password, second factor and other sessions are changed at the desk alone, and so is an invitation accepted',
    body: 'session',
    example: () => ({ login: 'name', password: 'a long passphrase', totp: '123456' }),
    answers: { 200: { about: 'Signed in', schema: 'session' } },
    refusals: { 401: 'Something of the three is wrong', 429: 'Too many attempts' },
  },
  'delete /session': { summary: 'Sign out', answers: { 204: { about: 'Signed out' } } },
  'get /filings': {
    summary:
      'Filings by state, office, document, person and tag; `next` leads to the following page. Nothing is unlocked over the API, so numbers and words in sealed facts are searched by the desk, or by a client that opens what GET /api/exports gives',
    query: 'list',
    answers: { 200: { about: 'A page', schema: 'filings' } },
  },
  'get /today': {
    summary:
      'What is overdue, what falls due this week, whose own time ends, what arrived, and where the next word is ours',
    query: 'today',
    answers: { 200: { about: 'Five lists', schema: 'today' } },
  },
  'get /statistics': {
    summary: 'Counts by authority, template and month; an analyst gets them without the small ones',
    query: 'statistics',
    answers: { 200: { about: 'Counts', schema: 'statistics' } },
  },
  'post /imports': {
    summary: `A table of filings, all of it or nothing; with dryRun=true only a look at it, with warnings of rows that look alike (whether a number is in the register already, only the desk can tell: numbers are sealed). Columns: ${importColumns.join(', ')}; of them ${neededColumns.join(', ')} are needed. Days as 2026-11-05 or 05.11.2026; events as "2026-11-05 registered № 12; 2026-11-16 extended"; tags out of those of the organisation, divided by commas`,
    body: 'rows',
    csv: true,
    query: 'imports',
    example: ({ day }) => ({
      rows: [
        { document: 'crime-report-media', office: 'sk-central', channel: 'electronic-form', filed: day },
      ],
    }),
    answers: {
      200: { about: 'Nothing is wrong', schema: 'imported' },
      201: { about: 'Taken over', schema: 'imported' },
    },
  },
  'get /exports': {
    summary: 'The whole register: JSON with sealed facts, CSV without',
    query: 'exports',
    answers: { 200: { about: 'A file', schema: 'export', csv: true } },
  },
  ...caseCalls,
  ...officeCalls,
};
