/** What the description says of an organisation's own things: its log, key, settings and people. */
import type { Call } from './openapi-register-calls.ts';

const link = {
  201: { about: 'The token, which is shown once and goes behind # of /desk/join', schema: 'link' },
} as const;

export const officeCalls: Readonly<Record<string, Call>> = {
  'get /audit': {
    summary: 'Who did what, newest first; each entry holds the hash of the one before',
    query: 'audit',
    answers: { 200: { about: 'Entries', schema: 'audit' } },
  },
  'get /audit/verification': {
    summary:
      'Whether the log is whole: its last hash, to be kept elsewhere, or the first entry that does not fit',
    answers: { 200: { about: 'What was found', schema: 'verification' } },
  },
  'get /key': {
    summary:
      'The organisation’s key, sealed to its passphrase, for a client that opens sealed facts itself: scrypt of “passphrase ” and the passphrase (NFKC) with N 32768, r 8, p 1 gives the 32 bytes of the age key that opens it. Nothing is unlocked over the API. The key is made, and its passphrase changed, at the desk alone: there somebody proves first that the recovery key is on paper, without which a slip loses every case',
    answers: { 200: { about: 'The key as it is kept', schema: 'key' } },
    refusals: { 404: 'The organisation has no key yet' },
  },
  'get /settings': {
    summary: 'What the organisation has decided',
    answers: { 200: { about: 'Settings', schema: 'settings' } },
  },
  'put /settings': {
    summary: 'Other settings, all of them at once; a shorter retention deletes what is older',
    body: 'settings',
    example: ({ day }) => ({
      name: { ru: 'Архив «Пример»', en: 'Example Archive' },
      statusInRussia: 'none-found',
      statusChecked: day,
      retentionMonths: 36,
      tags: ['срочно'],
    }),
    answers: { 200: { about: 'Settings as they are now', schema: 'settings' } },
  },
  'get /people': {
    summary: 'Who works for the organisation',
    answers: { 200: { about: 'People', schema: 'people' } },
  },
  'post /people/invitations': {
    summary:
      'Invite somebody: a token for a week, by which they choose a name, a password and a second factor',
    body: 'invitation',
    example: () => ({ role: 'caseworker' }),
    answers: link,
  },
  'put /people/:id': {
    summary: 'Another role, or the end of an access; never one’s own',
    body: 'person',
    example: () => ({ role: 'analyst', active: true }),
    answers: { 200: { about: 'The person as they are now', schema: 'person' } },
  },
  'post /people/:id/reset': {
    summary: 'The old password is of no use any more; never one’s own',
    answers: link,
  },
};
