/**
 * Every column of every table, and what whoever takes the disk reads in it. public: facts that are meant to be counted.
 * staff: what members of staff chose or did. sealed: opened by a key that is not here. hash: of something random that is
 * not here. random: tells nothing. A column that is not in this list does not compile, and a value that does not fit fails.
 */

import { filingChannels } from '#domain/case/case-file.ts';
import { eventKinds } from '#domain/case/event.ts';
import { statuses } from '#domain/organisation.ts';
import { measures } from '#domain/register/measures.ts';
import { roles } from '#domain/register/roles.ts';
import { standings } from '#domain/register/standing.ts';
import { isIsoWeek } from '#domain/register/week.ts';
import { auditActions } from '#register/register.ts';
import type { Tables } from '#register/tables.ts';
import { isSealed, isSealedFile } from '#sealing/sealing.ts';
import { library } from '../../support/library.ts';

export type Class = 'public' | 'staff' | 'sealed' | 'hash' | 'random';
type Column = { is: Class; fits: (value: unknown) => boolean };

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/; // version 4: no time in it
const isText = (value: unknown): value is string => typeof value === 'string';
const like = (pattern: RegExp) => (value: unknown) => isText(value) && pattern.test(value);
function oneOf(all: Iterable<string>) {
  const known = new Set(all);
  return (value: unknown) => isText(value) && known.has(value);
}
const or =
  (empty: null | '', fits: Column['fits']): Column['fits'] =>
  (value) =>
    value === empty || fits(value);
const whole = (value: unknown) => typeof value === 'number' && Number.isInteger(value);
const listOf = (fits: Column['fits']) => (value: unknown) => {
  const list: unknown = isText(value) ? JSON.parse(value) : undefined;
  return Array.isArray(list) && list.every(fits);
};

const column = (is: Class, fits: Column['fits']): Column => ({ is, fits });
const id = column('random', like(uuid));
const hash = column('hash', like(/^[0-9a-f]{64}$/));
const salt = column('random', like(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/));
const recipient = like(/^age1[02-9ac-hj-np-z]{58}$/);
const sealedText = (value: unknown) => isText(value) && isSealed(value);
const week = (value: unknown) => isText(value) && isIsoWeek(value);
/** Groups by office, document and month, and counts of which none is from 1 to 4. */
const isToldRows = like(
  /^\[(?:\{"group":\{"authority":(?:null|"[\w-]+"),"template":"[\w-]+","month":"\d{4}-\d\d"\},"counts":\{(?:"[\w-]+":(?:null|0|[5-9]|[1-9]\d+),?)*\}\},?)*\]$/,
);
/** The last hour in which the service ran, and of a clock in doubt how long it has run since. */
const isClock = like(/^\{"seen":\d+(?:,"doubt":\{"at":\d+,"stood":\d+\})?\}$/);
/** Which law filings were worked out by, and how far. */
const isDerived = like(/^\{"by":"[0-9a-f]{64}","after":(?:null|"[0-9a-f-]{36}")\}$/);
const organisation = column('public', like(/^[a-z0-9-]{1,40}$/));
const free = column('staff', isText);
const template = column('public', oneOf(library.templates.keys()));
const authority = column('public', or('', oneOf(library.authorities.keys())));
const aMonth = column('public', like(/^\d{4}-\d\d$/));
const number = column('public', whole);
const moment = column('staff', whole);
const person = like(uuid);

export const columns: { readonly [Table in keyof Tables]: Readonly<Record<keyof Tables[Table], Column>> } = {
  installation: {
    name: column('public', oneOf(['salt', 'clock', 'derived'])),
    value: column('public', (value) => salt.fits(value) || isClock(value) || isDerived(value)),
  },
  organisation: {
    id: organisation,
    name_ru: free,
    name_en: free,
    contact: free,
    status_in_russia: column('public', oneOf(statuses)),
    status_checked: column('public', or(null, like(/^\d{4}-\d\d-\d\d$/))),
    status_source: column('public', or(null, like(/^https:/))),
    retention_months: number,
    public_statistics: number,
    tags: column('staff', listOf(isText)),
    recipient: column('random', or(null, recipient)),
    sealed_key: column('sealed', or(null, sealedText)),
    key_salt: column('random', or(null, salt.fits)),
    audit_seq: number,
    audit_at: column('staff', like(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/)),
    audit_hash: hash,
  },
  person: {
    id,
    organisation,
    login: free,
    role: column('staff', oneOf(roles)),
    active: column('staff', whole),
    salt,
    sealed_secret: column('sealed', sealedText),
    last_step: moment,
  },
  invitation: {
    token: hash,
    organisation,
    role: column('staff', oneOf(roles)),
    person: column('staff', or(null, person)),
    made_by: column('staff', or(null, person)),
    expires: moment,
  },
  session: {
    token: hash,
    person: column('staff', person),
    seen: moment,
    expires: moment,
    unlocked: column('sealed', or(null, sealedText)),
  },
  register_case: {
    id,
    organisation,
    finder: column('hash', or(null, hash.fits)),
    filer_recipient: column('random', or(null, recipient)),
    version: number,
    origin: column('public', oneOf(['filer', 'staff', 'import'])),
    arrived_week: column('public', week),
    changed_week: column('public', week),
    assignee: column('staff', or(null, person)),
    tags: column('staff', listOf(isText)),
    is_new: number,
    filings: number,
    withdrawn: number,
    sealed: column('sealed', sealedText),
  },
  filing: {
    id,
    case_id: id,
    organisation: column('public', or('', organisation.fits)),
    position: number,
    template,
    template_version: column('public', like(/^[0-9a-f]{8}$/)),
    authority,
    channel: column('public', oneOf(filingChannels)),
    filed_week: column('public', week),
    month: aMonth,
    standing: column('public', oneOf(standings)),
    due_week: column('public', or(null, week)),
    own_week: column('public', or(null, week)),
    assignee: column('staff', or('', person)),
    measures: column('public', listOf(oneOf(measures))),
  },
  filing_event: {
    filing: id,
    position: number,
    kind: column('public', oneOf(eventKinds)),
    week: column('public', week),
  },
  filing_tag: {
    organisation,
    tag: free,
    filed_week: column('public', week),
    due_week: column('public', week),
    filing: id,
  },
  scan: {
    id,
    case_id: id,
    sealed: column('sealed', (value) => value instanceof Uint8Array && isSealedFile(value)),
    bytes: number,
  },
  tally: {
    organisation,
    month: aMonth,
    authority,
    template,
    measure: column('public', oneOf([...measures, 'open'])),
    due_week: column('public', or('', week)),
    count: number,
  },
  told: {
    organisation,
    week: column('public', week),
    rows: column('public', isToldRows),
  },
  audit: {
    organisation,
    seq: number,
    at: column(
      'staff',
      (value) => isText(value) && (isIsoWeek(value) || /^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(value)),
    ),
    person: column('staff', or(null, person)),
    action: column('staff', oneOf(auditActions)),
    subject: column('public', or(null, like(/^[0-9a-z-]{1,40}$/))),
    previous: hash,
    hash,
  },
  attempt: { key: hash, until: moment, count: number },
  idempotency: {
    scope: column('public', like(/^(?:filer|organisation [a-z0-9-]+)$/)),
    key: hash,
    request: column('hash', or('', hash.fits)),
    answer: column('sealed', or(null, or('', sealedText))),
    expires: moment,
  },
};
