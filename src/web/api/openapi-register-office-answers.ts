/** What the routes of an organisation's own work answer: its key, its settings, its people, its log. */
import {
  bothNames,
  entries,
  flag,
  list,
  object,
  orNull,
  role,
  sealed,
  status,
  text,
  whole,
} from './openapi-register-shapes.ts';

const person = object({ id: text, login: text, role, active: flag });

export const officeAnswers = {
  'register.made': object({ id: text }),
  'register.verification': {
    anyOf: [
      object({ ok: { const: true }, entries: whole, head: text }),
      object({ ok: { const: false }, seq: whole }),
    ],
  },
  'register.key': object({
    recipient: { ...text, description: 'Public key of age' },
    sealedKey: { ...sealed, description: 'The private key, armored, sealed to that of the passphrase' },
    salt: { ...text, description: 'Of the stretching, in hex' },
  }),
  'register.settings': object({
    name: { ...orNull(bothNames), description: 'Null where it may not be named' },
    contact: text,
    ...status,
    statusSource: orNull(text),
    retentionMonths: whole,
    publicStatistics: flag,
    tags: list(text),
  }),
  'register.people': object({ people: list(person) }),
  'register.person': person,
  'register.link': object({ token: text, expires: { ...text, format: 'date-time' } }),
  'register.audit': object({ entries, next: orNull(whole) }),
  'register.history': object({ case: text, entries }),
} as const;
