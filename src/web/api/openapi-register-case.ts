/** What the description says of one case of an organisation: read, changed, handed on, deleted. */
import type { Call } from './openapi-register-calls.ts';

export const facts = (filedWeek: string) => ({
  template: 'crime-report-media',
  authority: 'sk-central',
  channel: 'electronic-form',
  filedWeek,
  events: [],
});

export const changed = { 412: 'The case has another version by now', 428: 'sealed needs If-Match' };

export const scanForm =
  'Before it is sealed one byte 0x80 is put behind the file, and zeros up to a rounded length (ISO/IEC 7816-4)';

export const caseCalls: Readonly<Record<string, Call>> = {
  'put /filings/:id': {
    summary:
      'The case of a filing anew: all that lies in clear and all that is sealed. By this a client that opens sealed facts does what the desk does on the page of a case: corrects or takes out an event, adds a document that followed, notes, the region, the contact, the name of a scan. Filings stand in the order of the sealed ones',
    body: 'wholeCase',
    example: ({ filed, armor }) => ({
      filings: [facts(filed)],
      sealed: armor,
    }),
    versioned: true,
    answers: { 200: { about: 'The case as it is now', schema: 'case', tagged: true } },
    refusals: { ...changed, 428: 'If-Match is needed' },
  },
  'delete /filings/:id/scans/:scan': {
    summary:
      'Delete a scan, for the filer too. Its bytes go for good; the sealed facts go on naming it until they are stored without it',
    versioned: true,
    answers: { 204: { about: 'Deleted', tagged: true } },
    refusals: { 412: changed[412] },
  },
  'get /filings/:id/history': {
    summary: 'Who did what with the case of a filing, newest first: its entries of the audit log',
    answers: { 200: { about: 'Entries', schema: 'history' } },
  },
  'get /filings/:id/archive': {
    summary:
      'One case as a ZIP. As nothing is unlocked over the API, it holds what is in clear (documents, offices, weeks; an index in Russian and English), sealed facts and scans as .age files, SHA-256 of every file, and in both languages how `age -d -i key.txt` opens them. The archive with days, documents and readable scans is made by the desk',
    answers: { 200: { about: 'A ZIP file', file: 'application/zip' } },
  },
  'get /filings/:id': {
    summary: 'The case of a filing, with its sealed facts',
    answers: { 200: { about: 'The case', schema: 'case', tagged: true } },
  },
  'post /filings/:id/events': {
    summary: 'Something happened to a filing',
    body: 'events',
    example: ({ now }) => ({ kind: 'registered', week: now }),
    versioned: true,
    answers: { 200: { about: 'The case as it is now', schema: 'case', tagged: true } },
    refusals: changed,
  },
  'post /filings/:id/scans': {
    summary: `A scan of an answer; its id goes into the sealed facts. ${scanForm}`,
    body: 'scan',
    example: ({ armor }) => ({ sealed: armor }),
    answers: { 201: { about: 'Kept', schema: 'made' } },
  },
  'get /filings/:id/scans/:scan': {
    summary: 'A scan, sealed as it was sent',
    answers: { 200: { about: 'A file of age', file: true } },
  },
  'put /filings/:id/seen': {
    summary: 'What the filer last sent was seen',
    answers: { 204: { about: 'Noted' } },
  },
  'put /filings/:id/assignee': {
    summary: 'Who works on the case; null for nobody',
    body: 'assignee',
    example: () => ({ person: null }),
    answers: { 200: { about: 'Who does now', schema: 'work', tagged: true } },
  },
  'put /filings/:id/tags': {
    summary: 'Tags of the case, out of those of the organisation',
    body: 'tags',
    example: () => ({ tags: [] }),
    answers: { 200: { about: 'Its tags now', schema: 'work', tagged: true } },
  },
  'delete /filings/:id': {
    summary: 'Delete the case of a filing, for the filer too',
    answers: { 204: { about: 'Deleted' } },
  },
  'post /cases': {
    summary: 'Enter filings that came on paper, as one case',
    body: 'newCase',
    example: ({ filed, armor }) => ({ filings: [facts(filed)], sealed: armor }),
    answers: { 201: { about: 'Entered', schema: 'entered', tagged: true } },
  },
};
