/**
 * A failure that a person can mend: where it is, what is wrong, and the numbers its sentence needs.
 * Never holds the bad value itself, so a problem may be shown, logged and sent without leaking what was typed.
 */
export type Problem = {
  /** Dotted path into the request body, such as `applicant.lastName` or `answers.ownSources.0.url`. */
  path: string;
  /** Key under `errors.` in the locale files. */
  code: ProblemCode;
  params?: Record<string, string | number>;
};

/** Every code has a sentence in each language (`locales/<lng>/errors.json`); a test holds the two together. */
export const problemCodes = [
  'required',
  'type',
  'choice',
  'unknown-field',
  'too-long',
  'too-many',
  'date',
  'date-order',
  'date-after-complaint',
  'date-in-future',
  'date-before-sources',
  'email',
  'phone',
  'url',
  'latin-name',
  'name-characters',
  'no-source',
  'no-request',
  'no-act',
  'source-not-in-episode',
  'source-abroad-only',
  'source-undesirable',
  'banned-name',
  'limit-too-small',
  'blank-applicant',
  'wrong-addressee',
  'event-before-sent',
  'event-order',
  'missing-event',
  'excluded-event',
  'term-runs',
  'no-short-text',
  'week',
  'week-in-future',
  'week-before-filed',
  'not-sealed',
  'recipient',
  'sharing-refused',
  'no-key',
  'idempotency-key',
] as const;

export type ProblemCode = (typeof problemCodes)[number];

/** The value, or the list of what has to be mended. */
export type Checked<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };
